import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Generated files to which the files of the same name in `public/` are added. */
export const addedFiles: ReadonlySet<string> = new Set(['_headers', '_redirects', '.nojekyll', 'robots.txt']);

/** The publisher's additions to a file; empty if `public/` has no file of that name. */
export function readAdded(root: string, name: string): string {
  try {
    const text = readFileSync(join(root, 'public', name), 'utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n')
      .trimEnd();
    return text === '' ? '' : `${text}\n`;
  } catch {
    return '';
  }
}

/** Ours come first: hosts use the first redirect that matches, and combine the headers of several rules. */
export function addLines(ours: string, added: string): string {
  return [ours, added].filter((text) => text !== '').join('\n');
}

/**
 * `robots.txt` with the publisher's rules. Rules for all crawlers replace ours, which allow everything: of two equally specific
 * rules, the one that allows wins (RFC 9309, 2.2.2).
 */
export function addRobots(ours: string, added: string): string {
  const sitemaps = ours.split('\n').filter((line) => /^sitemap:/i.test(line) && !added.includes(line));
  const isForAll = /^[ \t]*user-agent[ \t]*:[ \t]*\*[ \t]*(?:#.*)?$/im.test(added);
  return isForAll ? addLines(added, sitemaps.map((line) => `${line}\n`).join('')) : addLines(ours, added);
}
