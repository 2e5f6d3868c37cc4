import type { Addresses } from '../brief/addresses.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

/**
 * Headers for an address. In `path`, `:name` stands for one segment and a final `*` for the rest. Rules that match the
 * same address never set the same header, since hosts combine them.
 */
export interface HostRule {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface HostSite {
  readonly addresses: Pick<Addresses, 'base' | 'absolute'>;
  /** Languages with lists of their own, except the publication's. */
  readonly languages: readonly string[];
  /** Origin to which readers' answers are posted, if it is another one. */
  readonly postsTo: string | undefined;
  readonly searches: boolean;
  /** Whether it is a preview, which search engines must not index. */
  readonly preview?: true | undefined;
}

/** The headers of a site for every host: those in the head of pages, and who may frame them. */
export function hostRules({
  addresses,
  languages,
  postsTo,
  searches,
  preview,
}: HostSite): readonly HostRule[] {
  const { base, absolute } = addresses;
  const isSecure = absolute(base).startsWith('https:');
  // A policy in the head is at least as strict: pages without search do not allow WebAssembly there.
  const documents = [...pages, ...languages.flatMap((lang) => lists.map((list) => `${lang}/${list}/:page/`))];
  const typed = {
    ...types,
    ...Object.fromEntries(languages.map((lang) => [`${lang}/feed.json`, types['feed.json']])),
  };
  const policy = contentSecurityPolicy({ postsTo, searches });
  const rules = (paths: readonly string[], headers: Record<string, string>): HostRule[] =>
    paths.map((path) => ({ path: `${base}${path}`, headers }));
  return [
    ...rules(['*'], {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': withheld.map((feature) => `${feature}=()`).join(', '),
      'Cross-Origin-Opener-Policy': 'same-origin',
      ...(preview && { 'X-Robots-Tag': 'noindex' }),
      ...(isSecure ? { 'Strict-Transport-Security': `max-age=${year}` } : {}),
    }),
    ...rules(documents, { 'Content-Security-Policy': `${policy}; frame-ancestors 'none'` }),
    ...rules(documents, { 'Cross-Origin-Resource-Policy': 'same-origin' }),
    ...rules(['briefs/:brief/embed/'], {
      'Content-Security-Policy': `${contentSecurityPolicy()}; frame-ancestors *`,
    }),
    ...rules([...hashed, ...Object.keys(typed), ...data], open),
    ...rules(hashed, { 'Cache-Control': `public, max-age=${year}, immutable` }),
    ...Object.entries(typed).flatMap(([path, type]) => rules([path], { 'Content-Type': type })),
  ].reduce(joinRule, []);
}

/** Seconds; RFC 9111 recommends no more. */
const year = 31_536_000;

/** Browser features that text pages do not need (W3C Permissions Policy, features in 2026). */
const withheld =
  'accelerometer browsing-topics camera display-capture geolocation gyroscope microphone midi payment usb'.split(
    ' ',
  );

/** Every page except embeds by number of segments, and the error page; `:list/` is also the home page of a language. */
const pages = [
  '',
  '404.html',
  ':page/',
  ':list/:page/',
  ':list/page/:number/',
  ':list/:group/page/:number/',
  ':lang/:list/:group/page/:number/',
];

/** Lists with a page for each group. Below the tag of a language, since `:lang/:list/:page/` would also match embeds. */
const lists = ['archive', 'authors', 'threads', 'topics'];

/** Files with a digest in their name, which never change. */
const hashed = [
  '_astro/*',
  'cards/*',
  'pictures/*',
  ...['fragment', 'index', 'filter'].map((kind) => `pagefind/:index/${kind}/*`),
];

/** Headers for files that other sites and programs use. */
const open = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

const rss = 'application/rss+xml; charset=utf-8';
const atom = 'application/atom+xml; charset=utf-8';

const types = {
  'rss.xml': rss,
  'corrections.xml': rss,
  ':lang/rss.xml': rss,
  ':lang/corrections.xml': rss,
  ':list/:group/rss.xml': rss,
  ':lang/:list/:group/rss.xml': rss,
  'atom.xml': atom,
  ':lang/atom.xml': atom,
  'feed.json': 'application/feed+json; charset=utf-8',
  'upcoming.ics': 'text/calendar; charset=utf-8',
  'site.webmanifest': 'application/manifest+json; charset=utf-8',
};

const data = ['briefs/:file', 'briefs/:brief/oembed.json', 'schema/:file', 'llms.txt'];

function joinRule(rules: readonly HostRule[], { path, headers }: HostRule): readonly HostRule[] {
  const known = rules.find((rule) => rule.path === path);
  if (!known) return [...rules, { path, headers }];
  return rules.map((rule) => (rule === known ? { path, headers: { ...known.headers, ...headers } } : rule));
}
