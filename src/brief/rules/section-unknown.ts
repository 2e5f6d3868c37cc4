import { isExact } from '../outline.ts';
import { languages } from '../languages/languages.ts';
import type { Rule } from './rule.ts';

/** A brief has four sections and no fifth: every other heading is of level 3 or below, inside a section. */
export const sectionUnknown: Rule = function* ({ draft }) {
  for (const { section, text, range } of draft.outline) {
    if (section !== undefined || isOfAnyLanguage(text)) continue;
    yield {
      code: 'section-unknown',
      range,
      message: `Unexpected section "${text}", expected only ${draft.headings.map((heading) => `"${heading}"`).join(', ')}`,
      note: { text: 'inside a section, headings begin with "###"; the title stands in the front matter' },
    };
  }
};

function isOfAnyLanguage(text: string): boolean {
  return languages.some(({ headings }) => headings.some((heading) => isExact(text, heading)));
}
