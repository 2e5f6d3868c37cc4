/** Fields whose value is a sentence or a name in the writer's own words, wherever they stand in the front matter. */
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

/** A text as a value of YAML between quotation marks that it does not hold itself, if there are such. */
export function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
