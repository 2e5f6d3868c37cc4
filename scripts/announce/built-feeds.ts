import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { addressesOf } from '../../src/brief/addresses.ts';
import type { Publication } from '../../src/brief/publication.ts';

/** A feed as it was built, and where readers find it. */
export interface BuiltFeed {
  /** Absolute: the feed's own address, which is its topic in WebSub. */
  readonly address: string;
  readonly bytes: Uint8Array;
}

/** Every feed in a built site: those of the whole site first, then those of a topic, an author or a language by address. */
export async function readBuiltFeeds(
  folder: string,
  publication: Pick<Publication, 'address'>,
): Promise<BuiltFeed[]> {
  const addresses = addressesOf(publication);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const pathOf = ({ parentPath, name }: (typeof entries)[number]): string =>
    `${addresses.base}${relative(folder, join(parentPath, name)).replaceAll('\\', '/')}`;
  const files = new Set(entries.filter((entry) => entry.isFile()).map(pathOf));
  const pages = entries.filter((entry) => entry.isDirectory()).map((entry) => `${pathOf(entry)}/`);
  const site = [addresses.rss, addresses.atom, addresses.jsonFeed, addresses.correctionsFeed];
  const found = [...site, ...pages.sort().map(addresses.rssOf)].filter((path) => files.has(path));
  return Promise.all(
    found.map(async (path) => ({
      address: addresses.absolute(path),
      bytes: await readFile(join(folder, path.slice(addresses.base.length))),
    })),
  );
}
