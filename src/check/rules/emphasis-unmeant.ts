import { quote } from '../../diagnostics/quote.ts';
import { unintendedEmphasis } from '../../markdown/unintended-emphasis.ts';
import type { Rule } from './rule.ts';

/** Two asterisks that belong to words or numbers become emphasis, and readers see neither. */
export const emphasisUnmeant: Rule = function* ({ draft }) {
  const { source, tree, language } = draft;
  for (const { opening, closing } of unintendedEmphasis(tree, source, language.code)) {
    yield {
      code: 'emphasis-unmeant',
      range: opening,
      message: `Unexpected emphasis of ${quote(source.slice(opening.end, closing.start))}: readers do not see the asterisks around it`,
      note: {
        text: 'put a backslash before each asterisk that readers should see, "\\*", or run `npm run check -- --fix`',
      },
    };
  }
};
