import type { Listing } from '../brief/brief.ts';
import type { Publication } from '../brief/publication.ts';
import { linkCardOf } from '../cards/card.ts';
import { languageFor } from '../languages/languages.ts';
import { digestOf } from '../store/cache.ts';
import { openRowMemory } from '../store/row-memory.ts';
import { digestOfMaker } from './makers.ts';

/** The file names of link cards. */
export interface CardNames {
  /** The name for the rendered brief with a key; undefined if the publication has no cards. */
  readonly of: (listing: Listing, key: string) => string | undefined;
  /** Writes new names to the cache. */
  readonly close: () => void;
}

/**
 * Remembers names by rendered brief: a name has a hash of all that the card shows, and describing ten thousand cards to the
 * same names took an eighth of a build in which one text changed.
 */
export function openCardNames(root: string, publication: Publication): CardNames {
  if (publication.cards === false) return { of: () => undefined, close: () => undefined };
  const rows = openRowMemory(root, 'card-names.sqlite');
  const maker = digestOf(digestOfMaker(root, 'cardNames'), JSON.stringify(publication));
  return {
    of: (listing, key) => {
      const [foundMaker, known] = (rows.get(key) ?? '').split(' ');
      if (foundMaker === maker) return known;
      const name = linkCardOf(listing, publication, languageFor(listing.lang))?.file;
      if (name !== undefined) rows.set(key, `${maker} ${name}`);
      return name;
    },
    close: rows.close,
  };
}
