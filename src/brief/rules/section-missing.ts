import { quote } from '../../diagnostics/quote.ts';
import { writtenHeading } from '../languages/languages.ts';
import type { Rule } from './rule.ts';

/** Each of the four sections is there. */
export const sectionMissing: Rule = function* ({ draft }) {
  const { headings, outline, source } = draft;
  const end = source.trimEnd().length;
  for (const [section, heading] of headings.map(writtenHeading).entries()) {
    if (outline.some((entry) => entry.section === section)) continue;
    const next = outline.find((entry) => entry.section !== undefined && entry.section > section);
    yield {
      code: 'section-missing',
      range: next?.range ?? { start: Math.max(0, end - 1), end },
      message: next
        ? `Unexpected section ${quote(next.text)}, expected "${heading}" before it`
        : `Unexpected end of the brief, expected the section "${heading}"`,
      note: { text: `write "## ${heading}" and its text` },
    };
  }
};
