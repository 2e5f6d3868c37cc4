import { addressesOf } from './addresses.ts';
import { archiveOf } from './archive.ts';
import { correctionsOnPage } from './corrections.ts';
import { editionsOf, type Edition } from './editions.ts';
import { groupBy, namesOf } from './groups.ts';
import type { Publication } from './publication.ts';

/** Fields of a brief that determine list pages; for a brief with errors, those that are known. */
export interface ListedBrief {
  readonly slug: string;
  readonly lang: string;
  readonly translationOf?: string;
  readonly date: string;
  readonly topics: readonly string[];
  readonly thread?: string;
  readonly authors: readonly string[];
  readonly corrections: number;
}

/** Anchors of pages; undefined if every anchor is accepted. */
export type SitePaths = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/**
 * Paths of the site other than briefs, cards and images, relative to its root and without its base, such as `topics/ai/`.
 * Lists change daily, so only permanent anchors are included.
 */
export function sitePathsOf(
  publication: Publication,
  briefs: readonly ListedBrief[],
  own: SitePaths,
): SitePaths {
  const paths = new Map<string, ReadonlySet<string> | undefined>();
  const { base, ...addresses } = addressesOf(publication);
  const add = (address: string, ids: readonly string[] = []): void => {
    paths.set(address.slice(base.length), new Set(address.endsWith('/') ? ['content', ...ids] : ids));
  };
  for (const edition of editionsOf(briefs, publication, (brief) => brief))
    addLists(publication, edition, add);
  for (const address of [
    addresses.sitemapIndex,
    addresses.sitemap(1),
    addresses.robots,
    addresses.llms,
    addresses.manifest,
    addresses.notFound,
  ])
    // prettier-ignore
    add(address);
  for (const name of ['brief', 'draft', 'frontmatter', 'index'] as const) add(addresses.schema(name));
  for (const file of [
    'favicon.ico',
    'apple-touch-icon.png',
    'icon-192.png',
    'icon-512.png',
    'icon-maskable-512.png',
  ])
    // prettier-ignore
    add(addresses.icon(file));
  if (publication.newsSitemap) add(addresses.newsSitemap);
  if (publication.security) add(addresses.security);
  if (publication.miningReservation) add(addresses.miningReservation);
  for (const [path, ids] of own) paths.set(path, ids);
  return paths;
}

/** The lists, feeds and search of an edition. */
function addLists(
  publication: Publication,
  { lang, briefs, withTranslations }: Edition<ListedBrief>,
  add: (address: string, ids?: readonly string[]) => void,
): void {
  const addresses = addressesOf(publication, lang);
  const addList = (list: string, length: number, size: number): void => {
    for (let page = 1; page <= Math.max(1, Math.ceil(length / size)); page += 1)
      add(addresses.pageOf(list, page));
  };
  const addGroups = (
    names: (brief: ListedBrief) => readonly string[],
    addressOf: (name: string) => string,
    index?: string,
  ): void => {
    const groups = groupBy(briefs, names);
    if (index !== undefined && groups.length > 0) add(index);
    for (const [name, group] of groups) {
      addList(addressOf(name), group.length, publication.pageSize);
      add(addresses.rssOf(addressOf(name)));
    }
  };
  addList(addresses.home, briefs.length, publication.pageSize);
  add(addresses.topics);
  addGroups(namesOf.topics, addresses.topic);
  addGroups(namesOf.authors, addresses.author, addresses.authors);
  const threads = groupBy(briefs, namesOf.threads);
  if (threads.length > 0) add(addresses.threads);
  for (const [thread] of threads) add(addresses.thread(thread));
  add(addresses.archive);
  for (const { year, months } of archiveOf(briefs))
    add(
      addresses.year(year),
      months.map(({ month }) => month),
    );
  addList(addresses.corrections, withTranslations.reduce((sum, { corrections }) => sum + corrections, 0), correctionsOnPage); // prettier-ignore
  add(addresses.subscribe, ['all']);
  add(addresses.upcoming);
  for (const feed of ['rss', 'atom', 'jsonFeed', 'correctionsFeed', 'feedStyles'] as const)
    add(addresses[feed]);
  if (publication.search !== false) add(addresses.search);
}
