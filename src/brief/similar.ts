import { distance } from 'fastest-levenshtein';

const shortest = 4;

/**
 * Finds for an undeclared name a similar established one: they differ in at most one of five letters, and the other is
 * declared or used more often.
 */
export function similarTo(
  used: readonly string[],
  listed: ReadonlySet<string>,
): (name: string) => string | undefined {
  const uses = new Map<string, number>();
  for (const name of used) uses.set(name, (uses.get(name) ?? 0) + 1);
  const weight = (name: string): number => (listed.has(name) ? Infinity : (uses.get(name) ?? 0));
  const known = [...new Set([...listed, ...used])].sort();
  const found = new Map<string, string | undefined>();
  const find = (name: string): string | undefined =>
    known.find(
      (other) =>
        other !== name &&
        // Short names are similar by chance: "us" is not a typo of "eu".
        Math.min(name.length, other.length) >= shortest &&
        weight(other) > weight(name) &&
        distance(other, name) <= Math.max(1, Math.floor(Math.min(name.length, other.length) / 5)),
    );
  return (name) => {
    if (listed.has(name)) return undefined;
    if (!found.has(name)) found.set(name, find(name));
    return found.get(name);
  };
}
