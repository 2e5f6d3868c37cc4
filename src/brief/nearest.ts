import { closest, distance } from 'fastest-levenshtein';

/** The name that was probably meant: at most a third of the letters, and at least two, may differ. */
export function nearestOf(word: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const nearest = closest(word, [...names]);
  return distance(word, nearest) <= Math.max(2, word.length / 3) ? nearest : undefined;
}
