import { addressesOf, type Addresses } from '../brief/addresses.ts';
import { archiveOf } from '../brief/archive.ts';
import type { Listing } from '../brief/brief.ts';
import { editionsOf, type Edition } from '../brief/editions.ts';
import { groupBy, namesOf, newestChangeOf } from '../brief/groups.ts';
import type { Publication } from '../brief/publication.ts';
import type { SitemapPage } from './sitemaps.ts';

/** The first page of every list in every language, with its latest change. */
export function listPagesOf(publication: Publication, briefs: readonly Listing[]): SitemapPage[] {
  return editionsOf(briefs, publication, (brief) => brief).flatMap((edition) => {
    const addresses = addressesOf(publication, edition.lang);
    return [
      pageWith(addresses.home, edition.briefs),
      { address: addresses.subscribe },
      ...groupPagesOf(addresses, edition.briefs),
      ...datedPagesOf(addresses, edition),
    ];
  });
}

/**
 * Pages of topics, threads and authors. Further pages of a list are omitted, since the sitemap contains what they list.
 */
function groupPagesOf(addresses: Addresses, briefs: readonly Listing[]): SitemapPage[] {
  const pagesOf = (
    names: (brief: Listing) => readonly string[],
    addressOf: (name: string) => string,
    index: string,
  ): SitemapPage[] => {
    const groups = groupBy(briefs, names);
    return [
      ...(groups.length > 0 ? [pageWith(index, groups.flatMap(([, of]) => of))] : []), // prettier-ignore
      ...groups.map(([name, of]) => pageWith(addressOf(name), of)),
    ];
  };
  const topics = pagesOf(namesOf.topics, addresses.topic, addresses.topics);
  return [
    // Always exists, since the navigation links to it.
    ...(topics.length > 0 ? topics : [pageWith(addresses.topics, [])]),
    ...pagesOf(namesOf.threads, addresses.thread, addresses.threads),
    ...pagesOf(namesOf.authors, addresses.author, addresses.authors),
  ];
}

/** Pages of public briefs by time: archive and years, corrections, expectations. */
function datedPagesOf(addresses: Addresses, { briefs, withTranslations }: Edition<Listing>): SitemapPage[] {
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
      withTranslations.filter(({ corrections }) => corrections.length > 0),
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
