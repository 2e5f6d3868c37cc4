import { readdir } from 'node:fs/promises';
import { placeOf } from '../brief/briefs-folder.ts';
import type { SitePaths } from '../brief/site-paths.ts';
import { slugOf } from '../brief/slug.ts';
import { listPublicFolder, publicFolder } from './public-folder.ts';
import { standingFolder } from './standing-pages.ts';

/** A standing page of the publisher's, or a file in `public/`. */
export interface OwnFile {
  /** Relative to the project root. */
  readonly file: string;
  /** Its address relative to the site's root, without its base, such as `about/`. */
  readonly path: string;
}

export async function ownFiles(root: string): Promise<OwnFile[]> {
  const names = await readdir(placeOf(root, standingFolder)).catch(() => []);
  const pages = names
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => ({ file: `${standingFolder}/${name}`, path: `${slugOf(name)}/` }));
  const files = listPublicFolder(root).files.map((path) => ({
    file: `${publicFolder}/${path}`,
    path: path.replace(/(^|\/)index\.html$/, '$1'),
  }));
  return [...pages, ...files];
}

/** Addresses to which a link may lead. */
export function ownPaths(files: readonly OwnFile[]): SitePaths {
  return new Map(files.map(({ path }) => [path, undefined]));
}
