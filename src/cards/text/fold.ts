/**
 * Text as a card has it: NFC, runs of white space that may break folded to one space (no-break spaces stay), and without byte
 * order marks. Soft hyphens stay, so that lines may break at them.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\ufeff/g, '')
    .replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ')
    .trim();
}

/** The same text as it is read where lines break otherwise, or where it is only heard. */
export function plainText(text: string): string {
  return foldText(text).replaceAll('\u00ad', '');
}
