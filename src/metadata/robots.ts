import type { Addresses } from '../brief/addresses.ts';
import type { Publication } from '../brief/publication.ts';

/** RFC 9309: all may read all, and the sitemaps are here. Crawlers look for it only at the root of a host. */
export function formatRobots(
  { newsSitemap }: Pick<Publication, 'newsSitemap'>,
  addresses: Pick<Addresses, 'absolute' | 'sitemapIndex' | 'newsSitemap'>,
): string {
  const sitemaps = [addresses.sitemapIndex, ...(newsSitemap ? [addresses.newsSitemap] : [])];
  const lines = sitemaps.map((sitemap) => `Sitemap: ${addresses.absolute(sitemap)}\n`);
  return `User-agent: *\nAllow: /\n\n${lines.join('')}`;
}
