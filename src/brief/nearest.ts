import { closest, distance } from 'fastest-levenshtein';

/** Names compared at most; with more, a text with many errors would take minutes. */
const maxNames = 100;

/** Like {@link nearestOf}, for names defined in the text itself. */
export function nearestOfOwn(word: string, names: readonly string[]): string | undefined {
  return nearestOf(word, names.slice(0, maxNames));
}

/** The name that was probably meant. It may differ in a third of its letters, or in two, but in no more than half. */
export function nearestOf(word: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const nearest = closest(word, [...names]);
  const max = Math.min(Math.max(2, word.length / 3), Math.max(word.length, nearest.length) / 2);
  return distance(word, nearest) <= max ? nearest : undefined;
}

/** Whether one letter, or the order of two, makes the difference. */
export function isSlip(word: string, known: string): boolean {
  const [one, other] = [word, known].map((each) => Array.from(each).sort().join(''));
  return distance(word, known) <= 1 || (one === other && word[0] === known[0]);
}
