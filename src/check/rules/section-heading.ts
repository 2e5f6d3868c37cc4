import { quote } from '../../diagnostics/quote.ts';
import { writtenHeading } from '../../languages/languages.ts';
import { isFixable } from '../fixes/headings.ts';
import { fixHeadings } from '../fixes/structure.ts';
import { otherLanguageOf } from '../../markdown/outline.ts';
import type { Rule } from './rule.ts';

/** A misspelled section heading, or one in another language, is an error that names the right one. */
export const sectionHeading: Rule = function* ({ draft, publication }) {
  const wrong = draft.outline.filter(({ section, exact }) => section !== undefined && !exact);
  if (wrong.length === 0) return;
  const isFixed = fixHeadings(draft, publication) !== draft;
  for (const entry of wrong) {
    const { section = 0, text, range } = entry;
    const heading = `"## ${writtenHeading(draft.headings[section] ?? '')}"`;
    const other = otherLanguageOf(text, draft.language);
    const replace = `replace the line with ${heading}`;
    yield {
      code: 'section-heading',
      range,
      message: `Unexpected heading ${quote(draft.source.slice(range.start, range.end).split(/[\r\n]/, 1)[0] ?? '')}, expected ${heading}`,
      note: {
        text: other
          ? `replace the line, or set \`lang: ${other.code}\` in the front matter if that is the language of the brief`
          : isFixed && isFixable(entry, draft)
            ? `${replace}, or run \`npm run check -- --fix\``
            : replace,
      },
    };
  }
};
