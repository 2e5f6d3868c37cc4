import { normalizeLetters, readIndexedWord } from '../../search/search-words.ts';
import type { SearchFacts } from '../../search/search-index.ts';

/** A brief as returned by Pagefind. */
export interface Fragment {
  /** Language of its index. */
  readonly language: string;
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  /** Words separated by spaces, as written by `textToIndex`; `<` and `>` are references. */
  readonly raw_content: string;
  /** `section`: the summary and the four sections, by the position of their first word. `data`: facts about the brief. */
  readonly anchors: readonly { readonly element: string; readonly id: string; readonly location: number }[];
  readonly weighted_locations: readonly {
    readonly location: number;
    readonly weight: number;
    readonly balanced_score: number;
  }[];
}

/** An excerpt with the matching sections. */
export interface Excerpt {
  /** Ids of the matching sections: first that of the excerpt, then the others in order. */
  readonly parts: readonly string[];
  readonly pieces: readonly { readonly text: string; readonly found: boolean }[];
}

/** Words of an excerpt, about three lines, and those before the first match. */
const length = 30;
const before = 5;

/**
 * The text around the densest matches in the section with most matches. If only the title or summary matched, or the
 * query is empty, it starts with the summary.
 */
export function excerptOf({ raw_content, anchors, weighted_locations }: Fragment): Excerpt {
  const words = wordsOf(raw_content);
  const parts = anchors
    .filter(({ element }) => element === 'section')
    .toSorted((one, other) => one.location - other.location)
    .map(({ id, location }, at, all) => {
      const end = all[at + 1]?.location ?? words.length;
      const hits = weighted_locations.filter((hit) => hit.location >= location && hit.location < end);
      return { id, start: location, end, hits, score: sum(hits) };
    });
  const [story] = parts;
  const sections = parts.filter(({ id, hits }) => id !== story?.id && hits.length > 0);
  const best = sections.toSorted((one, other) => other.score - one.score)[0] ?? story;
  if (!best) return { parts: [], pieces: [] };
  const densest = best.hits
    .map(({ location }) => ({
      location,
      score: sum(best.hits.filter((hit) => hit.location >= location && hit.location < location + length)),
    }))
    .toSorted((one, other) => other.score - one.score || one.location - other.location)[0];
  const start = Math.max(best.start, Math.min((densest?.location ?? 0) - before, best.end - length));
  const end = Math.min(best.end, start + length);
  const found = new Set(weighted_locations.map(({ location }) => location));
  // A word is shown together with its search forms.
  const isFound = (at: number): boolean => {
    for (let next = at; next === at || readIndexedWord(words[next] ?? ' ').shown === undefined; next += 1) {
      if (found.has(next)) return true;
    }
    return false;
  };
  return {
    parts: [...sections.filter((part) => part === best), ...sections.filter((part) => part !== best)].map(
      ({ id }) => id,
    ),
    pieces: [
      ...(start > best.start ? [{ text: '…', found: false }] : []),
      ...words.slice(start, end).flatMap((word, at) => {
        const { shown, spaced } = readIndexedWord(word);
        if (shown === undefined) return [];
        const text = plain(shown);
        return [
          { text: spaced && at > 0 ? ' ' : '', found: false },
          ...(isFound(start + at) ? marked(text) : [{ text, found: false }]),
        ];
      }),
      ...(end < best.end
        ? [{ text: readIndexedWord(words[end] ?? '').spaced ? ' …' : '…', found: false }]
        : []),
    ].filter(({ text }) => text !== ''),
  };
}

/** The facts that the index stores about a brief. */
export function factsOf({ anchors }: Fragment): SearchFacts {
  const id = anchors.find(({ element }) => element === 'data')?.id ?? '';
  return JSON.parse(decodeURIComponent(id)) as SearchFacts;
}

/**
 * Whether a word of the query matched. If an index does not have a word, Pagefind uses the longest indexed prefix: "in"
 * for "information". A full match has a weight of 512 times the square of the word's weight.
 */
export function isMeant({ raw_content, weighted_locations }: Fragment, query: string): boolean {
  const asked = query.split(' ');
  const words = wordsOf(raw_content);
  return weighted_locations.some(({ location, weight, balanced_score }) => {
    const word = normalizeLetters(words[location] ?? '');
    return balanced_score / weight ** 2 > 500 || asked.some((each) => word.includes(each));
  });
}

function wordsOf(content: string): string[] {
  return content.split(/\s+/);
}

function sum(hits: Fragment['weighted_locations']): number {
  return hits.reduce((total, { balanced_score }) => total + balanced_score, 0);
}

/** Punctuation around a word is not part of the match. */
function marked(word: string): Excerpt['pieces'] {
  const [, opening = '', text = '', closing = ''] =
    /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/su.exec(word) ?? [];
  return [
    { text: opening, found: false },
    { text, found: true },
    { text: closing, found: false },
  ];
}

function plain(word: string): string {
  return word.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
