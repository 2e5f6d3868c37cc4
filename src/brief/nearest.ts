import { closest, distance } from 'fastest-levenshtein';

/** Names of a text's own among which the meant one is looked for: with more, a text of faults alone takes minutes. */
const maxNames = 100;

/** As {@link nearestOf}, among names that a text gives itself. */
export function nearestOfOwn(word: string, names: readonly string[]): string | undefined {
  return nearestOf(word, names.slice(0, maxNames));
}

/** The name that was probably meant: at most a third of the letters, and at least two, may differ, but never more than half. */
export function nearestOf(word: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const nearest = closest(word, [...names]);
  const max = Math.min(Math.max(2, word.length / 3), Math.max(word.length, nearest.length) / 2);
  return distance(word, nearest) <= max ? nearest : undefined;
}
