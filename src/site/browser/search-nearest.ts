import { distance } from 'fastest-levenshtein';
import { shortestOffered } from '../../search/search-files.ts';
import { normalizeLetters, searchWords } from '../../search/search-words.ts';

/** The query with each unknown word replaced by the most similar one offered; undefined if nothing changes. */
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

/** One different letter, or two in longer words: two of four letters make another word. */
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
