import type { Correction, Listing } from './brief.ts';
import { compareMoments } from './moment.ts';

/** Every correction of the briefs, newest first, for the page and the feed of corrections. */
export function gatherCorrections(briefs: readonly Listing[]): BriefCorrection[] {
  return briefs
    .flatMap((brief) =>
      brief.corrections
        .toSorted((one, other) => compareMoments(one.date, other.date))
        .map((correction, at): BriefCorrection => ({ ...correction, brief, number: at + 1 })),
    )
    .sort(
      (one, other) => compareMoments(other.date, one.date) || (one.brief.slug < other.brief.slug ? -1 : 1),
    );
}

/** The corrections divided into pages of a hundred, at least one page. */
export function pageCorrections(briefs: readonly Listing[]): BriefCorrection[][] {
  const corrections = gatherCorrections(briefs);
  const pages = Math.max(1, Math.ceil(corrections.length / correctionsOnPage));
  return Array.from({ length: pages }, (_, at) =>
    corrections.slice(at * correctionsOnPage, (at + 1) * correctionsOnPage),
  );
}

/** Corrections on a page. */
export const correctionsOnPage = 100;

/** A correction with its brief. */
export interface BriefCorrection extends Correction {
  readonly brief: Listing;
  /** Number within its brief in chronological order, from 1; equal moments keep the order of the front matter. */
  readonly number: number;
}
