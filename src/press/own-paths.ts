import { readdir } from 'node:fs/promises';
import { placeOf } from '../brief/briefs-folder.ts';
import type { SitePaths } from '../brief/site-paths.ts';
import { slugOf } from '../brief/slug.ts';
import { listPublicFolder } from './public-folder.ts';
import { standingFolder } from './standing-pages.ts';

/** Addresses of the publisher's standing pages and of the files in `public/`. */
export async function ownPaths(root: string): Promise<SitePaths> {
  const names = await readdir(placeOf(root, standingFolder)).catch(() => []);
  const pages = names.filter((name) => name.endsWith('.mdx')).map((name) => `${slugOf(name)}/`);
  const { files } = listPublicFolder(root);
  return new Map([...pages, ...files].map((path) => [path, undefined]));
}
