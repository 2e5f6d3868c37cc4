import { diagnosticOf } from '../../diagnostics/diagnostic.ts';
import { similarTo } from '../../brief/similar.ts';
import { oldestFirst } from '../cross-brief-facts.ts';
import type { CrossBriefRule } from './cross-brief-rule.ts';

/** An undeclared thread with almost the same name as another is probably a typo that would split the story. */
export const threadSimilar: CrossBriefRule = function* ({ briefs, publication }) {
  const named = new Set(Object.keys(publication.threads));
  const similar = similarTo(
    oldestFirst(briefs).flatMap(({ thread }) => (thread ? [thread.name] : [])),
    named,
  );
  for (const { file, thread } of briefs) {
    if (!thread) continue;
    const suggestion = similar(thread.name);
    if (suggestion === undefined) continue;
    yield diagnosticOf(file, {
      code: 'thread-similar',
      range: thread.range,
      message: `Unexpected thread "${thread.name}", which is almost "${suggestion}"`,
      note: {
        text: `write "${suggestion}", or name "${thread.name}" under \`threads\` in briefs/_site.yaml`,
      },
    });
  }
};
