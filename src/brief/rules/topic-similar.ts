import { diagnosticOf } from '../../diagnostics/diagnostic.ts';
import { similarTo } from '../similar.ts';
import type { EditionRule } from './edition-rule.ts';

/** A topic that `site.ts` does not name and that is nearly another one is probably a slip of the pen. */
export const topicSimilar: EditionRule = function* ({ briefs, publication }) {
  const named = new Set(Object.keys(publication.topics));
  const similar = similarTo(
    briefs.flatMap(({ topics }) => topics.map(({ name }) => name)),
    named,
  );
  for (const { file, topics } of briefs) {
    for (const { name, range } of topics) {
      const suggestion = similar(name);
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
