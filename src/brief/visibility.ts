import type { FrontMatter, Moment } from './brief.ts';
import { compareMoments } from './moment.ts';

/** What the public may see of a brief at a given moment. */
export type Visibility = 'public' | 'draft' | 'embargoed' | 'withdrawn';

/**
 * The one rule that decides what is public. A draft stays a draft whatever its date; what is dated later than `now`
 * is embargoed, a withdrawal included; a withdrawn brief leaves a notice at its address and nothing else.
 */
export function visibilityOf(brief: Pick<FrontMatter, 'status' | 'date'>, now: Moment): Visibility {
  if (brief.status === 'draft') return 'draft';
  if (compareMoments(brief.date, now) > 0) return 'embargoed';
  return brief.status === 'withdrawn' ? 'withdrawn' : 'public';
}

/** The same of a brief of which not all may be known: what is neither certainly public nor certainly hidden is undefined. */
export function visibilityIfKnown(
  { status, date }: Partial<Pick<FrontMatter, 'status' | 'date'>>,
  now: Moment,
): Visibility | undefined {
  if (status === 'draft') return 'draft';
  return status === undefined || date === undefined ? undefined : visibilityOf({ status, date }, now);
}

/** From the moment that `expires` names, the brief is said to be out of date; it stays public. */
export function isOutOfDate(brief: Pick<FrontMatter, 'expires'>, now: Moment): boolean {
  return brief.expires !== undefined && compareMoments(brief.expires, now) <= 0;
}
