import type { HostRule } from './host-rules.ts';

export interface S3Site {
  readonly bucket: string;
  /** Path of the site, with a slash at both ends. */
  readonly base: string;
  readonly rules: readonly HostRule[];
}

/**
 * Commands of the AWS CLI, run in the project's folder, that copy `dist/` to a bucket: first assets, then pages, and then
 * they delete what is gone, except shared cards. Headers that S3 does not support must be set in the CDN.
 */
export function formatS3({ bucket, base, rules }: S3Site): string {
  const target = `s3://${bucket}${base.replace(/\/$/, '')}`;
  const own = (path: string): string => patternOf(path.slice(base.length));
  const cached = rules.flatMap(({ path, headers: { 'Cache-Control': control } }) =>
    control === undefined ? [] : [{ pattern: own(path), control }],
  );
  const typed = rules.flatMap(({ path, headers: { 'Content-Type': type } }) =>
    type === undefined ? [] : [{ pattern: own(path), type }],
  );
  const hashed = [...Map.groupBy(cached, ({ control }) => control)];
  const types = [...Map.groupBy([...typed, ...texts], ({ type }) => type)];
  const without = (patterns: readonly string[]): string[] =>
    patterns.map((pattern) => `--exclude ${quote(pattern)}`);
  const only = (patterns: readonly { readonly pattern: string }[]): string[] => [
    `--exclude '*'`,
    ...patterns.map(({ pattern }) => `--include ${quote(pattern)}`),
  ];
  const lasting = [...neverSent, ...cached.map(({ pattern }) => pattern)];
  const apart = [...lasting, ...[...typed, ...texts].map(({ pattern }) => pattern)];
  const copy = (...options: readonly string[]): string[] => ['aws s3 cp dist', target, '--recursive', ...options, `--cache-control ${quote(asking)}`]; // prettier-ignore
  return [
    ['set -e'],
    // `sync` compares size and time, so it could skip a changed page of the same length.
    ...hashed.map(([control, patterns]) => ['aws s3 sync dist', target, ...only(patterns), `--cache-control ${quote(control)}`]), // prettier-ignore
    copy(...without(apart)),
    ...types.map(([type, patterns]) => copy(...only(patterns), ...without(neverSent), `--content-type ${quote(type)}`)), // prettier-ignore
    ['aws s3 sync dist', target, '--delete', '--size-only', ...without(lasting)],
  ]
    .map((words) => `${words.join(' ')}\n`)
    .join('');
}

/** Files that S3 would serve without a charset; pages are last, when their assets are there. */
const texts = [
  { pattern: '*.md', type: 'text/markdown; charset=utf-8' },
  { pattern: '*.txt', type: 'text/plain; charset=utf-8' },
  { pattern: '*.html', type: 'text/html; charset=utf-8' },
];

/** Files for other hosts, and the Git repository of publishers who push `dist/` as a branch. */
const neverSent = ['_headers', '_redirects', '.nojekyll', '.git', '.git/*'];

/** RFC 9111, 5.2.2: caches revalidate each time. */
const asking = 'public, max-age=0, must-revalidate';

/** A pattern of the AWS CLI, whose `*` also matches slashes. */
function patternOf(path: string): string {
  return path.replace(/:\w+/g, '*');
}

/** Quotes for a shell (POSIX, 2.2.2). */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
