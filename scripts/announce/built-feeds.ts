import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { addressesOf } from '../../src/brief/addresses.ts';
import type { Publication } from '../../src/brief/publication.ts';

/** A feed as built, and its address. */
export interface BuiltFeed {
  /** Absolute address of the feed, which is its WebSub topic. */
  readonly address: string;
  readonly bytes: Uint8Array;
}

/** Every feed of a built site: first those of the whole site, then the others by address. */
export async function readBuiltFeeds(
  folder: string,
  publication: Pick<Publication, 'address' | 'lang'>,
): Promise<BuiltFeed[]> {
  const addresses = addressesOf(publication);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const pathOf = ({ parentPath, name }: (typeof entries)[number]): string =>
    `${addresses.base}${relative(folder, join(parentPath, name)).replaceAll('\\', '/')}`;
  const files = new Set(entries.filter((entry) => entry.isFile()).map(pathOf));
  const pages = entries.filter((entry) => entry.isDirectory()).map((entry) => `${pathOf(entry)}/`);
  const siteFeeds = [addresses.rss, addresses.atom, addresses.jsonFeed, addresses.correctionsFeed];
  const names = siteFeeds.map((feed) => feed.slice(addresses.base.length));
  // A brief may be called "feed"; its data is no feed.
  const lists = pages.sort().filter((page) => files.has(addresses.rssOf(page)));
  const others = lists.flatMap((page) => names.map((name) => `${page}${name}`));
  const found = [...siteFeeds, ...others].filter((path) => files.has(path));
  return Promise.all(
    found.map(async (path) => ({
      address: addresses.absolute(path),
      bytes: await readFile(join(folder, path.slice(addresses.base.length))),
    })),
  );
}
