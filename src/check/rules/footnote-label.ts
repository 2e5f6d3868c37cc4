import { quote } from '../../diagnostics/quote.ts';
import { spacedLabels } from '../../markdown/footnote-labels.ts';
import type { Rule } from './rule.ts';

/** A footnote name must not contain spaces (GitHub's Markdown): otherwise it is parsed as a link or as text. */
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
