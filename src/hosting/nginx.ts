import { hash } from 'node:crypto';
import type { Redirect } from './host-files.ts';
import type { HostRule } from './host-rules.ts';

export interface NginxSite {
  /** Without a port. */
  readonly host: string;
  /** Path of the site, with a slash at both ends. */
  readonly base: string;
  /** The folder that the host serves as `/`. */
  readonly root: string;
  readonly rules: readonly HostRule[];
  readonly redirects: readonly Redirect[];
  /** The publisher's own, which are joined with the headers of the same name, as other hosts do it. */
  readonly added?: readonly HostRule[];
}

/**
 * A server for nginx 1.18 or later, to be included in `http`. Headers that only some addresses have are variables set by
 * a map, because `add_header` in a `location` would cancel all outer ones.
 */
export function formatNginx({ host, base, root, rules, redirects, added: own = [] }: NginxSite): string {
  // Variables are global; nginx allows 64 bytes for a name with its data.
  const prefix = `$fourfold_${hash('sha256', host).slice(0, 8)}`;
  const names = new Set(rules.flatMap(({ headers }) => Object.keys(headers)));
  names.delete('Content-Type');
  const added = [...names].map((name) => {
    const cases = rules.flatMap(({ path, headers }) =>
      headers[name] === undefined ? [] : [{ path, value: headers[name] }],
    );
    const [first] = cases;
    if (cases.length === 1 && first?.path === `${base}*`) return { name, value: `"${first.value}"`, map: '' };
    const value = `${prefix}_${name.replace(/(\w)\w*-?/g, '$1').toLowerCase()}`;
    const lines = cases.map((each) => `"~${patternOf(each.path)}" "${each.value}";`);
    return { name, value, map: block(`map $uri ${value}`, lines) };
  });
  const joined = own.flatMap(({ path, headers }, at) =>
    Object.entries(headers).flatMap(([name, text]) => {
      if (/^content-type$/i.test(name)) return [];
      if (path === '/*') return [{ name, value: `"${text}"`, map: '' }];
      const value = `${prefix}_own${at}`;
      return [{ name, value, map: block(`map $uri ${value}`, [`"~${patternOf(path)}" "${text}";`]) }];
    }),
  );
  const leading = (name: string, isTemporary: boolean): string =>
    block(`map $uri ${prefix}_${name}`, [
      'default "";',
      ...redirects.flatMap(({ from, to, isTemporary: is = false }) =>
        is === isTemporary ? [`"${from}" "${to}";`] : [],
      ),
    ]);
  const moved = [leading('moved', false), leading('elsewhere', true)];
  const typed = [...own, ...rules].flatMap(({ path, headers: { 'Content-Type': type } }) =>
    type === undefined
      ? []
      : [
          `location ~ "${patternOf(path)}" {`,
          '  types {}',
          `  default_type ${type.split(';')[0] ?? ''};`,
          '}',
        ],
  );
  const server = block('server', [
    'listen 80;',
    'listen [::]:80;',
    `server_name ${host};`,
    `root "${root}";`,
    'index index.html;',
    'absolute_redirect off;',
    'charset utf-8;',
    `charset_types ${texts.join(' ')};`,
    'gzip on;',
    'gzip_vary on;',
    'gzip_min_length 512;',
    `gzip_types ${texts.join(' ')} image/svg+xml;`,
    `error_page 404 ${base}404.html;`,
    `if (${prefix}_moved) {`,
    `  return 301 ${prefix}_moved;`,
    '}',
    `if (${prefix}_elsewhere) {`,
    `  return 302 ${prefix}_elsewhere;`,
    '}',
    ...[...added, ...joined].map(({ name, value }) => `add_header ${name} ${value} always;`),
    ...typed,
    '# Configuration of other hosts and hidden files are not served.',
    'location ~ "/(?:_headers|_redirects)$|/\\.(?!well-known/)" {',
    '  return 404;',
    '}',
    ...(base === '/' ? [] : ['location = / {', `  return 302 ${base};`, '}']),
  ]);
  const maps = [...added, ...joined].map(({ map }) => map).filter((map) => map !== '');
  return [...maps, ...moved, server].join('\n');
}

/** Text formats other than HTML: UTF-8, and compressed. */
const texts = [
  'text/css',
  'text/plain',
  'text/markdown',
  'text/calendar',
  'application/javascript',
  'application/json',
  'application/feed+json',
  'application/manifest+json',
  'application/rss+xml',
  'application/atom+xml',
  'text/xml',
];

function block(head: string, lines: readonly string[]): string {
  return `${head} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}

/** A regular expression for an address; nginx sees it decoded, with `index.html` after a slash. */
function patternOf(path: string): string {
  const steps = path
    .replace(/[.+?^$()|[\]{}\\]/g, '\\$&')
    .replace(/:\w+/g, '[^/]+')
    .replace(/\*$/, '');
  if (path.endsWith('*')) return `^${steps}`;
  return path.endsWith('/') ? `^${steps}(?:index\\.html)?$` : `^${steps}$`;
}
