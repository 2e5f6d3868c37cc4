import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../src/store/folder.ts';

/** A built site in a folder, accessed by address. */
export interface SiteFolder {
  readonly folder: string;
  /** Absolute address of the home page. */
  readonly home: URL;
  /** Paths in the folder with forward slashes, sorted. */
  readonly files: readonly string[];
  /** Broken links and endless files; no address leads to them. */
  readonly dangling: readonly string[];
  readonly has: (file: string) => boolean;
  readonly read: (file: string) => Buffer;
  /** The target of an absolute address, or of one on a page at `base`. */
  readonly find: (address: URL | string, base?: URL) => Found;
  /** The absolute address of a file; that of a page ends with a slash. */
  readonly addressOf: (file: string) => URL;
}

/** A file, an external address, or the reason why nothing is there. */
export type Found = { readonly file: string } | { readonly elsewhere: true } | { readonly nothing: string };

/** Why an address does not lead to a file of the site. */
export function reasonOf(found: Exclude<Found, { readonly file: string }>): string {
  return 'nothing' in found ? found.nothing : 'is on another host';
}

/** Opens a site, whose home page states its address. Throws if there is none. */
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
      if (!address) return { nothing: 'is not a valid address' };
      if (address.origin !== home.origin) {
        return address.host === home.host
          ? { nothing: `starts with ${address.protocol}, but the site with ${home.protocol}` }
          : { elsewhere: true };
      }
      if (!address.pathname.startsWith(home.pathname)) {
        return { nothing: `is outside ${home.pathname}, the path of the site` };
      }
      const path = decoded(address.pathname.slice(home.pathname.length));
      if (path === undefined) return { nothing: 'is not a valid address' };
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      if (known.has(file)) return { file };
      if (known.has(`${file}/index.html`)) return { nothing: 'needs a slash at its end' };
      return { nothing: 'does not exist' };
    },
    addressOf: (file) => new URL(encodeURI(file.replace(/(^|\/)index\.html$/, '$1')), home),
  };
}

function homeOf(page: string, folder: string): URL {
  if (/<meta name="?robots"? content="?noindex/.test(page))
    throw new Error(
      `${folder} is a preview, which is marked noindex and not for readers: only a site for readers can be verified.`,
    );
  const canonical = /<link rel="?canonical"? href="?([^">\s]+)/.exec(page)?.[1];
  const home = canonical === undefined ? null : URL.parse(canonical);
  if (home) return home;
  throw new Error(
    `There is no site in ${folder}: expected an index.html with its own address (<link rel="canonical">). Run npm run build first.`,
  );
}

/** Without percent-encoding; undefined if it is invalid. */
export function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
