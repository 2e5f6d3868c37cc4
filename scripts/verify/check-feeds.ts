import { dirname, join } from 'node:path/posix';
import type { Fault } from './fault.ts';
import { hasPlace } from './check-links.ts';
import { isListed, type Page } from './check-page.ts';
import { collapseSpace, metaOf, readPage } from './page-facts.ts';
import type { Measured } from './images.ts';
import { feedOrProblem } from './read-feed.ts';
import { reasonOf, type SiteFolder } from './site-folder.ts';
import type { FeedItem, ReadFeed, FeedFile } from './feed-item.ts';

interface Surroundings {
  readonly site: SiteFolder;
  readonly pages: ReadonlyMap<string, Page>;
  readonly note: (from: string, to: string) => void;
  readonly measure: (file: string) => Promise<Measured>;
}

/** Every feed is well-formed, has its own address, and agrees with the announced pages and with its sibling formats. */
export async function checkFeeds(around: Surroundings): Promise<Fault[]> {
  const { site, pages } = around;
  const faults: Fault[] = [];
  const siblings = new Map<string, { readonly file: string; readonly urls: string }>();
  const feeds = new Set<string>();
  for (const file of site.files) {
    const feed = feedOrProblem(site, file);
    if (feed === undefined) continue;
    feeds.add(file);
    const report = (reason: string): void => {
      faults.push({ address: site.addressOf(file).pathname, kind: 'feed', reason });
    };
    if (feed instanceof Error) {
      report(`is not well-formed: ${feed.message}`);
      continue;
    }
    checkFeed(site.addressOf(file).href, feed).forEach(report);
    for (const item of feed.items) {
      checkItem(around, file, item).forEach(report);
      checkText(site, item).forEach(report);
      for (const each of item.files) (await checkFile(around, file, each)).forEach(report);
    }
    if (!/(?:^|\/)(?:rss\.xml|atom\.xml|feed\.json)$/.test(file)) continue;
    const urls = feed.items.map(({ url }) => url).join('\n');
    const sibling = siblings.get(dirname(file));
    if (sibling && sibling.urls !== urls) report(`announces different pages than ${sibling.file}`);
    siblings.set(dirname(file), { file, urls });
    repeatedIn(feed, around).forEach(report);
    // The feeds of a language are beside its home page.
    if (!dirname(file).includes('/'))
      missingFrom(feed, pages, pages.get(join(dirname(file), 'index.html'))).forEach(report);
    if (dirname(file) !== '.' && feed.items.length === 0) report('announces nothing');
  }
  return [...faults, ...falseFeeds(around, feeds)];
}

/** Files that pages link to as feeds, but that are not. */
function falseFeeds({ site, pages }: Surroundings, feeds: ReadonlySet<string>): Fault[] {
  return [...pages.values()].flatMap(({ address, facts }) =>
    facts.feeds
      .filter((url) => {
        const found = site.find(url, address);
        return 'file' in found && !feeds.has(found.file);
      })
      .map((url) => ({
        address: address.pathname,
        kind: 'feed' as const,
        reason: `${JSON.stringify(url)} is linked as a feed, but is not one`,
      })),
  );
}

function checkFeed(address: string, { self, items, problems }: ReadFeed): string[] {
  const ids = items.map(({ id }) => id);
  const repeated = new Set(ids.filter((id, at) => id === '' || ids.indexOf(id) < at));
  return [
    ...problems,
    ...(self === address ? [] : [`gives its own address as ${self ?? '(none)'}`]),
    ...[...repeated].map((id) => (id === '' ? 'has an item without an id' : `has the id ${id} twice`)),
  ];
}

/** A brief and its translation are never in one feed. */
function repeatedIn({ items }: ReadFeed, { site, pages }: Surroundings): string[] {
  const announced = new Set(items.map(({ url }) => url));
  return items.flatMap(({ url }) => {
    const found = site.find(url);
    const page = 'file' in found ? pages.get(found.file) : undefined;
    const others =
      page?.facts.languages.filter((other) => other.url !== url && announced.has(other.url)) ?? [];
    return others.map((other) => `announces ${url} and its translation ${other.url}`);
  });
}

/** The feed of a language has its newest briefs: everything newer than its oldest entry must be in it. */
function missingFrom(
  { items }: ReadFeed,
  pages: ReadonlyMap<string, Page>,
  home: Page | undefined,
): string[] {
  const announced = new Set(items.map(({ url }) => url));
  const oldest = items.length === 0 ? 0 : Math.min(...items.map(({ published }) => Date.parse(published)));
  return [...pages.values()]
    .filter(({ address, facts }) => {
      const date = metaOf(facts, 'article:published_time');
      return (
        isListed(facts) &&
        facts.lang === home?.facts.lang &&
        date !== undefined &&
        Date.parse(date) > oldest &&
        !announced.has(address.href)
      );
    })
    .map(({ address }) => `does not announce ${address.href}, which is newer than others in it`);
}

function checkItem({ site, pages, note }: Surroundings, file: string, item: FeedItem): string[] {
  const { url, title, published } = item;
  const found = site.find(url);
  if (!('file' in found))
    return [`announces ${url}, which ${'nothing' in found ? found.nothing : 'is another site’s'}`];
  note(file, found.file);
  const page = pages.get(found.file);
  const { hash } = new URL(url);
  if (hash !== '') {
    // A correction is an anchor on its page, with its own title and date.
    return hasPlace(page, hash) ? [] : [`announces ${url}, which is not an anchor on its page`];
  }
  if (!page) return [];
  const { headings } = page.facts;
  const date = metaOf(page.facts, 'article:published_time');
  return [
    ...(headings.text === collapseSpace(title)
      ? []
      : [`calls ${url} "${title}", the page "${headings.text}"`]),
    ...(date === undefined || Date.parse(date) === Date.parse(published)
      ? []
      : [`dates ${url} ${published}, the page ${date}`]),
  ];
}

/** Items must not contain code, and their links must work in any feed reader. */
function checkText(site: SiteFolder, { url, html }: FeedItem): string[] {
  const { inline, references } = readPage(html);
  const code = inline.filter((what) => !what.endsWith(' style>'));
  return [
    ...[...new Set(code)].map((what) => `carries ${what} in ${url}`),
    ...references.flatMap(({ url: to, role }) => {
      const target = URL.parse(to);
      if (!target)
        return to.startsWith('#') ? [] : [`has ${JSON.stringify(to)} in ${url}, which is not a full address`];
      if (!/^(?:https?|mailto|tel):$/.test(target.protocol))
        return [`has ${JSON.stringify(to)} in ${url}, which may run code`];
      const found = site.find(target);
      if ('elsewhere' in found && role === 'loads') return [`loads ${to} from another host in ${url}`];
      return 'nothing' in found ? [`has ${to} in ${url}, which ${found.nothing}`] : [];
    }),
  ];
}

async function checkFile(
  { site, note, measure }: Surroundings,
  file: string,
  { url, bytes, ...said }: FeedFile,
): Promise<string[]> {
  const found = site.find(url);
  if (!('file' in found)) return [`carries ${url}, which ${reasonOf(found)}`];
  note(file, found.file);
  const { length } = site.read(found.file);
  const wrongSize = bytes === undefined || bytes === String(length) ? [] : [`gives ${bytes} bytes as the size of ${url}, which has ${length}`]; // prettier-ignore
  if (said.type?.startsWith('image/') !== true) return wrongSize;
  const is = await measure(found.file);
  const wrong = (['type', 'width', 'height'] as const).filter(
    (name) => said[name] !== undefined && said[name] !== is[name],
  );
  return [
    ...wrongSize,
    ...wrong.map((name) => `gives ${name} ${said[name] ?? ''} for ${url}, which has ${is[name]}`),
  ];
}
