import { segmenterFor } from './segment.ts';
import type { Listing } from './brief.ts';
import { compareMoments } from './moment.ts';

/**
 * For every brief, the slugs of up to three similar ones in its language, by shared topics and rare words in title and
 * summary; newer ones win ties. A single shared word is not enough.
 */
export function relatedBriefs(briefs: readonly RelatedListing[]): ReadonlyMap<string, readonly string[]> {
  // A brief is its rank here, and an array is a tenth of the work of a map.
  const ranked = briefs.toSorted(newerFirst);
  const marks = ranked.map(marksOf);
  const holders = holdersOf(marks);
  const common = Math.max(2, Math.min(maxOccurrences, briefs.length / 5));
  const nearness = new Float64Array(ranked.length);
  return new Map(
    ranked.map(({ slug }, own) => {
      const touched: number[] = [];
      for (const mark of marks[own] ?? []) {
        const shared = holders.get(mark) ?? [];
        const isTopic = mark.startsWith(topicMark);
        if (shared.length < 2 || (!isTopic && shared.length > common)) continue;
        const weight = isTopic ? topicWeight : 1 / Math.log2(1 + shared.length);
        for (const other of shared.slice(0, maxOccurrences)) {
          const sum = nearness[other] ?? 0;
          if (sum === 0) touched.push(other);
          nearness[other] = sum + weight;
        }
      }
      const nearest = touched
        .filter((other) => other !== own && (nearness[other] ?? 0) >= minNearness)
        .sort((one, other) => (nearness[other] ?? 0) - (nearness[one] ?? 0) || one - other)
        .slice(0, shown);
      for (const other of touched) nearness[other] = 0;
      return [slug, nearest.map((other) => ranked[other]?.slug ?? '')];
    }),
  );
}

export type RelatedListing = Pick<Listing, 'slug' | 'lang' | 'topics' | 'title' | 'summary' | 'date'>;

/** One row below a brief. */
const shown = 3;
/** A word in more briefs is insignificant; for a topic with thousands, the newest are enough. */
const maxOccurrences = 50;
/** One shared topic makes briefs related, and counts as much as two rare words. */
const topicWeight = 1.25;
const minNearness = 1.25;

const topicMark = '\u0000';

/** The topics of a brief and the significant words of its title and summary. */
function marksOf({ lang, topics, title, summary }: RelatedListing): Set<string> {
  const marks = new Set(topics.map((topic) => `${topicMark}${lang} ${topic}`));
  for (const word of wordsOf(`${title} ${summary}`, lang)) {
    const mark = markOf(lang, word);
    if (mark !== undefined) marks.add(mark);
  }
  return marks;
}

/** By language and word: ten thousand briefs use each word dozens of times. */
const markedWords = new Map<string, Map<string, string | undefined>>();

/** The mark of a significant word, whatever its case. */
function markOf(lang: string, word: string): string | undefined {
  const known = markedWords.get(lang) ?? new Map<string, string | undefined>();
  markedWords.set(lang, known);
  if (known.has(word)) return known.get(word);
  const folded = foldWord(word, lang);
  const mark = isSignificant(folded) ? `${lang} ${folded}` : undefined;
  known.set(word, mark);
  return mark;
}

/** Without ICU where it would change nothing, which is a third of the time. */
function foldWord(word: string, lang: string): string {
  return isPlain.test(word) && !foldsAscii.test(lang)
    ? word.toLowerCase()
    : word.normalize('NFKC').toLocaleLowerCase(lang);
}

const isPlain = /^[\u0020-\u007e]*$/;
/** Languages with their own lower case of `I` (Unicode, SpecialCasing.txt). */
const foldsAscii = /^(?:az|lt|tr)\b/;

/** In scripts with spaces, a pattern takes a tenth of a segmenter's time. */
function wordsOf(text: string, lang: string): string[] {
  if (!writtenWithoutSpaces.test(text)) return text.match(word) ?? [];
  return Array.from(segmenterFor('word', lang).segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

const writtenWithoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Letters with joining characters (Unicode Standard Annex 29, WB6 and WB7). */
const word = /[\p{L}\p{M}\p{N}]+(?:['’.:·][\p{L}\p{M}]+)*/gu;

/** Whether a word has at least five letters, or two characters in scripts with short words. */
function isSignificant(word: string): boolean {
  if (!/\p{L}/u.test(word)) return false;
  return /\p{Script=Han}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(word)
    ? word.length >= 2
    : word.length >= 5;
}

/** The ranks of the briefs with each mark, in order. */
function holdersOf(marks: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  for (const [rank, own] of marks.entries()) {
    for (const mark of own) {
      const known = holders.get(mark);
      if (known) known.push(rank);
      else holders.set(mark, [rank]);
    }
  }
  return holders;
}

function newerFirst(one: RelatedListing, other: RelatedListing): number {
  return compareMoments(other.date, one.date) || (one.slug < other.slug ? -1 : 1);
}
