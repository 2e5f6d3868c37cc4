import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../src/store/folder.ts';

/** A built site as it lies in a folder, seen by its addresses. */
export interface SiteFolder {
  readonly folder: string;
  /** Absolute address of the home page. */
  readonly home: URL;
  /** Below the folder, with forward slashes, sorted. */
  readonly files: readonly string[];
  /** Links to what is not there, and what never ends: no address leads to one. */
  readonly dangling: readonly string[];
  readonly has: (file: string) => boolean;
  readonly read: (file: string) => Buffer;
  /** Where an address leads: an absolute one, or one that is written on a page at `base`. */
  readonly find: (address: URL | string, base?: URL) => Found;
  /** The absolute address of a file: a page's ends in a slash. */
  readonly addressOf: (file: string) => URL;
}

/** A file, an address of somebody else's, or the reason why there is nothing. */
export type Found = { readonly file: string } | { readonly elsewhere: true } | { readonly nothing: string };

/** Why an address leads to no file of the site. */
export function reasonOf(found: Exclude<Found, { readonly file: string }>): string {
  return 'nothing' in found ? found.nothing : 'is on another host';
}

/** Opens a site; where it lives, its own home page says. Throws if there is none that says so. */
export function openSite(folder: string): SiteFolder {
  const names = [...filesBelow(folder)].sort();
  const isThere = (file: string): boolean =>
    statSync(join(folder, file), { throwIfNoEntry: false })?.isFile() === true;
  const files = names.filter(isThere);
  const known = new Set(files);
  const read = (file: string): Buffer => readFileSync(join(folder, file));
  const home = homeOf(known.has('index.html') ? read('index.html').toString() : '', folder);
  return {
    folder,
    home,
    files,
    dangling: names.filter((file) => !isThere(file)),
    has: (file) => known.has(file),
    read,
    find: (written, base) => {
      const address = typeof written === 'string' ? URL.parse(written, base) : written;
      if (!address) return { nothing: 'is no address' };
      if (address.origin !== home.origin) {
        return address.host === home.host
          ? { nothing: `begins with ${address.protocol}, the site with ${home.protocol}` }
          : { elsewhere: true };
      }
      if (!address.pathname.startsWith(home.pathname)) {
        return { nothing: `lies outside ${home.pathname}, where the site lives` };
      }
      const path = decoded(address.pathname.slice(home.pathname.length));
      if (path === undefined) return { nothing: 'is no address' };
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      if (known.has(file)) return { file };
      if (known.has(`${file}/index.html`)) return { nothing: 'leads to a page only with a slash at its end' };
      return { nothing: 'leads to nothing' };
    },
    addressOf: (file) => new URL(encodeURI(file.replace(/(^|\/)index\.html$/, '$1')), home),
  };
}

function homeOf(page: string, folder: string): URL {
  const canonical = /<link rel="?canonical"? href="?([^">\s]+)/.exec(page)?.[1];
  const home = canonical === undefined ? null : URL.parse(canonical);
  if (home) return home;
  throw new Error(
    `There is no site in ${folder}: expected a page index.html that names its own address (<link rel="canonical">). Run npm run build first.`,
  );
}

/** Without its escapes; nothing for those that stand for no character. */
export function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
