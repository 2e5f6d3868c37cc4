import { quote } from '../../diagnostics/quote.ts';
import type { OutlineEntry } from '../../markdown/draft.ts';
import { writtenHeading } from '../../languages/languages.ts';
import { swallowingBlocks } from '../../markdown/swallowed.ts';
import type { Rule } from './rule.ts';

/** All four sections exist. Those missing at one position are reported together, in order. */
export const sectionMissing: Rule = function* ({ draft }) {
  const { headings, outline, source } = draft;
  const end = source.trimEnd().length;
  // Sections inside an unclosed block are reported with that block.
  const swallowed = new Set(swallowingBlocks(draft).flatMap(({ sections }) => sections));
  const missing = new Map<OutlineEntry | undefined, string[]>();
  for (const [section, heading] of headings.map(writtenHeading).entries()) {
    if (swallowed.has(section) || outline.some((entry) => entry.section === section)) continue;
    const next = outline.find((entry) => entry.section !== undefined && entry.section > section);
    missing.set(next, [...(missing.get(next) ?? []), heading]);
  }
  for (const [next, names] of missing) {
    const list = names.map((name) => `"${name}"`).join(', ');
    yield {
      code: 'section-missing',
      range: next?.range ?? { start: Math.max(0, end - 1), end },
      message: next
        ? `Unexpected section ${quote(next.text)}, expected ${list} before it`
        : `Unexpected end of the brief, expected the ${names.length === 1 ? 'section' : 'sections'} ${list}`,
      note: { text: names.map((name) => `write "## ${name}" and its text`).join(', then ') },
    };
  }
};
