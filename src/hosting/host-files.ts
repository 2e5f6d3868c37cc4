import type { Addresses } from '../brief/addresses.ts';
import type { Listing } from '../brief/brief.ts';
import type { HostRule } from './host-rules.ts';

/** A former and a current address of a brief, from the root of the host. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
  readonly isTemporary?: true;
}

/** Redirects from former slugs of public briefs. */
export function redirectsOf(
  briefs: readonly Pick<Listing, 'slug' | 'aliases'>[],
  { brief }: Pick<Addresses, 'brief'>,
): Redirect[] {
  return briefs.flatMap(({ slug, aliases }) =>
    aliases.map((alias) => ({ from: brief(alias), to: brief(slug) })),
  );
}

/** `_headers` for Cloudflare Pages and Netlify: an address, and its headers indented below. */
export function formatHeaders(rules: readonly HostRule[]): string {
  return rules
    .map(({ path, headers }) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n');
}

/**
 * `_redirects` for the same hosts. For other hosts, and above the limit (Cloudflare: 2,000), each of these addresses also
 * has a page that redirects.
 */
export function formatRedirects(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}

/** `vercel.json`: the same rules for Vercel (path-to-regexp). */
export function formatVercel(rules: readonly HostRule[], redirects: readonly Redirect[]): string {
  const configuration = {
    trailingSlash: true,
    headers: rules.map(({ path, headers }) => ({
      source: path.replace(/\*$/, '(.*)'),
      headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
    })),
    redirects: redirects.map(({ from, to, isTemporary }) => ({
      source: from,
      destination: to,
      permanent: isTemporary !== true,
    })),
  };
  return `${JSON.stringify(configuration, null, 2)}\n`;
}
