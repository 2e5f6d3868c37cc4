import { quote } from '../../diagnostics/quote.ts';
import { passagesOf } from '../../markdown/passages.ts';
import { placeholderMark } from '../../languages/template.ts';
import type { Rule } from './rule.ts';

/** The prompts of the template are not published. */
export const placeholder: Rule = function* ({ draft }) {
  for (const passage of passagesOf(draft)) {
    const at = passage.prose.indexOf(placeholderMark);
    if (at < 0) continue;
    yield {
      code: 'placeholder',
      range: passage.place(at, passage.text.length),
      message: `Replace the placeholder ${quote(passage.text.slice(at))} with your own text`,
      note: { text: `answer the question in its place, and delete the ${placeholderMark}` },
    };
  }
};
