import { isListed, type Page } from './check-page.ts';
import type { Fault } from './fault.ts';
import type { SiteFolder } from './site-folder.ts';

/**
 * A page names what it is in other languages by tags that exist (BCP 47), and so that search engines believe it: each of
 * them is in that language, and leads back (Google Search Central, "Localized versions of your pages").
 */
export function checkLanguages(
  site: SiteFolder,
  { address, facts }: Page,
  pages: ReadonlyMap<string, Page>,
): Fault[] {
  if (!isListed(facts)) return [];
  const faults: Fault[] = [];
  const say = (reason: string): void => {
    faults.push({ address: address.pathname, kind: 'head', reason });
  };
  const tags = facts.languages.map(({ lang }) => lang.toLowerCase());
  for (const tag of new Set(tags.filter((tag, at) => tags.indexOf(tag) < at)))
    say(`names two pages for the language "${tag}" (hreflang)`);
  for (const { lang, url } of facts.languages) {
    if (lang === 'x-default') continue;
    if (!isTag(lang)) {
      say(`names a page for the language "${lang}" (hreflang), which is none`);
      continue;
    }
    const found = site.find(url, address);
    const other = 'file' in found ? pages.get(found.file) : undefined;
    if (!other) continue;
    if (other.facts.lang.toLowerCase() !== lang.toLowerCase())
      say(`names ${url} for the language "${lang}" (hreflang), and that page is in "${other.facts.lang}"`);
    if (!leadsTo(other, address))
      say(`names ${url} for the language "${lang}" (hreflang), which does not lead back`);
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
