import { quote } from '../../diagnostics/quote.ts';
import { countSection, sectionsOf } from '../../markdown/sections.ts';
import { howToSet, textLimit } from '../text-limits.ts';
import type { Rule } from './rule.ts';

/** Limits the length of a section, which is read in one go on a phone, to 220 words unless the settings say otherwise. */
export const sectionLength: Rule = function* ({ draft, publication }) {
  const max = textLimit('section', publication, draft.language);
  const { unit } = draft.language.reading;
  for (const section of sectionsOf(draft)) {
    const length = countSection(section, draft);
    if (length <= max) continue;
    yield {
      code: 'section-length',
      range: section.entry.range,
      message: `Unexpected length of ${quote(section.entry.text)}, ${length} ${unit}, expected at most ${max}`,
      note: { text: `remove ${length - max} ${unit}, or ${howToSet('section', draft.language)}` },
    };
  }
};
