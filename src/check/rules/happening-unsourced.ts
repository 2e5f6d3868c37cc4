import { quote } from '../../diagnostics/quote.ts';
import { citedIn } from '../citations.ts';
import { sectionsOf } from '../../markdown/sections.ts';
import type { Rule } from './rule.ts';

/**
 * The first section states what happened, so it needs a source: `sources`, a link or a footnote. If the whole brief has
 * none, `sources-none` reports it.
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
