import { quote } from '../../diagnostics/quote.ts';
import { spacedLabels } from '../../markdown/footnote-labels.ts';
import type { Rule } from './rule.ts';

/** The name of a footnote holds no space (GitHub's Markdown): with one it is read as a link, or as words. */
export const footnoteLabel: Rule = function* ({ draft }) {
  for (const { start, end, joined, isCertain } of spacedLabels(draft)) {
    const written = draft.source.slice(start, end);
    yield {
      code: 'footnote-label',
      range: { start, end },
      message: `Unexpected space in the name of a footnote, ${quote(written)}: readers would see no note`,
      note: {
        text: `write "[^${joined}]" in the text, and "[^${joined}]:" before the note${isCertain ? ', or run `npm run check -- --fix`' : ''}`,
      },
    };
  }
};
