import { diagnosticOf, type Diagnostic, type Range } from '../../diagnostics/diagnostic.ts';
import { slugFromTitle } from '../../brief/slug-from-title.ts';
import { similarTo } from '../../brief/similar.ts';
import { everyWord } from '../../brief/words.ts';
import { oldestFirst } from '../cross-brief-facts.ts';
import type { CrossBriefRule } from './cross-brief-rule.ts';

/** An undeclared topic with almost the same name as another is probably a typo; one that no other brief has may be an invention of a model. */
export const topicSimilar: CrossBriefRule = function* ({ briefs, publication }) {
  const named = new Set(Object.keys(publication.topics));
  const used = oldestFirst(briefs).flatMap(({ topics }) => topics.map(({ name }) => name));
  const similar = similarTo(used, named);
  const unused = named.difference(new Set(used));
  // A topic given by its display name instead of its slug.
  const bySlugOfName = new Map(
    Object.entries(publication.topics).flatMap(([id, { name }]) =>
      everyWord(name).map((word) => [slugFromTitle(word, publication.lang), id] as const),
    ),
  );
  for (const { file, topics } of briefs) {
    for (const { name, range } of topics) {
      const called = named.has(name) ? undefined : bySlugOfName.get(name);
      if (called !== undefined) {
        yield diagnosticOf(file, {
          code: 'topic-similar',
          range,
          message: `Unexpected topic "${name}", which briefs/_site.yaml calls "${called}"${unused.has(called) ? ', a topic that no brief has' : ''}`,
          note: { text: `write "${called}"` },
        });
        continue;
      }
      const suggestion = similar(name);
      if (suggestion === undefined) {
        if (named.size > 0 && !named.has(name) && used.indexOf(name) === used.lastIndexOf(name))
          yield unknown(file, name, range, named);
        continue;
      }
      if (unused.has(suggestion)) {
        yield diagnosticOf(file, {
          code: 'topic-similar',
          range,
          message: `Unexpected topic "${name}", which is almost "${suggestion}" in briefs/_site.yaml, a topic that no brief has`,
          note: {
            text: `if "${name}" is right, write it in place of "${suggestion}" under \`topics\` in briefs/_site.yaml; otherwise write "${suggestion}" here`,
          },
        });
        continue;
      }
      yield diagnosticOf(file, {
        code: 'topic-similar',
        range,
        message: `Unexpected topic "${name}", which is almost "${suggestion}"`,
        note: { text: `write "${suggestion}", or name "${name}" under \`topics\` in briefs/_site.yaml` },
      });
    }
  }
};

function unknown(file: string, name: string, range: Range, named: ReadonlySet<string>): Diagnostic {
  const some = [...named].slice(0, 8).join(', ');
  return diagnosticOf(file, {
    code: 'topic-unknown',
    range,
    message: `Unexpected topic "${name}", which briefs/_site.yaml does not name`,
    note: {
      text: `name it under \`topics\` there, or write one of those: ${some}${named.size > 8 ? ' …' : ''}`,
    },
  });
}
