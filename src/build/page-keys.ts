import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Publication } from '../brief/publication.ts';
import { digestOf } from '../store/cache.ts';
import { placeOfBriefs } from '../brief/briefs-folder.ts';
import { openPackages } from '../store/packages.ts';
import { filesBelow, fingerprintOfSources } from '../store/folder.ts';
import { readStandingPages } from './standing-pages.ts';

/** Digest of all that every page is made from beside its props: the footer of each names the publisher's own pages. */
export async function recipeOfPages(root: string, publication: Publication): Promise<string> {
  const standing = await readStandingPages(root, publication);
  return digestOf(await digestOfCode(root), JSON.stringify([publication, standing]));
}

/**
 * Digest of all that Astro bundles: code, the base of all addresses, and the styles of accents. Standing pages are code, and may
 * import whatever lies beside them.
 */
export async function recipeOfBundle(root: string, publication: Publication): Promise<string> {
  const standing = await readStandingPages(root, publication);
  const { address, accent, topics } = publication;
  const accents = Object.entries(topics).map(([id, topic]) => [id, topic.accent]);
  const beside = standing.length > 0 ? fingerprintOfSources(placeOfBriefs(root), isNoBrief) : '';
  return digestOf(await digestOfCode(root), JSON.stringify([address, accent, accents, standing]), beside);
}

/** Of all code that makes a site, and of the packages that it may use. */
export async function digestOfCode(root: string): Promise<string> {
  const variables = ['.env', '.env.local', '.env.production', '.env.production.local'];
  const files = [
    ...Array.from(filesBelow(join(root, 'src')), (file) => `src/${file}`),
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

function isNoBrief(path: string): boolean {
  return path.startsWith('_') || !/\.mdx?$/.test(path);
}
