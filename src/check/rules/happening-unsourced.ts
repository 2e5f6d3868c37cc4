import { quote } from '../../diagnostics/quote.ts';
import { citedIn } from '../citations.ts';
import { sectionsOf } from '../../markdown/sections.ts';
import type { Rule } from './rule.ts';

/**
 * The first section states what happened, and so it says who says so: by `sources`, a link or a footnote. Where no
 * part of the brief does, `sources-none` tells it.
 */
export const happeningUnsourced: Rule = function* ({ draft, fields }) {
  if (fields.sources === undefined || fields.sources.length > 0 || citedIn(draft) !== 'later') return;
  const happening = sectionsOf(draft).find(({ entry }) => entry.section === 0);
  if (!happening) return;
  yield {
    code: 'happening-unsourced',
    range: happening.entry.range,
    message: `Unexpected section ${quote(happening.entry.text)} without any source, expected one for what it states`,
    note: {
      text: 'add `sources:` to the front matter with a `title` and a `url` for each, or link to the source here',
    },
  };
};
