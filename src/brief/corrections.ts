import type { Correction, Listing } from './brief.ts';
import { compareMoments } from './moment.ts';

/** Every correction of some briefs, the newest first: the page and the feed of corrections tell the same. */
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

/** The same for the pages that show them, a hundred on each; there is always one. */
export function pageCorrections(briefs: readonly Listing[]): BriefCorrection[][] {
  const corrections = gatherCorrections(briefs);
  const pages = Math.max(1, Math.ceil(corrections.length / correctionsOnPage));
  return Array.from({ length: pages }, (_, at) =>
    corrections.slice(at * correctionsOnPage, (at + 1) * correctionsOnPage),
  );
}

/** Corrections on one page of their list. */
export const correctionsOnPage = 100;

/** A correction with the brief that it sets right. */
export interface BriefCorrection extends Correction {
  readonly brief: Listing;
  /** Of those of its brief, from 1, the first to last in time; of one moment in the order they are written in. */
  readonly number: number;
}
