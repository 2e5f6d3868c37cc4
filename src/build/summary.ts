import type { Snapshot } from './snapshot.ts';

/** What a build made. */
export interface Made {
  /** Pages for people. */
  readonly pages: number;
  /** Pages, feeds and data, and how many of them were rendered. */
  readonly all: number;
  readonly rendered: number;
  /** Whether Astro bundled the code of pages; if not, a stored bundle was used. */
  readonly isBundled: boolean;
  readonly cards: MadeOf;
  /** Files of images. */
  readonly images: MadeOf;
  /** Search indexes. */
  readonly indexes: MadeOf;
  /** Whether nothing had changed since the last build. */
  readonly isSame?: true;
  /** The whole output. */
  readonly files: number;
  readonly bytes: number;
  /** The cache in bytes, and how many of these this build does not use. */
  readonly cache: { readonly bytes: number; readonly spare: number };
}

interface MadeOf {
  readonly all: number;
  /** Those that were not in the cache. */
  readonly made: number;
}

/** Limits of hosts on a site, according to their documentation in 2026. */
const hostLimits = [
  { host: 'Cloudflare Pages (free)', files: 20_000, bytes: Infinity },
  { host: 'GitHub Pages', files: Infinity, bytes: 1_000_000_000 },
];

/** The summary at the end of a build: what was made, what is not shown, how long it took and how to see it. */
export function formatSummary(snapshot: Snapshot, made: Made, seconds: number, folder = 'dist'): string {
  const { briefs, notices, counts, now } = snapshot;
  const { cards, images, indexes } = made;
  const isPreview = folder !== 'dist';
  const hidden = [
    ...(counts.drafts > 0 ? [count(counts.drafts, 'draft')] : []),
    ...(counts.embargoed > 0
      ? [`${counts.embargoed} embargoed (the next until ${counts.nextEmbargo ?? ''})`]
      : []),
    ...(notices.length > 0 ? [`${notices.length} withdrawn`] : []),
  ];
  const passed = hostLimits
    .filter(({ files, bytes }) => made.files > files || made.bytes > bytes)
    .map(({ host }) => `  This is more than ${host} allows.`);
  return [
    '',
    `Built ${count(briefs.length, 'brief')} as of ${now}`,
    `  ${count(made.pages, 'page')}, ${count(cards.all, 'card')}, a feed and a sitemap: ${count(made.files, 'file')}, ${megabytes(made.bytes)} in ${folder}/`,
    ...(made.isSame ? ['  Nothing has changed since the last build. dist/ was not touched'] : []),
    `  Rebuilt ${counts.compiled} of ${count(counts.files, 'brief file')}, ${made.rendered} of ${count(made.all, 'page, feed and data file', 'pages, feeds and data files')}, ${cards.made} of ${count(cards.all, 'card')}, ${images.made} of ${count(images.all, 'image file')}, ${indexes.made} of ${count(indexes.all, 'search index', 'search indexes')}`,
    `  The cache (.cache/) has ${megabytes(made.cache.bytes)}`,
    ...(hidden.length > 0
      ? [`  ${isPreview ? 'Shown with a mark' : 'Held back'}: ${hidden.join(', ')}`]
      : []),
    ...passed,
    `  ${seconds.toFixed(1)} s. ${isPreview ? `Put ${folder}/ on a host with a password: it has what is not public` : 'To see the site: npm run preview'}`,
  ].join('\n');
}

function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
