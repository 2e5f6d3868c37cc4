import { languageFor } from '../languages/languages.ts';
import { publicationCardOf } from './card.ts';
import { site } from '../site.ts';

/** The card by which every page is shared that is no brief. */
export const publicationCard = publicationCardOf(site, languageFor(site.lang))?.reference;
