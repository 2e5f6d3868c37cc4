import { isListed, type Page } from './check-page.ts';
import type { Fault } from './fault.ts';
import type { SiteFolder } from './site-folder.ts';

/**
 * Alternate language links have valid tags (BCP 47), match the language of their pages and are mutual, so that search
 * engines accept them (Google Search Central, "Localized versions of your pages").
 */
export function checkLanguages(
  site: SiteFolder,
  { address, facts }: Page,
  pages: ReadonlyMap<string, Page>,
): Fault[] {
  if (!isListed(facts)) return [];
  const faults: Fault[] = [];
  const report = (reason: string): void => {
    faults.push({ address: address.pathname, kind: 'head', reason });
  };
  const tags = facts.languages.map(({ lang }) => lang.toLowerCase());
  for (const tag of new Set(tags.filter((tag, at) => tags.indexOf(tag) < at)))
    report(`names two pages for the language "${tag}" (hreflang)`);
  for (const { lang, url } of facts.languages) {
    if (lang === 'x-default') continue;
    if (!isTag(lang)) {
      report(`names a page for the language "${lang}" (hreflang), which is not a valid tag`);
      continue;
    }
    const found = site.find(url, address);
    const other = 'file' in found ? pages.get(found.file) : undefined;
    if (!other) continue;
    if (other.facts.lang.toLowerCase() !== lang.toLowerCase())
      report(`names ${url} for the language "${lang}" (hreflang), but that page is in "${other.facts.lang}"`);
    if (!leadsTo(other, address))
      report(`names ${url} for the language "${lang}" (hreflang), which does not link back`);
  }
  return faults;
}

function leadsTo({ address, facts }: Page, wanted: URL): boolean {
  return facts.languages.some(
    ({ lang, url }) => lang !== 'x-default' && URL.parse(url, address)?.href === wanted.href,
  );
}

function isTag(lang: string): boolean {
  try {
    return Intl.getCanonicalLocales(lang).length === 1;
  } catch {
    return false;
  }
}
