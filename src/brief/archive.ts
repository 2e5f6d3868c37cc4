import type { Day } from './moment.ts';
import type { Listing } from './brief.ts';
import { compareMoments } from './moment.ts';

/** Groups briefs by year and month, newest first. Moments have the publication's offset. */
export function archiveOf<Dated extends Pick<Listing, 'date'>>(
  briefs: readonly Dated[],
): ArchiveYear<Dated>[] {
  const years = Map.groupBy(briefs.toSorted(newestFirst), ({ date }) => Number(date.slice(0, 4)));
  return [...years].map(([year, dated]) => ({
    year,
    count: dated.length,
    months: [...Map.groupBy(dated, ({ date }) => date.slice(0, 7))].map(([month, ofMonth]) => ({
      month,
      briefs: ofMonth,
    })),
  }));
}

/** The day under which an archive lists a brief. */
export function archiveDay({ date }: Pick<Listing, 'date'>): Day {
  return date.slice(0, 10);
}

export interface ArchiveYear<Dated> {
  readonly year: number;
  readonly count: number;
  readonly months: readonly ArchiveMonth<Dated>[];
}

export interface ArchiveMonth<Dated> {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly briefs: readonly Dated[];
}

/** A stable order, so briefs of the same moment keep theirs. */
function newestFirst(one: Pick<Listing, 'date'>, other: Pick<Listing, 'date'>): number {
  return compareMoments(other.date, one.date);
}
