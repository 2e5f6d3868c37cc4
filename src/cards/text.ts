/**
 * Text as a card has it: NFC, runs of white space that may break folded to one space (no-break spaces stay), and without
 * soft hyphens and byte order marks, which are no part of what a reader sees.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\ufeff]/g, '')
    .replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ')
    .trim();
}
