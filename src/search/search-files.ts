import { scriptsOf } from '../languages/writing.ts';
import { isUnspaced } from './search-words.ts';

/** Beside the files of an index: the words that a query that finds nothing may have meant. */
export const offeredWords = 'words.json';

/** Letters. */
export const shortestOffered = 4;

/**
 * What Pagefind is told of a language, in small letters. Words of a script without spaces are divided before: it would
 * divide those of an index by one dictionary and those of a query by another.
 */
export function pagefindLanguage(lang: string): string {
  return isUnspaced(scriptsOf(lang)) ? 'unknown' : lang.toLowerCase();
}
