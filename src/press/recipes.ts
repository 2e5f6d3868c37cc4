import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Publication } from '../brief/publication.ts';
import { digestOf } from './cache.ts';
import { codeDigest } from './code-digest.ts';
import { placeOfBriefs } from '../brief/briefs-folder.ts';
import { fingerprintOfSources } from './folder.ts';
import { readStandingPages } from './standing-pages.ts';

/** Digest of all that every page is made from beside its props: the footer of each names the publisher's own pages. */
export async function recipeOfPages(root: string, publication: Publication): Promise<string> {
  const standing = await readStandingPages(root, publication);
  // The settings may come from elsewhere than their file: from the environment, or from data that they read.
  return digestOf(await digestOfCode(root), JSON.stringify([publication, standing]));
}

/** Digest of all that Astro bundles. Standing pages are code, and may import whatever lies beside them. */
export async function recipeOfBundle(root: string, publication: Publication): Promise<string> {
  const standing = await readStandingPages(root, publication);
  const beside = standing.length > 0 ? fingerprintOfSources(placeOfBriefs(root), isNoBrief) : '';
  return digestOf(await recipeOfPages(root, publication), beside);
}

/** Of all code that makes a site, the publication's settings among it. */
export async function digestOfCode(root: string): Promise<string> {
  const variables = ['.env', '.env.local', '.env.production', '.env.production.local'];
  const there = variables.filter((file) => existsSync(join(root, file)));
  return codeDigest(root, ['src'], 'astro.config.mjs', ...there);
}

function isNoBrief(path: string): boolean {
  return path.startsWith('_') || !/\.mdx?$/.test(path);
}
