import type { Addresses } from '../brief/addresses.ts';
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
    ...pagesOf(namesOf.topics, addresses.topic, addresses.topics),
    ...pagesOf(namesOf.threads, addresses.thread, addresses.threads),
    ...pagesOf(namesOf.authors, addresses.author, addresses.authors),
    ...pagesOf((brief) => namesOf.languages(brief, own), addresses.language),
  ];
}

function pageWith(address: string, briefs: readonly Listing[]): SitemapPage {
  const changed = newestChangeOf(briefs);
  return { address, ...(changed !== undefined && { changed }) };
}
