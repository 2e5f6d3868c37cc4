import { segmenterFor } from './segment.ts';
import type { Listing } from './brief.ts';
import { compareMoments } from './moment.ts';

/**
 * For every brief, the slugs of up to three similar ones in its language, by shared topics and rare words in title and
 * summary; newer ones win ties. A single shared word is not enough.
 */
export function relatedBriefs(briefs: readonly RelatedListing[]): ReadonlyMap<string, readonly string[]> {
  const ranks = new Map(briefs.toSorted(newerFirst).map(({ slug }, rank) => [slug, rank] as const));
  const marks = new Map(briefs.map((brief) => [brief.slug, marksOf(brief)]));
  const holders = holdersOf(ranks.keys(), marks);
  const common = Math.max(2, Math.min(maxOccurrences, briefs.length / 5));
  return new Map(
    briefs.map(({ slug }) => {
      const nearness = new Map<string, number>();
      for (const mark of marks.get(slug) ?? []) {
        const shared = holders.get(mark) ?? [];
        const isTopic = mark.startsWith(topicMark);
        if (shared.length < 2 || (!isTopic && shared.length > common)) continue;
        const weight = isTopic ? topicWeight : 1 / Math.log2(1 + shared.length);
        for (const other of shared.slice(0, maxOccurrences)) {
          if (other !== slug) nearness.set(other, (nearness.get(other) ?? 0) + weight);
        }
      }
      const near = [...nearness].filter(([, weight]) => weight >= minNearness);
      const nearest = near.sort(
        ([one, oneWeight], [other, otherWeight]) =>
          otherWeight - oneWeight || (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0),
      );
      return [slug, nearest.slice(0, shown).map(([other]) => other)];
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
  for (const segment of wordsOf(`${title} ${summary}`, lang)) {
    const word = foldWord(segment, lang);
    if (isSignificant(word)) marks.add(`${lang} ${word}`);
  }
  return marks;
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

/** The briefs with each mark, in order. */
function holdersOf(
  slugs: Iterable<string>,
  marks: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, readonly string[]> {
  const holders = new Map<string, string[]>();
  for (const slug of slugs) {
    for (const mark of marks.get(slug) ?? []) {
      const known = holders.get(mark);
      if (known) known.push(slug);
      else holders.set(mark, [slug]);
    }
  }
  return holders;
}

function newerFirst(one: RelatedListing, other: RelatedListing): number {
  return compareMoments(other.date, one.date) || (one.slug < other.slug ? -1 : 1);
}
