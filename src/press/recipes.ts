import type { Publication } from '../brief/publication.ts';
import { digestOf } from './cache.ts';
import { codeDigest } from './code-digest.ts';
import { placeOfBriefs } from '../brief/briefs-folder.ts';
import { fingerprintOf } from './folder.ts';
import { readStandingPages } from './standing-pages.ts';

/** Digest of all that every page is made from beside its props: the footer of each names the publisher's own pages. */
export async function recipeOfPages(root: string, publication: Publication): Promise<string> {
  const standing = await readStandingPages(root, publication);
  return digestOf(await digestOfCode(root), JSON.stringify(standing));
}

/** Digest of all that Astro bundles. Standing pages are code, and may import whatever lies beside them. */
export async function recipeOfBundle(root: string, publication: Publication): Promise<string> {
  const standing = await readStandingPages(root, publication);
  const beside = standing.length > 0 ? fingerprintOf(placeOfBriefs(root), isNoBrief) : '';
  return digestOf(await recipeOfPages(root, publication), beside);
}

/** Of all code that makes a site, the publication's settings among it. */
export async function digestOfCode(root: string): Promise<string> {
  return codeDigest(root, ['src'], 'astro.config.mjs');
}

function isNoBrief(path: string): boolean {
  return path.startsWith('_') || !/\.mdx?$/.test(path);
}
