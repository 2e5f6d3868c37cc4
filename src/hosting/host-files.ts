import type { Addresses } from '../brief/addresses.ts';
import type { Listing } from '../brief/brief.ts';
import type { HostRule } from './host-rules.ts';

/** An old address of a brief and the one it has now, both from the root of the host. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** Where old slugs of public briefs lead. */
export function redirectsOf(
  briefs: readonly Pick<Listing, 'slug' | 'aliases'>[],
  { brief }: Pick<Addresses, 'brief'>,
): Redirect[] {
  return briefs.flatMap(({ slug, aliases }) =>
    aliases.map((alias) => ({ from: brief(alias), to: brief(slug) })),
  );
}

/** `_headers` of Cloudflare Pages and Netlify: an address, and its headers indented below it. */
export function formatHeaders(rules: readonly HostRule[]): string {
  return rules
    .map(({ path, headers }) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n');
}

/**
 * `_redirects` of the same hosts. A page that leads on stands at each of these addresses for hosts that read no such file,
 * and for what is past their limit (Cloudflare: 2,000).
 */
export function formatRedirects(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}

/** `vercel.json`: the same rules in Vercel's words (path-to-regexp). */
export function formatVercel(rules: readonly HostRule[], redirects: readonly Redirect[]): string {
  const configuration = {
    trailingSlash: true,
    headers: rules.map(({ path, headers }) => ({
      source: path.replace(/\*$/, '(.*)'),
      headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
    })),
    redirects: redirects.map(({ from, to }) => ({ source: from, destination: to, permanent: true })),
  };
  return `${JSON.stringify(configuration, null, 2)}\n`;
}
