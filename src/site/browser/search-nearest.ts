import { distance } from 'fastest-levenshtein';
import { shortestOffered } from '../../search/search-files.ts';
import { normalizeLetters, searchWords } from '../../search/search-words.ts';

/** A query with each word that is none of those offered replaced by the nearest of them; nothing if that changes nothing. */
export function nearestQuery(query: string, lang: string, offered: readonly string[]): string | undefined {
  const known = new Map(offered.map((word) => [normalizeLetters(word), word]));
  const meant = searchWords(query, lang).map(({ shown, spaced, found }) => {
    const asked = found.at(-1) ?? '';
    const nearest = known.has(asked) ? undefined : nearestWord(asked, [...known.keys()]);
    const word = nearest === undefined ? shown : (known.get(nearest) ?? shown);
    return { text: spaced ? ` ${word}` : word, isOther: nearest !== undefined };
  });
  return meant.some(({ isOther }) => isOther)
    ? meant
        .map(({ text }) => text)
        .join('')
        .trim()
    : undefined;
}

/** One letter wrong, of a longer word two: two of four make another word. */
function nearestWord(word: string, words: readonly string[]): string | undefined {
  if (word.length < shortestOffered) return undefined;
  const max = word.length < 6 ? 1 : 2;
  let best: { readonly word: string; readonly far: number } | undefined;
  for (const other of words) {
    if (Math.abs(other.length - word.length) > max) continue;
    const far = distance(word, other);
    if (far <= max && far < (best?.far ?? Infinity)) best = { word: other, far };
  }
  return best?.word;
}
