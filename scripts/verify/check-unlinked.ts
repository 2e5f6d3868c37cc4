import type { Fault } from './fault.ts';
import type { SiteFolder } from './site-folder.ts';

/** Reports files that nothing links to, which are unused or were published by mistake. `linked` are all link targets. */
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
      reason: 'is not linked from anywhere',
    }));
}

/**
 * Files found by convention, by hosts or by editors, and styles and scripts of our components, which Astro writes even if
 * no page uses them.
 */
function isByConvention(file: string): boolean {
  return /^(?:index\.html|404\.html|robots\.txt|llms\.txt|favicon\.ico|apple-touch-icon\.png|_headers|_redirects|\.nojekyll|\.well-known\/(?:security\.txt|tdmrep\.json)|schema\/(?:frontmatter|brief|draft|index)\.json|_astro\/(?:\w+\.astro_astro_type_script_[\w.-]+\.js|[\w.-]+\.css))$/.test(
    file,
  );
}

/** A word that can only be a file name: one without an extension or digest may occur in any text. */
function isNamed(name: string, words: readonly string[]): boolean {
  if (!/[.\d-]/.test(name)) return false;
  const word = new RegExp(`(?<![\\w.-])${RegExp.escape(name)}(?![\\w.-])`);
  return words.some((text) => text.includes(name) && word.test(text));
}

/** The name by which a script or the search page refers to a file; for an index, its folder. */
function nameOf(file: string): string {
  return (/^pagefind\/([^/]+)\/pagefind-entry\.json$/.exec(file) ?? /([^/]+)$/.exec(file))?.[1] ?? '';
}

/** Texts in which scripts and the search page name files without an address. */
function namesIn(site: SiteFolder): string[] {
  return site.files
    .filter((file) => /\.js$|(?:^|\/)search\/index\.html$/.test(file))
    .map((file) => site.read(file).toString());
}
