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
    .filter((file) => !isNamed(nameOf(file), words))
    .map((file) => ({
      address: site.addressOf(file).pathname,
      kind: 'unlinked' as const,
      reason: 'is linked from nowhere',
    }));
}

/**
 * What is looked for at its own address, speaks to the host, is read by editors, or is a style or the script of a component
 * of ours, which Astro writes whether a page uses it or not.
 */
function isByConvention(file: string): boolean {
  return /^(?:index\.html|404\.html|robots\.txt|llms\.txt|favicon\.ico|apple-touch-icon\.png|_headers|_redirects|\.nojekyll|\.well-known\/(?:security\.txt|tdmrep\.json)|schema\/(?:frontmatter|brief|index)\.json|_astro\/(?:\w+\.astro_astro_type_script_[\w.-]+\.js|[\w.-]+\.css))$/.test(
    file,
  );
}

/** A whole word that only a file is called by: one without an ending or a digest may stand in any text. */
function isNamed(name: string, words: readonly string[]): boolean {
  if (!/[.\d-]/.test(name)) return false;
  const word = new RegExp(`(?<![\\w.-])${RegExp.escape(name)}(?![\\w.-])`);
  return words.some((text) => text.includes(name) && word.test(text));
}

/** By which a script or the search page calls a file: an index by its folder. */
function nameOf(file: string): string {
  return (/^pagefind\/([^/]+)\/pagefind-entry\.json$/.exec(file) ?? /([^/]+)$/.exec(file))?.[1] ?? '';
}

/** Texts in which scripts and the search page name files without their address. */
function namesIn(site: SiteFolder): string[] {
  return site.files
    .filter((file) => /\.js$|^search\/index\.html$/.test(file))
    .map((file) => site.read(file).toString());
}
