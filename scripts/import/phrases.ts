/** Phrases of a list with one or several on a line, separated by bars. */
export function phrasesIn(list: string): string[] {
  return list.trim().split(/\s*[|\n]\s*/);
}
