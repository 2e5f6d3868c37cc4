import { rangeOfField } from '../../markdown/field-places.ts';
import { countSection, sectionsOf } from '../../markdown/sections.ts';
import { howToSet, textLimit } from '../text-limits.ts';
import type { Rule } from './rule.ts';

/** Limits the length of the four sections, to 600 words unless the settings say otherwise. */
export const briefLength: Rule = function* ({ draft, publication }) {
  const { frontMatter, language } = draft;
  if (!frontMatter) return;
  const max = textLimit('brief', publication, language);
  const counts = sectionsOf(draft).map((section) => countSection(section, draft));
  const length = counts.reduce((sum, count) => sum + count, 0);
  if (length <= max) return;
  yield {
    code: 'brief-length',
    range: rangeOfField(frontMatter, ['title']),
    message: `Unexpected length of the brief, ${length} ${language.reading.unit}, expected at most ${max}`,
    note: {
      text: `its sections have ${counts.join(' + ')}; remove ${length - max}, or ${howToSet('brief', language)}`,
    },
  };
};
