import type { Fault } from './fault.ts';
import { isListed, type Page } from './check-page.ts';
import { linksOf } from './page-facts.ts';
import type { SiteFolder } from './site-folder.ts';
import { childrenOf, parseStrictXml, type Element } from './strict-xml.ts';

/** Search engines are told of pages that are there and may be listed, and of every such page. */
export function checkSitemaps(
  site: SiteFolder,
  pages: ReadonlyMap<string, Page>,
  note: (from: string, to: string) => void,
): Fault[] {
  const faults: Fault[] = [];
  const told = new Set<string>();
  const robots = site.files.includes('robots.txt') ? site.read('robots.txt').toString() : '';
  const named = [...robots.matchAll(/^Sitemap:\s*(\S+)/gim)].map(([, url = '']) => ({
    url,
    from: 'robots.txt',
  }));
  if (named.length === 0) faults.push({ address: 'robots.txt', kind: 'sitemap', reason: 'names no sitemap' });
  for (const { url, from } of named) {
    const found = findOf(site, url);
    const say = (reason: string): void => {
      faults.push({ address: site.addressOf(from).pathname, kind: 'sitemap', reason });
    };
    if (!('file' in found)) {
      say(`names ${url}, which ${'nothing' in found ? found.nothing : 'is on another host'}`);
      continue;
    }
    note(from, found.file);
    const page = pages.get(found.file);
    if (page) {
      told.add(found.file);
      if (!isListed(page.facts)) say(`names ${url}, which asks not to be listed`);
      continue;
    }
    const locations = locationsIn(site, found.file);
    if (locations instanceof Error) say(`names ${url}, which is not well-formed: ${locations.message}`);
    else named.push(...locations.map((location) => ({ url: location, from: found.file })));
  }
  for (const { file, address, facts } of pages.values()) {
    // The following pages of a list are found from its first.
    if (/(?:^|\/)page\/\d+\//.test(file)) continue;
    if (told.has(file) || !isListed(facts) || linksOf(facts, 'canonical').length === 0) continue;
    faults.push({ address: address.pathname, kind: 'sitemap', reason: 'is in no sitemap' });
  }
  return faults;
}

function findOf(site: SiteFolder, url: string): ReturnType<SiteFolder['find']> {
  const target = URL.parse(url);
  return target ? site.find(target) : { nothing: 'is no address' };
}

/** Of a sitemap or a list of sitemaps, the pictures among them. */
function locationsIn(site: SiteFolder, file: string): string[] | Error {
  try {
    return locationsOf(parseStrictXml(site.read(file).toString()));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function locationsOf(element: Element): string[] {
  return childrenOf(element, 'loc')
    .map(({ text }) => text.trim())
    .concat(element.children.filter(({ name }) => /^(?:url|sitemap)$/.test(name)).flatMap(locationsOf));
}
