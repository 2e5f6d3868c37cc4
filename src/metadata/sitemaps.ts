import type { Addresses } from '../brief/addresses.ts';
import { escapeText } from '../brief/escape.ts';
import type { CardReference, Listing } from '../brief/brief.ts';
import type { Moment } from '../brief/moment.ts';
import { newestChange, newestMoment } from '../brief/dates.ts';
import { compareMoments } from '../brief/moment.ts';

/**
 * Sitemaps of lists and other pages, then of public briefs, oldest first, so that a new brief only changes the last file.
 * Split at the limit of sitemaps.org; at least one.
 */
export function sitemapsOf(
  addresses: Addresses,
  briefs: readonly SitemapBrief[],
  others: readonly SitemapPage[],
): readonly Sitemap[] {
  const entries = briefs.toSorted(oldestFirst).map((listed) => entryOf(listed, addresses));
  const own = others.map((page) => ({ ...page, address: addresses.absolute(page.address), images: [] }));
  const pages = [...own, ...entries];
  const count = Math.max(1, Math.ceil(pages.length / addressesPerSitemap));
  return Array.from({ length: count }, (_, index) => {
    const start = index * addressesPerSitemap;
    const part = pages.slice(start, start + addressesPerSitemap);
    return { address: addresses.absolute(addresses.sitemap(index + 1)), ...newestOf(part), entries: part };
  });
}

/** sitemaps.org, 0.9; the size stays far below its 50 MB. */
const addressesPerSitemap = 50_000;

/** A sitemap with images in Google's extension. */
export function formatSitemap({ entries }: Pick<Sitemap, 'entries'>): string {
  const image = ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"';
  return [
    declaration,
    `<urlset ${namespace}${image}>`,
    ...entries.map(
      ({ address, changed, images }) =>
        `<url>${locationXml(address)}${changedXml(changed)}${images.map(imageXml).join('')}</url>`,
    ),
    '</urlset>\n',
  ].join('\n');
}

/** The sitemap index, which robots.txt refers to. */
export function formatSitemapIndex(sitemaps: readonly Pick<Sitemap, 'address' | 'changed'>[]): string {
  return [
    declaration,
    `<sitemapindex ${namespace}>`,
    ...sitemaps.map(
      ({ address, changed }) => `<sitemap>${locationXml(address)}${changedXml(changed)}</sitemap>`,
    ),
    '</sitemapindex>\n',
  ].join('\n');
}

export interface SitemapBrief {
  readonly brief: Listing;
  readonly cards: readonly Pick<CardReference, 'src'>[];
}

/** A page other than a brief. */
export interface SitemapPage {
  /** Relative to the site's root. */
  readonly address: string;
  /** Latest change of its content. */
  readonly changed?: Moment;
}

export interface Sitemap {
  readonly address: string;
  /** Latest change of any page in it. */
  readonly changed?: Moment;
  readonly entries: readonly SitemapEntry[];
}

/** A page; addresses are absolute. */
export interface SitemapEntry {
  readonly address: string;
  readonly changed?: Moment;
  readonly images: readonly string[];
}

const declaration = '<?xml version="1.0" encoding="utf-8"?>';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

function oldestFirst({ brief: one }: SitemapBrief, { brief: other }: SitemapBrief): number {
  return compareMoments(one.date, other.date) || (one.slug < other.slug ? -1 : 1);
}

function entryOf({ brief, cards }: SitemapBrief, addresses: Addresses): SitemapEntry {
  return {
    address: addresses.absolute(addresses.brief(brief.slug)),
    changed: newestChange(brief),
    images: cards.map(({ src }) => addresses.absolute(src)),
  };
}

function newestOf(entries: readonly SitemapEntry[]): Pick<SitemapEntry, 'changed'> {
  const changed = newestMoment(entries.flatMap((entry) => entry.changed ?? []));
  return changed === undefined ? {} : { changed };
}

function locationXml(address: string): string {
  return `<loc>${escapeText(address)}</loc>`;
}

function changedXml(changed: Moment | undefined): string {
  return changed === undefined ? '' : `<lastmod>${changed}</lastmod>`;
}

function imageXml(address: string): string {
  return `<image:image><image:loc>${escapeText(address)}</image:loc></image:image>`;
}
