import type { FrontMatter } from './brief.ts';
import type { Moment } from './moment.ts';
import { compareMoments } from './moment.ts';

/** What the public may see of a brief at a given moment. */
export type Visibility = 'public' | 'draft' | 'embargoed' | 'withdrawn';

/**
 * The only rule that decides what is public. A draft stays a draft regardless of its date; a brief dated after `now` is
 * embargoed, even if withdrawn; a withdrawn brief leaves only a notice.
 */
export function visibilityOf(brief: Pick<FrontMatter, 'status' | 'date'>, now: Moment): Visibility {
  if (brief.status === 'draft') return 'draft';
  if (compareMoments(brief.date, now) > 0) return 'embargoed';
  return brief.status === 'withdrawn' ? 'withdrawn' : 'public';
}

/** The visibility of a brief with unknown fields; undefined if it cannot be determined. */
export function visibilityIfKnown(
  { status, date }: Partial<Pick<FrontMatter, 'status' | 'date'>>,
  now: Moment,
): Visibility | undefined {
  if (status === 'draft') return 'draft';
  return status === undefined || date === undefined ? undefined : visibilityOf({ status, date }, now);
}

/** From `expires` on, the brief is marked as out of date, but stays public. */
export function isOutOfDate(brief: Pick<FrontMatter, 'expires'>, now: Moment): boolean {
  return brief.expires !== undefined && compareMoments(brief.expires, now) <= 0;
}
