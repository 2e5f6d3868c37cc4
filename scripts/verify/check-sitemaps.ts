import type { Fault } from './fault.ts';
import { isListed, type Page } from './check-page.ts';
import { linksOf } from './page-facts.ts';
import { isDate } from './moments.ts';
import { reasonOf, type SiteFolder } from './site-folder.ts';
import { childrenOf, parseStrictXml, type Element } from './strict-xml.ts';

/** Sitemaps list every indexable page and nothing else. */
export function checkSitemaps(
  site: SiteFolder,
  pages: ReadonlyMap<string, Page>,
  note: (from: string, to: string) => void,
): Fault[] {
  const faults: Fault[] = [];
  const listed = new Set<string>();
  /** News sitemaps repeat pages of the others. */
  const news = new Set<string>();
  const robots = site.has('robots.txt') ? site.read('robots.txt').toString() : '';
  const named = [...robots.matchAll(/^Sitemap:\s*(\S+)/gim)].map(([, url = '']) => ({
    url,
    from: 'robots.txt',
    isNews: false,
  }));
  const shutOut = pathsShutOut(robots);
  if (named.length === 0)
    faults.push({ address: '/robots.txt', kind: 'sitemap', reason: 'lists no sitemap' });
  for (const { url, from, isNews } of named) {
    const found = site.find(url);
    const report = (reason: string): void => {
      faults.push({ address: site.addressOf(from).pathname, kind: 'sitemap', reason });
    };
    if (!('file' in found)) {
      report(`lists ${url}, which ${reasonOf(found)}`);
      continue;
    }
    note(from, found.file);
    const page = pages.get(found.file);
    if (page) {
      const before = isNews ? news : listed;
      if (before.has(found.file)) report(`lists ${url} twice`);
      before.add(found.file);
      if (shutOut.some((path) => page.address.pathname.startsWith(path)))
        report(`lists ${url}, which robots.txt blocks`);
      if (!isListed(page.facts)) report(`lists ${url}, which is marked noindex`);
      continue;
    }
    const read = readSitemap(site, found.file);
    if (read instanceof Error) {
      report(`lists ${url}, which is not a sitemap: ${read.message}`);
      continue;
    }
    const { locations, images, dates, hasNews } = read;
    const sayOf = (reason: string): void => {
      faults.push({ address: site.addressOf(found.file).pathname, kind: 'sitemap', reason });
    };
    named.push(...locations.map((location) => ({ url: location, from: found.file, isNews: hasNews })));
    for (const date of dates) if (!isDate(date)) sayOf(`has the invalid date "${date}"`);
    for (const image of images) {
      const drawn = site.find(image);
      if (!('file' in drawn)) sayOf(`lists the image ${image}, which ${reasonOf(drawn)}`);
    }
  }
  for (const { file, address, facts } of pages.values()) {
    // Later pages of a list are reached from its first.
    if (/(?:^|\/)page\/\d+\//.test(file)) continue;
    if (listed.has(file) || !isListed(facts) || linksOf(facts, 'canonical').length === 0) continue;
    faults.push({ address: address.pathname, kind: 'sitemap', reason: 'is in no sitemap' });
  }
  return faults;
}

interface Sitemap {
  readonly locations: readonly string[];
  readonly images: readonly string[];
  readonly dates: readonly string[];
  readonly hasNews: boolean;
}

/** A sitemap or a sitemap index (Sitemaps protocol 0.9). */
function readSitemap(site: SiteFolder, file: string): Sitemap | Error {
  try {
    const root = parseStrictXml(site.read(file).toString());
    const entries = { urlset: 'url', sitemapindex: 'sitemap' }[root.name];
    if (entries === undefined) return new Error(`Unexpected <${root.name}>`);
    const parts = childrenOf(root, entries);
    const textsOf = (elements: readonly Element[], name: string): string[] =>
      elements.flatMap((element) => childrenOf(element, name)).map(({ text }) => text.trim());
    return {
      locations: textsOf(parts, 'loc'),
      images: textsOf(
        parts.flatMap((part) => childrenOf(part, 'image:image')),
        'image:loc',
      ),
      dates: textsOf(parts, 'lastmod'),
      hasNews: parts.some((part) => childrenOf(part, 'news:news').length > 0),
    };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Paths that robots.txt blocks for all (RFC 9309); rules for single crawlers are the publisher's choice. */
function pathsShutOut(robots: string): string[] {
  const paths: string[] = [];
  let isForAll = false;
  let isNaming = false;
  for (const [, name = '', value = ''] of robots.matchAll(/^\s*([\w-]+)\s*:\s*([^#\s]*)/gm)) {
    if (/^user-agent$/i.test(name)) {
      isForAll = value === '*' || (isNaming && isForAll);
      isNaming = true;
      continue;
    }
    isNaming = false;
    if (isForAll && /^disallow$/i.test(name) && value !== '') paths.push(value);
  }
  return paths;
}
