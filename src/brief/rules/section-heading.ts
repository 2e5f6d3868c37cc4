import { quote } from '../../diagnostics/quote.ts';
import { otherLanguageOf } from '../outline.ts';
import { writtenHeading } from '../languages/languages.ts';
import type { Rule } from './rule.ts';

/** A heading that is nearly right, or right in another language, is an error that names the right one. */
export const sectionHeading: Rule = function* ({ draft }) {
  for (const { section, exact, text, range } of draft.outline) {
    if (section === undefined || exact) continue;
    const heading = `"## ${writtenHeading(draft.headings[section] ?? '')}"`;
    const other = otherLanguageOf(text, draft.language);
    yield {
      code: 'section-heading',
      range,
      message: `Unexpected heading ${quote(draft.source.slice(range.start, range.end).split(/[\r\n]/, 1)[0] ?? '')}, expected ${heading}`,
      note: {
        text: other
          ? `replace the line, or say \`lang: ${other.code}\` in the front matter if that is the language of the brief`
          : `replace the line by ${heading}`,
      },
    };
  }
};
