import type { Addresses } from '../brief/addresses.ts';

/** RFC 9309: all may read all, and the sitemaps are here. Crawlers look for it only at the root of a host. */
export function formatRobots(addresses: Pick<Addresses, 'absolute' | 'sitemapIndex'>): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${addresses.absolute(addresses.sitemapIndex)}\n`;
}
