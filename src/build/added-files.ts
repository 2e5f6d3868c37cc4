import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of the site's to which those of the same name in `public/` are added. */
export const addedFiles: ReadonlySet<string> = new Set(['_headers', '_redirects', '.nojekyll', 'robots.txt']);

/** What the publisher adds to a file of that name; nothing, if there is none in `public/`. */
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

/** Ours first: of redirects, hosts take the first that fits, and headers of several rules add up. */
export function addLines(ours: string, added: string): string {
  return [ours, added].filter((text) => text !== '').join('\n');
}

/**
 * `robots.txt` with the publisher's rules. Where these speak to all programs, they stand instead of ours, which allow everything:
 * of two rules that fit alike, the one that allows is followed (RFC 9309, 2.2.2).
 */
export function addRobots(ours: string, added: string): string {
  const sitemaps = ours.split('\n').filter((line) => /^sitemap:/i.test(line) && !added.includes(line));
  const isForAll = /^[ \t]*user-agent[ \t]*:[ \t]*\*[ \t]*(?:#.*)?$/im.test(added);
  return isForAll ? addLines(added, sitemaps.map((line) => `${line}\n`).join('')) : addLines(ours, added);
}
