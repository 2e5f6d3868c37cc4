import type { Addresses } from '../brief/addresses.ts';
import type { Publication } from '../brief/publication.ts';

/** robots.txt (RFC 9309) allows everything and lists the sitemaps. Crawlers only read it at the root of a host. */
export function formatRobots(
  { newsSitemap }: Pick<Publication, 'newsSitemap'>,
  addresses: Pick<Addresses, 'absolute' | 'sitemapIndex' | 'newsSitemap'>,
): string {
  const sitemaps = [addresses.sitemapIndex, ...(newsSitemap ? [addresses.newsSitemap] : [])];
  const lines = sitemaps.map((sitemap) => `Sitemap: ${addresses.absolute(sitemap)}\n`);
  return `User-agent: *\nAllow: /\n\n${lines.join('')}`;
}
