import { citedIn } from '../citations.ts';
import { rangeOfKey } from '../../markdown/field-places.ts';
import type { Rule } from './rule.ts';

/** A brief has at least one source. If only later sections have one, `happening-unsourced` reports it. */
export const sourcesNone: Rule = function* ({ draft, fields }) {
  const { frontMatter } = draft;
  if (!frontMatter || fields.sources === undefined || fields.sources.length > 0) return;
  if (citedIn(draft) === 'later') return;
  yield {
    code: 'sources-none',
    range: rangeOfKey(frontMatter, ['sources']),
    message: 'Expected at least one source',
    note: { text: 'add `sources:` with a `title` and a `url` for each' },
  };
};
