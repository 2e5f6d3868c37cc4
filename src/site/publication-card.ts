import { languageFor } from '../languages/languages.ts';
import { publicationCardOf } from '../cards/card.ts';
import { shared, site } from 'virtual:fourfold';

/** The card by which every page is shared that is no brief. */
export const publicationCard = shared(() => publicationCardOf(site, languageFor(site.lang))?.reference);
