/** Fields whose value is a sentence or a name. */
export const textFields: ReadonlySet<string> = new Set([
  'title',
  'cardTitle',
  'summary',
  'reviewer',
  'publisher',
  'value',
  'label',
  'expect',
  'note',
  'alt',
  'credit',
  'reason',
]);

/** A text as a YAML value, in quotation marks that it does not contain itself if possible. */
export function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
