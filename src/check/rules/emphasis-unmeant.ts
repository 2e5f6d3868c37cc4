import { quote } from '../../diagnostics/quote.ts';
import { unintendedEmphasis } from '../../markdown/unintended-emphasis.ts';
import type { Rule } from './rule.ts';

/** An asterisk may be part of a word or a number; two of them are emphasis to Markdown, and readers see neither. */
export const emphasisUnmeant: Rule = function* ({ draft }) {
  const { source, tree, language } = draft;
  for (const { opening, closing } of unintendedEmphasis(tree, source, language.code)) {
    yield {
      code: 'emphasis-unmeant',
      range: opening,
      message: `Unexpected emphasis of ${quote(source.slice(opening.end, closing.start))}: readers do not see the asterisks around it`,
      note: {
        text: 'put a backslash before each that readers are to see, "\\*", or run `npm run check -- --fix`',
      },
    };
  }
};
