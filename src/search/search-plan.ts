import type { Listing } from '../brief/brief.ts';
import { languageOf } from '../languages/languages.ts';
import type { Publication } from '../brief/publication.ts';
import { namedTopics } from '../brief/topics.ts';
import type { Visibility } from '../brief/visibility.ts';
import { digestOf } from '../store/cache.ts';

/** A brief that may be searched: what lists say of it, whether it is public, and where the store has its text. */
export interface SearchableBrief {
  readonly listing: Listing;
  readonly visibility: Visibility;
  readonly key: string;
}

/**
 * One index of the search: the briefs of a year in a language, or of one of its months, so that a change in one remakes
 * no other.
 */
export interface PlannedIndex {
  /** BCP 47: a language that the site speaks, else as the briefs name it. */
  readonly lang: string;
  readonly year: string;
  /** Where it lies, in the cache and in the output. */
  readonly folder: string;
  /** Digest of what it tells of its briefs; the code that makes it is not in it, since pages print it. */
  readonly content: string;
  /** Newest first. */
  readonly briefs: readonly SearchableBrief[];
}

/** The same with the digest of all that it is made from. */
export interface SearchIndex extends PlannedIndex {
  readonly key: string;
}

/** The indexes as they are made by code of which `maker` is a digest. */
export function planSearch(maker: string, ...plan: Parameters<typeof planIndexes>): SearchIndex[] {
  return planIndexes(...plan).map((index) => ({ ...index, key: digestOf(maker, index.content) }));
}

/**
 * The indexes that an edition's search has, from the briefs that are public and no others: languages by the number of
 * their briefs, the publication's own before all; of each the newest year first.
 */
export function planIndexes(
  briefs: readonly SearchableBrief[],
  publication: Pick<Publication, 'address' | 'authors' | 'lang' | 'search' | 'timeZone' | 'topics'>,
): PlannedIndex[] {
  if (publication.search === false) return [];
  const shown = briefs.filter(({ visibility }) => visibility === 'public');
  const languages = Object.entries(Object.groupBy(shown, ({ listing }) => languageToSearch(listing.lang)));
  const own = languageToSearch(publication.lang);
  const rank = ([lang, of = []]: (typeof languages)[number]): number => (lang === own ? Infinity : of.length);
  return languages
    .sort((one, other) => rank(other) - rank(one) || (one[0] < other[0] ? -1 : 1))
    .flatMap(([lang, of = []]) =>
      periodsOf(of).map(([period, briefs]): PlannedIndex => {
        const facts = briefs.map(({ listing }) => factsToSearch(listing, publication));
        const { address, timeZone } = publication;
        const content = digestOf(lang, address, timeZone, JSON.stringify(facts));
        return { lang, year: period.slice(0, 4), folder: `${lang}-${period}`, content, briefs };
      }),
    );
}

/** Years, and months of a year that has too many for one index, the newest first. */
function periodsOf(briefs: readonly SearchableBrief[]): [string, readonly SearchableBrief[]][] {
  // The offset of a moment is that of the publication's time zone.
  return byPeriod(briefs, 'YYYY').flatMap((year) =>
    year[1].length > maxBriefsPerYear ? byPeriod(year[1], 'YYYY-MM') : [year],
  );
}

function byPeriod(
  briefs: readonly SearchableBrief[],
  { length }: string,
): [string, readonly SearchableBrief[]][] {
  const periods = Map.groupBy(briefs, ({ listing }) => listing.date.slice(0, length));
  return [...periods].sort(([one], [other]) => (one < other ? 1 : -1));
}

/** Briefs of a year that one index holds. A brief takes 5 ms of CPU, and one that changes remakes all of its index. */
const maxBriefsPerYear = 300;

/** `pt-BR` is searched with `pt`. */
function languageToSearch(lang: string): string {
  return languageOf(lang)?.code ?? lang;
}

/** What an index tells of a brief; its text by its digest. */
function factsToSearch(
  { slug, lang, title, summary, date, topics, authors, sources, figures, digest }: Listing,
  publication: Pick<Publication, 'authors' | 'topics'>,
) {
  const [named, signed] = [
    namedTopics(publication, topics),
    authors.map((id) => publication.authors[id]?.name),
  ];
  return { slug, lang, title, summary, date, topics: named, authors, signed, sources, figures, digest };
}
