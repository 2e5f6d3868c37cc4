import { distance } from 'fastest-levenshtein';
import { diagnosticOf } from '../../diagnostics/diagnostic.ts';
import type { EditionRule } from './edition-rule.ts';

/** A topic that `site.ts` does not name and that is nearly another one is probably a slip of the pen. */
export const topicSimilar: EditionRule = function* ({ briefs, publication }) {
  const uses = new Map<string, number>();
  for (const { topics } of briefs) {
    for (const { name } of topics) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  const named = new Set(Object.keys(publication.topics));
  const known = [...new Set([...named, ...uses.keys()])].sort();
  const suggestions = new Map<string, string | undefined>();
  for (const { file, topics } of briefs) {
    for (const { name, range } of topics) {
      if (named.has(name)) continue;
      if (!suggestions.has(name)) suggestions.set(name, similarTopic(name, known, named, uses));
      const suggestion = suggestions.get(name);
      if (suggestion === undefined) continue;
      yield diagnosticOf(file, {
        code: 'topic-similar',
        range,
        message: `Unexpected topic "${name}", which is nearly "${suggestion}"`,
        note: { text: `write "${suggestion}", or name "${name}" under \`topics\` in src/site.ts` },
      });
    }
  }
};

const shortest = 4;

/** The better established topic that differs by one letter in five at most. */
function similarTopic(
  name: string,
  known: readonly string[],
  named: ReadonlySet<string>,
  uses: ReadonlyMap<string, number>,
): string | undefined {
  const weight = (topic: string): number => (named.has(topic) ? Infinity : (uses.get(topic) ?? 0));
  return known.find(
    (other) =>
      other !== name &&
      // Short names are near each other by chance: "us" is no slip for "eu".
      Math.min(name.length, other.length) >= shortest &&
      weight(other) > weight(name) &&
      distance(other, name) <= Math.max(1, Math.floor(Math.min(name.length, other.length) / 5)),
  );
}
