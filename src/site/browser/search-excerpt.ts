import { normalizeLetters, readIndexedWord } from '../../search/search-words.ts';
import type { SearchFacts } from '../../search/search-index.ts';

/** What Pagefind tells of a brief that it found. */
export interface Fragment {
  /** Of the index in which it was found. */
  readonly language: string;
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  /** Words divided by spaces, as `textToIndex` writes them; `<` and `>` as references. */
  readonly raw_content: string;
  /** `section`: what the story is about, then the four, by the place of their first word. `data`: facts of the brief. */
  readonly anchors: readonly { readonly element: string; readonly id: string; readonly location: number }[];
  readonly weighted_locations: readonly {
    readonly location: number;
    readonly weight: number;
    readonly balanced_score: number;
  }[];
}

/** Where in a brief the words were found, and a piece of the text there. */
export interface Excerpt {
  /** Ids of the sections in which a word was found, the one of the pieces first, the others in their order. */
  readonly parts: readonly string[];
  readonly pieces: readonly { readonly text: string; readonly found: boolean }[];
}

/** Words of an excerpt, and of these before the first that was found: some three lines. */
const length = 30;
const before = 5;

/**
 * Of the section in which most was found, the words around the densest place. A brief of which only the title or the
 * summary was found, or nothing was asked for, begins with its story.
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
  // A word and what follows to find it by are shown as one.
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

/** What the index tells of a brief beside its text. */
export function factsOf({ anchors }: Fragment): SearchFacts {
  const id = anchors.find(({ element }) => element === 'data')?.id ?? '';
  return JSON.parse(decodeURIComponent(id)) as SearchFacts;
}

/**
 * Whether a brief was found by a word of the query, as an index has it. Where an index has no such word, Pagefind takes the longest that the
 * word begins with: "in" for "information". A word itself, in whatever form, is worth 512 by the square of its weight.
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

/** What stands around a word was not looked for. */
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
