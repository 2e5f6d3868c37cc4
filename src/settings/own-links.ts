import { settingsFile } from '../brief/briefs-folder.ts';
import type { Publication } from '../brief/publication.ts';
import type { PageFacts, SiteLink } from '../check/cross-brief-facts.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Path } from '../markdown/field-places.ts';
import { readLink } from '../markdown/links.ts';
import { readSettingsSource } from './settings.ts';

/** Every setting whose address the site shows, with the address. */
function linksOf({
  authors,
  footerLinks = [],
  miningReservation,
  navigation = [],
  security,
}: Publication): (readonly [Path, string])[] {
  return [
    ...Object.entries(authors).map(([id, { url }]) => [['authors', id, 'url'], url] as const),
    ...(security?.contact ?? []).map((url, at) => [['security', 'contact', at], url] as const),
    ...Object.entries({ navigation, footerLinks }).flatMap(([setting, links]) =>
      links.map(({ link }, at) => [[setting, at, 'link'], link] as const),
    ),
    [['security', 'policy'], security?.policy] as const,
    [['miningReservation', 'policy'], miningReservation?.policy] as const,
  ].flatMap(([path, url]) => (url === undefined ? [] : [[path, url] as const]));
}

/** Internal links in the settings, for the link rules. The range holds the link's index until it is located. */
export function factsOfSettings(publication: Publication): PageFacts {
  const links = linksOf(publication).map(([, url], at) => ({
    range: { start: at, end: at },
    url,
    link: readLink(url, { file: settingsFile, home: publication.address }),
  }));
  return {
    file: settingsFile,
    references: links.flatMap(({ link, range }) =>
      link.kind === 'brief'
        ? [{ name: link.slug, range, how: 'link', ...(link.fragment !== '' && { fragment: link.fragment }) }]
        : [],
    ),
    siteLinks: links.flatMap(({ url, link, range }): SiteLink[] => {
      const written = { range, ...(!url.startsWith('/') && { root: publication.address }) };
      if (link.kind === 'site') return [{ ...written, name: link.path }];
      if (link.kind !== 'brief') return [];
      // Unlike a link in a text, it is published as it is written.
      const name = pathIn(url, publication.address);
      return name === `/briefs/${link.slug}/` ? [] : [{ ...written, name, slug: link.slug }];
    }),
  };
}

/** The path of an address of the site, without that of the publication. */
function pathIn(url: string, home: string): string {
  if (url.startsWith('/')) return url.replace(/[?#].*$/, '');
  return new URL(url).pathname.slice(new URL(home).pathname.length - 1);
}

/** Adds the positions in the file to findings. The file is parsed only if there are any, because that is slow. */
export function locateInSettings(
  root: string,
  publication: Publication,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (!diagnostics.some(({ file }) => file === settingsFile)) return diagnostics;
  const source = readSettingsSource(root);
  const paths = linksOf(publication).map(([path]) => path);
  return diagnostics.map((diagnostic) => {
    const path = diagnostic.file === settingsFile ? paths[diagnostic.range.start] : undefined;
    return path && source ? { ...diagnostic, range: source.rangeOf(path) } : diagnostic;
  });
}
