import { rangeOfField } from '../../markdown/field-places.ts';
import type { Rule } from './rule.ts';

/** An outcome has a note or another brief to explain it, and neither is allowed without an outcome. */
export const watchOutcome: Rule = function* ({ draft, fields }) {
  const { frontMatter } = draft;
  if (!frontMatter) return;
  for (const [at, { outcome, note, brief }] of (fields.watch ?? []).entries()) {
    const isExplained = note !== undefined || brief !== undefined;
    if ((outcome !== undefined) === isExplained) continue;
    const field = outcome !== undefined ? 'outcome' : note !== undefined ? 'note' : 'brief';
    yield {
      code: 'watch-outcome',
      range: rangeOfField(frontMatter, ['watch', at, field]),
      message:
        outcome === undefined
          ? `Unexpected \`${field}\` without an outcome, expected \`outcome: happened\`, \`missed\` or \`changed\``
          : `Unexpected outcome "${outcome}" without an explanation, expected a \`note\` or the slug of a \`brief\``,
    };
  }
};
