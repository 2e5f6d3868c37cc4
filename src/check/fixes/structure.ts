import type { Draft } from '../../markdown/draft.ts';
import { writeHeadings } from './headings.ts';
import { orderSections } from './section-order.ts';
import { memoize } from '../../brief/memoize.ts';
import { parse } from '../../markdown/parse.ts';
import type { Publication } from '../../brief/publication.ts';
import { hasOwnNames, isSameContent } from '../same-content.ts';

// Memoized, because two rules and the fix itself need the result, and parsing is most of the work.

/** The draft with all fixable headings corrected; the same draft if there are none. */
export const fixHeadings = memoize((draft: Draft, publication: Publication): Draft =>
  changed(draft, writeHeadings(draft), publication),
);

/** The draft with its sections in order; the same draft if they are in order or that is not certain. */
export const fixOrder = memoize((draft: Draft, publication: Publication): Draft =>
  hasOwnNames(draft) ? changed(draft, orderSections(draft), publication) : draft,
);

/**
 * The draft of a changed text, if it has the same content. An unclosed fence or comment would include text moved after
 * it.
 */
export function changed(draft: Draft, text: string, publication: Publication): Draft {
  if (text === draft.source) return draft;
  const next = parse(draft.file, text, publication);
  return isSameContent(draft, next) ? next : draft;
}
