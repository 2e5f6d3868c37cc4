import { isExact } from '../outline.ts';
import { languages } from '../languages/languages.ts';
import type { Rule } from './rule.ts';

/** A heading that is nearly right, or right in another language, is an error that names the right one. */
export const sectionHeading: Rule = function* ({ draft }) {
  for (const { section, exact, text, range } of draft.outline) {
    if (section !== undefined) {
      if (exact) continue;
      const heading = `## ${draft.headings[section] ?? ''}`;
      yield {
        code: 'section-heading',
        range,
        message: `Unexpected heading "${draft.source.slice(range.start, range.end).split(/\r?\n/)[0] ?? text}", expected "${heading}"`,
        note: { text: `replace the line by ${heading}` },
      };
      continue;
    }
    const other = languages.find(({ headings }) => headings.some((heading) => isExact(text, heading)));
    if (!other || other.code === draft.language.code) continue;
    yield {
      code: 'section-heading',
      range,
      message: `Unexpected heading "${text}" of another language, expected ${draft.headings.map((heading) => `"${heading}"`).join(', ')}`,
      note: {
        text: `if the brief is written in that language, add \`lang: ${other.code}\` to the front matter`,
      },
    };
  }
};
