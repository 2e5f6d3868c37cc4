/**
 * Text as a card has it: NFC, runs of white space that may break become one space (no-break spaces stay), and without byte
 * order marks. Soft hyphens stay, so that lines may break at them.
 */
export function normalizeText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\ufeff/g, '')
    .replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ')
    .trim();
}

/** The same text as it is read where lines break otherwise, or where it is only read aloud. */
export function plainText(text: string): string {
  return normalizeText(text).replaceAll('\u00ad', '');
}
