import type { CardReference, Listing } from './brief/brief.ts';
import { languageFor } from './brief/languages/languages.ts';
import { compareMoments } from './brief/moment.ts';
import { linkCardOf } from './cards/card.ts';
import { site } from './site.ts';

/** The card that stands for a list of public briefs where it is shared: that of the newest. */
export function newestCard(briefs: readonly Listing[]): CardReference | undefined {
  const [newest] = briefs.toSorted((one, other) => compareMoments(other.date, one.date));
  return newest && linkCardOf(newest, site, languageFor(newest.lang))?.reference;
}
