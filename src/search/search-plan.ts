import type { Listing } from '../brief/brief.ts';
import { languageOf } from '../languages/languages.ts';
import type { Publication } from '../brief/publication.ts';
import { namedTopics } from '../brief/topics.ts';
import type { Visibility } from '../brief/visibility.ts';
import { digestOf } from '../store/cache.ts';

/** A searchable brief: its listing, its visibility, and the key of its text. */
export interface SearchableBrief {
  readonly listing: Listing;
  readonly visibility: Visibility;
  readonly key: string;
}

/** An index for the briefs of one year or month in one language, so that a change remakes only one. */
export interface PlannedIndex {
  /** BCP 47: a supported language, or that of the briefs. */
  readonly lang: string;
  readonly year: string;
  /** Folder in the cache and in the output. */
  readonly folder: string;
  /** Digest of its content without the code that makes it, since pages contain it. */
  readonly content: string;
  /** Newest first. */
  readonly briefs: readonly SearchableBrief[];
}

/** An index with the digest of all its inputs. */
export interface SearchIndex extends PlannedIndex {
  readonly key: string;
}

/** Plans the indexes; `maker` is the digest of the code that makes them. */
export function planSearch(maker: string, ...plan: Parameters<typeof planIndexes>): SearchIndex[] {
  return planIndexes(...plan).map((index) => ({ ...index, key: digestOf(maker, index.content) }));
}

/**
 * The indexes of a snapshot, from public briefs only: the publication's language first, others by number of briefs,
 * newest year first.
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

/** Years, and months of a year with too many briefs, newest first. */
function periodsOf(briefs: readonly SearchableBrief[]): [string, readonly SearchableBrief[]][] {
  // Moments have the offset of the publication's time zone.
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

/** Briefs in an index. Each takes 5 ms of CPU, and a change to one remakes the whole index. */
const maxBriefsPerYear = 300;

/** `pt-BR` is searched with `pt`. */
export function languageToSearch(lang: string): string {
  return languageOf(lang)?.code ?? lang;
}

/** Content of an index entry; the text is represented by its digest. */
function factsToSearch(
  { slug, lang, translationOf, title, summary, date, topics, authors, sources, figures, digest }: Listing,
  publication: Pick<Publication, 'authors' | 'topics'>,
) {
  const [named, signed] = [
    namedTopics(publication, topics, lang),
    authors.map((id) => publication.authors[id]?.name),
  ];
  return {
    slug,
    lang,
    translationOf,
    title,
    summary,
    date,
    topics: named,
    authors,
    signed,
    sources,
    figures,
    digest,
  };
}
