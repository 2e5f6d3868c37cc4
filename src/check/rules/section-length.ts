import { quote } from '../../diagnostics/quote.ts';
import { countSection, sectionsOf } from '../../markdown/sections.ts';
import { howToSet, textLimit } from '../text-limits.ts';
import type { Rule } from './rule.ts';

/** A section is read in one go on a phone: it keeps to the publication's limit, 220 words unless it says otherwise. */
export const sectionLength: Rule = function* ({ draft, publication }) {
  const most = textLimit('section', publication, draft.language);
  const { unit } = draft.language.reading;
  for (const section of sectionsOf(draft)) {
    const length = countSection(section, draft);
    if (length <= most) continue;
    yield {
      code: 'section-length',
      range: section.entry.range,
      message: `Unexpected length of ${quote(section.entry.text)}, ${length} ${unit}, expected at most ${most}`,
      note: { text: `remove ${length - most} ${unit}, or ${howToSet('section', draft.language)}` },
    };
  }
};
