import type { Draft } from '../../markdown/draft.ts';
import { writeHeadings } from './headings.ts';
import { orderSections } from './section-order.ts';
import { memoize } from '../../brief/memoize.ts';
import { parse } from '../../markdown/parse.ts';
import type { Publication } from '../../brief/publication.ts';
import { hasOwnNames, isSameContent } from '../same-content.ts';

// Two rules and the repair itself ask for the same; to parse anew is most of the work.

/** The draft with every heading that is certain written right; the same one if there is none. */
export const fixHeadings = memoize((draft: Draft, publication: Publication): Draft =>
  changed(draft, writeHeadings(draft), publication),
);

/** The draft with its sections in order; the same one if that is not certain, or already so. */
export const fixOrder = memoize((draft: Draft, publication: Publication): Draft =>
  hasOwnNames(draft) ? changed(draft, orderSections(draft), publication) : draft,
);

/**
 * The draft of a changed text, if it says the same. A fence or comment that nobody closed takes in whatever is moved
 * behind it.
 */
export function changed(draft: Draft, text: string, publication: Publication): Draft {
  if (text === draft.source) return draft;
  const next = parse(draft.file, text, publication);
  return isSameContent(draft, next) ? next : draft;
}
