import type { Correction, Listing } from './brief.ts';
import { compareMoments } from './moment.ts';

/** Every correction of some briefs, the newest first: the page and the feed of corrections tell the same. */
export function gatherCorrections(briefs: readonly Listing[]): BriefCorrection[] {
  return briefs
    .flatMap((brief) =>
      brief.corrections.map((correction, at, all): BriefCorrection => {
        const place = all.slice(0, at).filter(({ date }) => date === correction.date).length;
        return { ...correction, brief, place };
      }),
    )
    .sort(
      (one, other) => compareMoments(other.date, one.date) || (one.brief.slug < other.brief.slug ? -1 : 1),
    );
}

/** The same for the pages that show them, a hundred on each; there is always one. */
export function pageCorrections(briefs: readonly Listing[]): BriefCorrection[][] {
  const corrections = gatherCorrections(briefs);
  const pages = Math.max(1, Math.ceil(corrections.length / pageLength));
  return Array.from({ length: pages }, (_, at) => corrections.slice(at * pageLength, (at + 1) * pageLength));
}

const pageLength = 100;

/** A correction with the brief that it sets right. */
export interface BriefCorrection extends Correction {
  readonly brief: Listing;
  /** How many of the same moment come before it in its brief. */
  readonly place: number;
}
