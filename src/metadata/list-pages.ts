import type { Addresses } from '../brief/addresses.ts';
import { archiveOf } from '../brief/archive.ts';
import type { Listing } from '../brief/brief.ts';
import { groupBy, namesOf, newestChangeOf } from '../brief/groups.ts';
import type { Publication } from '../brief/publication.ts';
import type { SitemapPage } from './sitemaps.ts';

/**
 * The pages that group public briefs, each with the newest change of a brief on it: topics, threads, authors, languages.
 * Pages that follow the first are left out: what they list is itself in the sitemap.
 */
export function groupPagesOf(
  { lang: own }: Pick<Publication, 'lang'>,
  addresses: Addresses,
  briefs: readonly Listing[],
): SitemapPage[] {
  const pagesOf = (
    names: (brief: Listing) => readonly string[],
    addressOf: (name: string) => string,
    index?: string,
  ): SitemapPage[] => {
    const groups = groupBy(briefs, names);
    return [
      ...(index !== undefined && groups.length > 0 ? [pageWith(index, groups.flatMap(([, of]) => of))] : []), // prettier-ignore
      ...groups.map(([name, of]) => pageWith(addressOf(name), of)),
    ];
  };
  return [
    // There from the beginning, as the navigation leads to it.
    pageWith(
      addresses.topics,
      briefs.filter((brief) => namesOf.topics(brief).length > 0),
    ),
    ...pagesOf(namesOf.topics, addresses.topic),
    ...pagesOf(namesOf.threads, addresses.thread, addresses.threads),
    ...pagesOf(namesOf.authors, addresses.author, addresses.authors),
    ...pagesOf((brief) => namesOf.languages(brief, own), addresses.language),
  ];
}

/** The pages that order public briefs by time: the archive and its years, the corrections, what is expected. */
export function datedPagesOf(addresses: Addresses, briefs: readonly Listing[]): SitemapPage[] {
  const years = archiveOf(briefs).map(({ year, months }) =>
    pageWith(
      addresses.year(year),
      months.flatMap((month) => month.briefs),
    ),
  );
  return [
    pageWith(addresses.archive, briefs),
    ...years,
    pageWith(
      addresses.corrections,
      briefs.filter(({ corrections }) => corrections.length > 0),
    ),
    pageWith(
      addresses.upcoming,
      briefs.filter(({ watch }) => watch.length > 0),
    ),
  ];
}

function pageWith(address: string, briefs: readonly Listing[]): SitemapPage {
  const changed = newestChangeOf(briefs);
  return { address, ...(changed !== undefined && { changed }) };
}
