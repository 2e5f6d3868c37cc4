import { languageFor } from '../languages/languages.ts';
import { publicationCardOf } from '../cards/card.ts';
import { shared, site } from 'virtual:fourfold';

/** The card of all pages other than briefs. */
export const publicationCard = shared(() => publicationCardOf(site, languageFor(site.lang))?.reference);
