import type { Addresses } from '../brief/addresses.ts';
import { archiveOf } from '../brief/archive.ts';
import type { Listing } from '../brief/brief.ts';
import { groupBy, namesOf, newestChangeOf } from '../brief/groups.ts';
import type { Publication } from '../brief/publication.ts';
import type { SitemapPage } from './sitemaps.ts';

/**
 * Pages of topics, threads, authors and languages with their latest change. Further pages of a list are omitted, since
 * the sitemap contains what they list.
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
    // Always exists, since the navigation links to it.
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

/** Pages of public briefs by time: archive and years, corrections, expectations. */
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
