import { quote } from '../../diagnostics/quote.ts';
import { writtenHeading } from '../../languages/languages.ts';
import { fixHeadings, fixOrder } from '../fixes/structure.ts';
import type { Rule } from './rule.ts';

/** The four sections are in order. One that comes too early is reported with the one it should follow. */
export const sectionOrder: Rule = function* ({ draft, publication }) {
  const { outline, headings } = draft;
  const advice = (): string => {
    const withHeadings = fixHeadings(draft, publication);
    return fixOrder(withHeadings, publication) === withHeadings
      ? `the order is ${headings.map(writtenHeading).join(' · ')}`
      : 'run `npm run check -- --fix` to put the sections in order';
  };
  const seen = new Set<number>();
  for (const [at, entry] of outline.entries()) {
    const { section } = entry;
    if (section === undefined || seen.has(section)) continue;
    seen.add(section);
    const late = outline.find(
      (other, place) =>
        place > at && other.section !== undefined && other.section < section && !seen.has(other.section),
    );
    if (!late) continue;
    yield {
      code: 'section-order',
      range: entry.range,
      message: `Unexpected section ${quote(entry.text)} before ${quote(late.text)}`,
      note: {
        text: `${quote(late.text)} is at {place}; ${advice()}`,
        at: { file: draft.file, range: late.range },
      },
    };
  }
};
