import { diagnosticOf, type Finding } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { anchorIn } from '../../markdown/anchors.ts';
import {
  listedFrom,
  redirectsFile,
  type Facts,
  type PageFacts,
  type SiteLink,
} from '../cross-brief-facts.ts';
import { addressesOf } from '../../brief/addresses.ts';
import { nearestOf } from '../../brief/nearest.ts';
import { sitePathsOf, type SitePaths } from '../../brief/site-paths.ts';
import { visibilityIfKnown, type Visibility } from '../../brief/visibility.ts';
import type { CrossBriefRule } from './cross-brief-rule.ts';

/** A link to a page or file of the site leads to an existing one. */
export const pageMissing: CrossBriefRule = function* ({ briefs, pages, slugs, publication, now, own }) {
  const linking: readonly PageFacts[] = [...briefs, ...pages].filter(({ siteLinks }) => siteLinks.length > 0);
  if (linking.length === 0) return;
  const pathsOf = (listed: readonly Facts[]): SitePaths =>
    sitePathsOf(
      publication,
      listed.map((brief) => listedFrom(brief, publication.lang)),
      own,
    );
  const { base } = addressesOf(publication);
  const visibilities = new Map<PageFacts, Visibility | undefined>([
    ...pages.map((page) => [page, 'public'] as const),
    ...briefs.map((brief) => [brief, visibilityIfKnown(brief, now)] as const),
  ]);
  // If a brief is not fully parsed, the lists it will appear in are unknown.
  const published = pathsOf(briefs.filter((brief) => /^(?:public|undefined)$/.test(String(visibilities.get(brief))))); // prettier-ignore
  // Content that is not public yet is published together with its targets or later.
  const all = pathsOf(briefs.filter((brief) => visibilities.get(brief) !== 'withdrawn'));
  for (const brief of linking) {
    const paths = visibilities.get(brief) === 'public' ? published : all;
    for (const link of brief.siteLinks) {
      // The path of the site is added to links, but not to what redirects lead to.
      const { root = brief.file === redirectsFile ? base : '/' } = link;
      const finding = look(link, paths, slugs, root, base);
      // A redirect may lead to a path that only the host knows.
      const code = brief.file === redirectsFile ? 'redirect-target' : 'page-missing';
      if (finding) yield diagnosticOf(brief.file, { ...finding, code });
    }
  }
};

/** Checks an address from the root of the site. */
function look(
  { name, range, slug }: SiteLink,
  paths: SitePaths,
  slugs: ReadonlySet<string>,
  root: string,
  base: string,
): Finding | undefined {
  // Another rule reports briefs that do not exist.
  if (slug !== undefined && !slugs.has(slug)) return undefined;
  const [written = '', ...rest] = name.split('#');
  const address = root + written.slice(1);
  const path = decode(written.slice(1).replace(/\?.*$/, '')).replace(/(^|\/)index\.html$/, '$1');
  const say = (message: string, text: string): Finding => ({
    code: 'page-missing',
    range,
    message,
    note: { text },
  });
  if (!paths.has(path)) {
    const message = `Unexpected link to ${quote(address)}, expected a page or file that this site has`;
    const ofBrief = `briefs/${slug}/`;
    if (slug !== undefined && path !== ofBrief.slice(0, -1)) return say(message, `write "${root}${ofBrief}"`);
    if (slug !== undefined || paths.has(`${path}/`))
      return say(message, `write "${root}${path}/", with a slash at the end`);
    const isThere = (other: string): boolean =>
      paths.has(other) || slugs.has(/^briefs\/([^/]+)\/$/.exec(other)?.[1] ?? '');
    const below = name.slice(base.length - 1);
    if (root === '/' && name.startsWith(base) && isThere(path.slice(base.length - 1)))
      return say(message, `write ${quote(below)}: the path of the site is added automatically`);
    const names = [...paths.keys()];
    const same = names.find((other) => other.toLowerCase() === path.toLowerCase());
    const nearest = same ?? nearestOf(path, names);
    return say(
      message,
      nearest === undefined
        ? 'link to another page, or add this one as a file of briefs/_pages/'
        : `did you mean "${root}${nearest}"?`,
    );
  }
  const ids = paths.get(path);
  const anchor = anchorIn(rest.join('#'));
  if (!ids || anchor === undefined || ids.has(anchor)) return undefined;
  return say(
    `Unexpected link to "#${anchor}" on ${quote(address)}, expected an anchor that does not change`,
    `link to the page: ${quote(address)}`,
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
