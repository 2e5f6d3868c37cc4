import { gunzipSync } from 'node:zlib';
import type { Fault } from './fault.ts';
import type { SiteFolder } from './site-folder.ts';

/** A file that nothing leads to is dead weight, or was not meant to be published. `linked` is what other files lead to. */
export function checkUnlinked(
  site: SiteFolder,
  linked: ReadonlySet<string>,
  own: ReadonlySet<string>,
): Fault[] {
  const left = site.files.filter((file) => !linked.has(file) && !own.has(file) && !isByConvention(file));
  if (left.length === 0) return [];
  const words = namesIn(site);
  return left
    .filter((file) => !words.some((text) => text.includes(nameOf(file))))
    .map((file) => ({
      address: site.addressOf(file).pathname,
      kind: 'unlinked' as const,
      reason: 'is linked from nowhere',
    }));
}

/** What is looked for at its own address, speaks to the host, is read by editors, or is a script of a component not in use. */
function isByConvention(file: string): boolean {
  return /^(?:index\.html|404\.html|robots\.txt|llms\.txt|favicon\.ico|apple-touch-icon\.png|_headers|_redirects|\.well-known\/.*|schema\/.*|_astro\/[^/]+\.js)$/.test(
    file,
  );
}

/** By which a script or an index of the search calls a file: names of indexes have the digest alone. */
function nameOf(file: string): string {
  const [, index] = /^pagefind\/([^/]+)\/(?:pagefind-entry\.json|wasm\..*)$/.exec(file) ?? [];
  if (index !== undefined) return index;
  const name = file.slice(file.lastIndexOf('/') + 1);
  return file.startsWith('pagefind/') ? name.replace(/\.pf_\w+$/, '').replace(/^pagefind\./, '') : name;
}

/** Texts in which scripts and indexes name files without their address. */
function namesIn(site: SiteFolder): string[] {
  return site.files.flatMap((file) => {
    if (/\.js$|pagefind-entry\.json$|^search\/index\.html$/.test(file)) return [site.read(file).toString()];
    return file.endsWith('.pf_meta') ? [gunzipSync(site.read(file)).toString('latin1')] : [];
  });
}
