import { quote } from '../../diagnostics/quote.ts';
import { underlineOf } from '../../markdown/outline.ts';
import { writtenHeading } from '../../languages/languages.ts';
import type { Rule } from './rule.ts';

/** A brief has no fifth section: all other headings are of level 3 or deeper, inside a section. */
export const sectionUnknown: Rule = function* ({ draft }) {
  for (const { section, text, range } of draft.outline) {
    if (section !== undefined) continue;
    const line = underlineOf(draft.source, range);
    if (line) {
      yield {
        code: 'section-unknown',
        range: line,
        message: `Unexpected line ${quote(draft.source.slice(line.start, line.end))} right below text, which makes the text a heading`,
        note: { text: 'put a blank line above it; a heading inside a section begins with "###"' },
      };
      continue;
    }
    yield {
      code: 'section-unknown',
      range,
      message: `Unexpected section ${quote(text)}, expected only ${draft.headings.map(writtenHeading).map(quote).join(', ')}`,
      note: { text: 'inside a section, headings begin with "###"; the title goes in the front matter' },
    };
  }
};
