import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Publication } from '../brief/publication.ts';
import { digestOf } from '../store/cache.ts';
import { openPackages } from '../store/packages.ts';
import { filesBelow } from '../store/folder.ts';
import { componentsFolder } from './own-components.ts';
import type { Edition } from './snapshot.ts';

/** Digest of all that every page is made from beside its props: the footer of each names the publisher's own pages. */
export async function recipeOfPages(
  root: string,
  publication: Publication,
  pages: Edition['pages'],
): Promise<string> {
  const names = pages.map(({ slug, title }) => [slug, title]);
  return digestOf(await digestOfCode(root), JSON.stringify([publication, names]));
}

/** Digest of all that Astro bundles: code, the base of all addresses, and the styles of accents. */
export async function recipeOfBundle(root: string, publication: Publication): Promise<string> {
  const { address, accent, topics } = publication;
  const accents = Object.entries(topics).map(([id, topic]) => [id, topic.accent]);
  return digestOf(await digestOfCode(root), JSON.stringify([address, accent, accents]));
}

/** Of all code that makes a site, the publication's own components among it, and of the packages that it may use. */
export async function digestOfCode(root: string): Promise<string> {
  const variables = ['.env', '.env.local', '.env.production', '.env.production.local'];
  const files = [
    ...['src', componentsFolder].flatMap((folder) =>
      Array.from(filesBelow(join(root, folder)), (file) => `${folder}/${file}`),
    ),
    'astro.config.mjs',
    ...variables.filter((file) => existsSync(join(root, file))),
  ];
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  const packages = openPackages(root);
  return digestOf(
    process.version,
    ...files.flatMap((file, at) => [file, contents[at] ?? '']),
    ...packages.closureOf(packages.names).map(packages.versionOf),
  );
}
