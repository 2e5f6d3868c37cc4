import type { Listing } from '../brief/brief.ts';
import { languageOf } from '../brief/languages/languages.ts';
import type { Publication } from '../brief/publication.ts';
import { namedTopics } from '../brief/topics.ts';
import { digestOf } from './cache.ts';
import { codeDigest } from './code-digest.ts';
import type { EditionBrief } from './edition.ts';

/** One index of the search: the briefs of a year in a language, so that a change in one year remakes no other. */
export interface SearchIndex {
  /** BCP 47: a language that the site speaks, else as the briefs name it. */
  readonly lang: string;
  readonly year: string;
  /** Where it lies, in the cache and in the output. */
  readonly folder: string;
  /** Digest of all that it is made from. */
  readonly key: string;
  /** Newest first. */
  readonly briefs: readonly EditionBrief[];
}

/**
 * The indexes that an edition's search has, from the briefs that are public and no others: languages by the number of
 * their briefs, the publication's own before all; of each the newest year first.
 */
export async function planSearch(
  root: string,
  briefs: readonly EditionBrief[],
  publication: Pick<Publication, 'address' | 'lang' | 'timeZone' | 'topics'>,
): Promise<SearchIndex[]> {
  const recipe = await codeDigest(root, ['src/press', 'src/brief']);
  const shown = briefs.filter(({ visibility }) => visibility === 'public');
  const languages = Object.entries(Object.groupBy(shown, ({ listing }) => languageToSearch(listing.lang)));
  const own = languageToSearch(publication.lang);
  const rank = ([lang, of = []]: (typeof languages)[number]): number => (lang === own ? Infinity : of.length);
  return languages
    .sort((one, other) => rank(other) - rank(one) || (one[0] < other[0] ? -1 : 1))
    .flatMap(([lang, of = []]) => {
      // The offset of a moment is that of the publication's time zone.
      const years = Object.entries(Object.groupBy(of, ({ listing }) => listing.date.slice(0, 4)));
      return years
        .sort(([one], [other]) => (one < other ? 1 : -1))
        .map(([year, inYear = []]): SearchIndex => {
          const facts = inYear.map(({ listing }) => factsToSearch(listing, publication));
          const { address, timeZone } = publication;
          const key = digestOf(recipe, lang, address, timeZone, JSON.stringify(facts));
          return { lang, year, folder: `${lang}-${year}`, key, briefs: inYear };
        });
    });
}

/** `pt-BR` is searched with `pt`. */
function languageToSearch(lang: string): string {
  return languageOf(lang)?.code ?? lang;
}

/** What an index tells of a brief; its text by its digest. */
function factsToSearch(
  { slug, lang, title, summary, date, topics, figures, digest }: Listing,
  publication: Pick<Publication, 'topics'>,
) {
  return { slug, lang, title, summary, date, topics: namedTopics(publication, topics), figures, digest };
}
