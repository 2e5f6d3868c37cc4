import { hash } from 'node:crypto';
import type { Redirect } from './host-files.ts';
import type { HostRule } from './host-rules.ts';

export interface NginxSite {
  /** Of the site, without a port. */
  readonly host: string;
  /** Path under which the site lives, beginning and ending in `/`. */
  readonly base: string;
  /** The folder in which the host finds the address `/`. */
  readonly root: string;
  readonly rules: readonly HostRule[];
  readonly redirects: readonly Redirect[];
}

/**
 * A server of nginx 1.18 or later, to be included in `http`. A header that not all addresses have is a variable that a
 * map fills by address: an `add_header` in a `location` would undo all those outside it.
 */
export function formatNginx({ host, base, root, rules, redirects }: NginxSite): string {
  // Variables are the whole server's; nginx has 64 bytes for a name and what belongs to it.
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
  const moved = block(`map $uri ${prefix}_moved`, [
    'default "";',
    ...redirects.map(({ from, to }) => `"${from}" "${to}";`),
  ]);
  const typed = rules.flatMap(({ path, headers: { 'Content-Type': type } }) =>
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
    ...added.map(({ name, value }) => `add_header ${name} ${value} always;`),
    ...typed,
    '# What says how other hosts serve the site, and what begins with a dot, is nobody’s to read.',
    'location ~ "/(?:_headers|_redirects)$|/\\.(?!well-known/)" {',
    '  return 404;',
    '}',
    ...(base === '/' ? [] : ['location = / {', `  return 302 ${base};`, '}']),
  ]);
  return [...added.map(({ map }) => map).filter((map) => map !== ''), moved, server].join('\n');
}

/** What is written in UTF-8 and worth compressing, beside HTML. */
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

/** An address with its steps as a regular expression; nginx sees it decoded and with `index.html` after a slash. */
function patternOf(path: string): string {
  const steps = path
    .replace(/[.+?^$()|[\]{}\\]/g, '\\$&')
    .replace(/:\w+/g, '[^/]+')
    .replace(/\*$/, '');
  if (path.endsWith('*')) return `^${steps}`;
  return path.endsWith('/') ? `^${steps}(?:index\\.html)?$` : `^${steps}$`;
}
