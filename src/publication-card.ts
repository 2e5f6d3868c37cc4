import { languageFor } from './brief/languages/languages.ts';
import { publicationCardOf } from './cards/card.ts';
import { site } from './site.ts';

/** The card by which every page is shared that is no brief. */
export const publicationCard = publicationCardOf(site, languageFor(site.lang))?.reference;
