import type { Fault } from './fault.ts';
import type { Page } from './check-page.ts';
import { metaOf } from './page-facts.ts';
import { readFeed, type FeedItem } from './read-feed.ts';
import type { SiteFolder } from './site-folder.ts';

/** Every feed is well-formed, knows its own address, and agrees with the pages that it announces. */
export function checkFeeds(
  site: SiteFolder,
  pages: ReadonlyMap<string, Page>,
  note: (from: string, to: string) => void,
): Fault[] {
  return site.files.flatMap((file) => {
    const address = site.addressOf(file);
    const say = (reason: string): Fault => ({ address: address.pathname, kind: 'feed', reason });
    const read = readOrExplain(site, file);
    if (read === undefined) return [];
    if (read instanceof Error) return [say(`is not well-formed: ${read.message}`)];
    const faults =
      read.self === address.href ? [] : [say(`says that its address is ${read.self ?? '(nothing)'}`)];
    const ids = read.items.map(({ id }) => id);
    const repeated = new Set(ids.filter((id, at) => id === '' || ids.indexOf(id) < at));
    return [
      ...faults,
      ...[...repeated].map((id) => say(id === '' ? 'has an item without an id' : `has the id ${id} twice`)),
      ...read.items.flatMap((item) =>
        [...checkItem(site, file, item, pages, note), ...checkFiles(site, file, item, note)].map(say),
      ),
    ];
  });
}

function readOrExplain(site: SiteFolder, file: string): ReturnType<typeof readFeed> | Error {
  if (!/(?:\.xml|feed\.json)$/.test(file)) return undefined;
  try {
    return readFeed(file, site.read(file).toString());
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function checkItem(
  site: SiteFolder,
  file: string,
  { url, title, published }: FeedItem,
  pages: ReadonlyMap<string, Page>,
  note: (from: string, to: string) => void,
): string[] {
  const target = URL.parse(url);
  const found = target ? site.find(target) : { nothing: 'is no address' };
  if (!('file' in found))
    return [`announces ${url}, which ${'nothing' in found ? found.nothing : 'is another site’s'}`];
  note(file, found.file);
  const page = pages.get(found.file);
  // A correction stands at a place on its page, and has a title and a date of its own.
  if (!page || target?.hash !== '') return [];
  const { headings } = page.facts;
  const date = metaOf(page.facts, 'article:published_time');
  return [
    ...(headings.text === fold(title) ? [] : [`calls ${url} "${title}", the page "${headings.text}"`]),
    ...(date === undefined || Date.parse(date) === Date.parse(published)
      ? []
      : [`dates ${url} ${published}, the page ${date}`]),
  ];
}

function checkFiles(
  site: SiteFolder,
  file: string,
  { files }: FeedItem,
  note: (from: string, to: string) => void,
): string[] {
  return files.flatMap(({ url, bytes }) => {
    const target = URL.parse(url);
    const found = target ? site.find(target) : { nothing: 'is no address' };
    if ('elsewhere' in found) return [];
    if ('nothing' in found) return [`carries ${url}, which ${found.nothing}`];
    note(file, found.file);
    const size = site.read(found.file).length;
    return bytes === undefined || Number(bytes) === size
      ? []
      : [`says ${bytes} bytes of ${url}, which has ${size}`];
  });
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
