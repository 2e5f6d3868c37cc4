import type { Addresses } from '../brief/addresses.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

/**
 * What a host says of an address beside the file. In `path` a `:name` stands for one step of the address, and `*` at its
 * end for all that follows; no two rules that meet at an address give the same header, since hosts join these.
 */
export interface HostRule {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface HostSite {
  readonly addresses: Pick<Addresses, 'base' | 'absolute'>;
  /** Origin to which pages send what readers answer, if it is not the site's own. */
  readonly postsTo: string | undefined;
  readonly searches: boolean;
}

/** The headers of a site, the same for every host; what the head of a page says is said again, and who may frame it. */
export function hostRules({ addresses, postsTo, searches }: HostSite): readonly HostRule[] {
  const { base, absolute } = addresses;
  const isSecure = absolute(base).startsWith('https:');
  // A policy in the head is at least as strict: a page that does not search allows no WebAssembly there.
  const policy = contentSecurityPolicy({ postsTo, searches });
  const rules = (paths: readonly string[], headers: Record<string, string>): HostRule[] =>
    paths.map((path) => ({ path: `${base}${path}`, headers }));
  return [
    ...rules(['*'], {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': withheld.map((feature) => `${feature}=()`).join(', '),
      'Cross-Origin-Opener-Policy': 'same-origin',
      ...(isSecure ? { 'Strict-Transport-Security': `max-age=${year}` } : {}),
    }),
    ...rules(pages, { 'Content-Security-Policy': `${policy}; frame-ancestors 'none'` }),
    ...rules(pages, { 'Cross-Origin-Resource-Policy': 'same-origin' }),
    ...rules(['briefs/:brief/embed/'], {
      'Content-Security-Policy': `${contentSecurityPolicy()}; frame-ancestors *`,
    }),
    ...rules([...hashed, ...data], open),
    ...rules(hashed, { 'Cache-Control': `public, max-age=${year}, immutable` }),
    ...Object.entries(types).flatMap(([path, type]) => rules([path], { 'Content-Type': type })),
  ].reduce(joinRule, []);
}

/** Seconds; RFC 9111 asks for no more. */
const year = 31_536_000;

/** What a page of text has no use for (W3C Permissions Policy, features of browsers of 2026). */
const withheld = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'midi',
  'payment',
  'usb',
];

/** Every page but the embeds, by the number of its steps, and the one that hosts show for what is not there. */
const pages = ['', '404.html', ':page/', ':list/:page/', ':list/page/:number/', ':list/:group/page/:number/'];

/** Whose names hold a digest of what they are: they never change. */
const hashed = [
  '_astro/*',
  'cards/*',
  'pictures/*',
  ...['fragment', 'index', 'filter'].map((kind) => `pagefind/:index/${kind}/*`),
];

/** What readers and programs elsewhere take, in a browser too. */
const open = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

const rss = 'application/rss+xml; charset=utf-8';

const types: Readonly<Record<string, string>> = {
  'rss.xml': rss,
  'corrections.xml': rss,
  ':lang/rss.xml': rss,
  ':list/:group/rss.xml': rss,
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
  'upcoming.ics': 'text/calendar; charset=utf-8',
  'site.webmanifest': 'application/manifest+json; charset=utf-8',
};

const data = [...Object.keys(types), 'briefs/:file', 'briefs/:brief/oembed.json', 'schema/:file', 'llms.txt'];

function joinRule(rules: readonly HostRule[], { path, headers }: HostRule): readonly HostRule[] {
  const known = rules.find((rule) => rule.path === path);
  if (!known) return [...rules, { path, headers }];
  return rules.map((rule) => (rule === known ? { path, headers: { ...known.headers, ...headers } } : rule));
}
