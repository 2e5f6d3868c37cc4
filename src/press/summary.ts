import type { Edition } from './edition.ts';

/** What a build made, as it is told at its end. */
export interface Made {
  readonly pages: number;
  readonly cards: number;
  /** Cards drawn anew. */
  readonly drawn: number;
  /** Files of pictures made anew. */
  readonly prepared: number;
  /** Indexes of the search. */
  readonly indexes: number;
  /** Of these, made anew. */
  readonly indexed: number;
  readonly files: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** Limits that hosts set on a site, as their documentation says in 2026. */
const hostLimits = [
  { host: 'Cloudflare Pages (free)', files: 20_000, bytes: Infinity },
  { host: 'GitHub Pages', files: Infinity, bytes: 1_000_000_000 },
];

/** The last words of a build: what was made, what was held back, how long it took and where to look. */
export function formatSummary(edition: Edition, made: Made): string {
  const { briefs, notices, counts, now } = edition;
  const hidden = [
    ...(counts.drafts > 0 ? [count(counts.drafts, 'draft')] : []),
    ...(counts.embargoed > 0
      ? [`${counts.embargoed} embargoed (the next until ${counts.nextEmbargo ?? ''})`]
      : []),
    ...(notices.length > 0 ? [`${notices.length} withdrawn`] : []),
  ];
  const passed = hostLimits
    .filter(({ files, bytes }) => made.files > files || made.bytes > bytes)
    .map(({ host }) => `  This is more than ${host} takes.`);
  return [
    '',
    `Built ${count(briefs.length, 'brief')} as of ${now}`,
    `  ${count(made.pages, 'page')}, ${count(made.cards, 'card')}, a feed and a sitemap: ${count(made.files, 'file')}, ${megabytes(made.bytes)} in dist/`,
    `  ${counts.compiled} of ${count(counts.files, 'brief file')} compiled anew, ${made.drawn} of ${count(made.cards, 'card')} drawn anew, ${made.prepared} of ${count(edition.pictures.length, 'picture file')} made anew; the rest was in the cache`,
    `  Search: ${made.indexed} of ${made.indexes} ${made.indexes === 1 ? 'index' : 'indexes'} made anew, one for each year and language`,
    ...(hidden.length > 0 ? [`  Held back: ${hidden.join(', ')}`] : []),
    ...passed,
    `  ${made.seconds.toFixed(1)} s. Look at it with: npm run preview`,
  ].join('\n');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
