import { quote } from '../../diagnostics/quote.ts';
import type { Rule } from './rule.ts';

/** No section occurs twice. */
export const sectionRepeated: Rule = function* ({ draft }) {
  for (const [at, entry] of draft.outline.entries()) {
    if (entry.section === undefined) continue;
    const first = draft.outline.findIndex(({ section }) => section === entry.section);
    const original = draft.outline[first];
    if (first === at || !original) continue;
    yield {
      code: 'section-repeated',
      range: entry.range,
      message: `Unexpected second section ${quote(entry.text)}, expected it once`,
      note: {
        text: 'the first one is at {place}; merge the two, or make this a heading of level 3',
        at: { file: draft.file, range: original.range },
      },
    };
  }
};
