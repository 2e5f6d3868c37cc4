import { distance } from 'fastest-levenshtein';

/**
 * Finds for an undeclared name a similar established one, of which it is probably a misspelling. The other is declared, used more
 * often, or as often and earlier. `used` has every use, oldest first.
 */
export function similarTo(
  used: readonly string[],
  listed: ReadonlySet<string>,
): (name: string) => string | undefined {
  const uses = new Map<string, { count: number; first: number }>();
  for (const [at, name] of used.entries()) {
    const { count, first } = uses.get(name) ?? { count: 0, first: at };
    uses.set(name, { count: count + 1, first });
  }
  const isEstablished = (other: string, name: string): boolean => {
    const [one, two] = [uses.get(other), uses.get(name)];
    if (listed.has(other) || !one || !two) return listed.has(other);
    return one.count > two.count || (one.count === two.count && one.first < two.first);
  };
  const known = [...new Set([...listed, ...used])].sort();
  const found = new Map<string, string | undefined>();
  return (name) => {
    if (listed.has(name)) return undefined;
    if (!found.has(name))
      found.set(name, known.find((other) => other !== name && isEstablished(other, name) && areSimilar(other, name))); // prettier-ignore
    return found.get(name);
  };
}

/**
 * Whether two slugs are the same words, give or take a plural, an umlaut, the order or a hyphen, or differ by one slip of the
 * pen. Numbers are never a slip: "cop29" is not "cop30".
 */
export function areSimilar(one: string, other: string): boolean {
  // Short names are similar by chance: "us" is not a typo of "eu".
  if (Math.min(one.length, other.length) < 4) return false;
  if (one.replace(/\D/g, '') !== other.replace(/\D/g, '')) return false;
  if (one.replaceAll('-', '') === other.replaceAll('-', '')) return true;
  const [words, others] = [one.split('-'), other.split('-')];
  if (words.length !== others.length) return false;
  if (stemsOf(words) === stemsOf(others)) return true;
  const different = words.flatMap((word, at) =>
    word === others[at] ? [] : [[word, others[at] ?? ''] as const],
  );
  return different.length === 1 && different.every(([word, meant]) => isSlipOfWord(word, meant));
}

function stemsOf(words: readonly string[]): string {
  return words
    .map((word) => word.replace(/([aou])e/g, '$1').replace(/(?<=...)(?:ies|ys|y|es|s)$/, ''))
    .sort()
    .join('-');
}

/** One letter too many or too few, two that changed places, or, in a long word, a wrong one; hardly ever the first: "gambia", "zambia". */
function isSlipOfWord(word: string, meant: string): boolean {
  if (word.charAt(0) !== meant.charAt(0)) return false;
  const [shorter, longer] = [word.length, meant.length].sort((a, b) => a - b) as [number, number];
  const count = distance(word, meant);
  if (shorter < longer) return count === 1 && shorter >= 6;
  if (count === 2) return shorter >= 7 && isSwapped(word, meant);
  return shorter >= 8 && count === 1;
}

function isSwapped(word: string, meant: string): boolean {
  const at = Array.from(word).findIndex((letter, index) => letter !== meant.charAt(index));
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2) === meant;
}
