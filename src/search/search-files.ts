import { scriptsOf } from '../languages/writing.ts';
import { isUnspaced } from './search-words.ts';

/** A file beside an index with words to suggest when a query finds nothing. */
export const offeredWords = 'words.json';

/** Minimum number of letters. */
export const shortestOffered = 4;

/**
 * The language given to Pagefind, in lower case. Scripts without spaces are segmented beforehand, because Pagefind would
 * segment index and query with different dictionaries.
 */
export function pagefindLanguage(lang: string): string {
  return isUnspaced(scriptsOf(lang)) ? 'unknown' : lang.toLowerCase();
}
