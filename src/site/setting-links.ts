import { addressesOf } from '../brief/addresses.ts';
import { standingParts } from '../brief/briefs-folder.ts';
import { hasPath, site, standingPages } from 'virtual:fourfold';

/** The address of a link from the settings: where it leads to a list that the language has, that of the language. */
export function addressOfLink(link: string, lang: string): string {
  const path = `${lang}${link}`;
  const isList = link.startsWith('/') && lang !== site.lang && hasPath(path.replace(/[?#].*$/, ''));
  return addressesOf(site).linked(isList ? `/${path}` : link);
}

/** A standing page as the pages of a language link to it. */
export interface StandingLink {
  readonly title: string;
  readonly address: string;
  /** Its own language. */
  readonly lang: string;
}

/** The standing pages for the pages of a language: each in that language if it has it, or else in the publication's own. */
export function standingLinks(lang: string): readonly StandingLink[] {
  const names = new Set(standingPages().map(({ slug }) => standingParts(slug, site.lang).page));
  return [...names].flatMap((page) => standingLink(page, lang) ?? []);
}

/** One of them, such as `about`; undefined if neither language has it. */
export function standingLink(page: string, lang: string): StandingLink | undefined {
  const [own, other] = [site.lang, lang].map((each) => (each === site.lang ? page : `${each}/${page}`));
  const pages = standingPages();
  const shown = pages.find(({ slug }) => slug === other) ?? pages.find(({ slug }) => slug === own);
  return (
    shown && {
      title: shown.title,
      address: addressesOf(site).standing(shown.slug),
      lang: standingParts(shown.slug, site.lang).lang,
    }
  );
}
