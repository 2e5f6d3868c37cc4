import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import Tinypool from 'tinypool';
import { checkBuilt } from './check-built.ts';
import { checkCard } from './check-cards.ts';
import { checkData } from './check-data.ts';
import { checkFeeds } from './check-feeds.ts';
import { checkHostFiles } from './check-host-files.ts';
import { checkLanguages } from './check-languages.ts';
import { checkLeftBehind } from './check-left-behind.ts';
import { checkLeaks, type Secrets } from './check-leaks.ts';
import { checkLinks } from './check-links.ts';
import { checkPage, isListed, type Page } from './check-page.ts';
import { checkScripts } from './check-scripts.ts';
import { checkSearchIndexes } from './check-search-index.ts';
import { checkSitemaps } from './check-sitemaps.ts';
import { checkStructuredData } from './check-structured-data.ts';
import { checkTexts } from './check-texts.ts';
import { checkUnlinked } from './check-unlinked.ts';
import { checkWhole } from './check-whole.ts';
import { sortFaults, type Fault } from './fault.ts';
import type { ReadPage } from './page-worker.ts';
import { openImages } from './images.ts';
import { openSite, type SiteFolder } from './site-folder.ts';

export interface Verified {
  /** Absolute address of the home page, as stated by the site. */
  readonly home: string;
  readonly files: number;
  readonly pages: number;
  /** Whether files were compared with the build's record. */
  readonly compared: boolean;
  readonly faults: readonly Fault[];
}

export interface VerifyOptions {
  readonly secrets: Secrets;
  /** Files added by the publisher, which are not checked and need no links. */
  readonly own: ReadonlySet<string>;
  /** SHA-256 of each file written by the build of this folder, if recorded. */
  readonly built?: ReadonlyMap<string, string> | undefined;
}

/** Checks a built site with no other knowledge than its files. Throws if there is no site. */
export async function verifySite(folder: string, { secrets, own, built }: VerifyOptions): Promise<Verified> {
  const site = openSite(folder);
  const measure = openImages(site);
  const linked = new Set<string>();
  const note = (from: string, to: string): void => {
    if (from !== to) linked.add(to);
  };
  const { pages, faults } = await readAll(site, own);
  for (const page of pages.values()) {
    faults.push(
      ...checkPage(site, page),
      ...checkLinks(site, page, pages, note),
      ...checkLanguages(site, page, pages),
      ...checkStructuredData(site, page, note),
      ...(await checkCard(site, page, measure)),
    );
    for (const [name, content] of page.facts.meta)
      if (name === 'og:image') noteAddress(site, page.file, content, note);
  }
  faults.push(
    ...(await checkFeeds({ site, pages, note, measure })),
    ...(await checkData(site, pages, measure)),
    ...checkSearchIndexes(site, note),
    ...checkHostFiles(site, own),
    ...checkLeftBehind(site),
    ...checkWhole(site, own),
    ...checkScripts(site, own),
    ...checkSitemaps(site, pages, note),
    ...checkTexts(site, note),
    ...checkUnlinked(site, linked, new Set([...own, ...unlisted(pages)])),
    ...checkLeaks(site, secrets),
    ...(built ? checkBuilt(site, built) : []),
  );
  return {
    home: site.home.href,
    files: site.files.length,
    pages: pages.size,
    compared: built !== undefined,
    faults: sortFaults(faults),
  };
}

/** Pages that need no links: withdrawal notices and redirects from former addresses. */
function* unlisted(pages: ReadonlyMap<string, Page>): Iterable<string> {
  for (const { file, facts } of pages.values())
    if (file.startsWith('briefs/') && !isListed(facts)) yield file;
}

async function readAll(
  site: SiteFolder,
  own: ReadonlySet<string>,
): Promise<{ pages: Map<string, Page>; faults: Fault[] }> {
  const files = site.files.filter((file) => file.endsWith('.html') && !own.has(file));
  const batches = chunk(files, 20);
  // A thread takes as long to start as it takes to read a hundred pages.
  const threads = Math.min(availableParallelism(), Math.ceil(files.length / 100));
  const pool = new Tinypool({
    filename: new URL('./page-worker.ts', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  });
  const pages = new Map<string, Page>();
  const faults: Fault[] = [];
  try {
    const read = (await Promise.all(
      batches.map((batch) => pool.run(batch.map((file) => join(site.folder, file)))),
    )) as ReadPage[][];
    for (const [at, { facts, html }] of read.flat().entries()) {
      const file = files[at] ?? '';
      const address = site.addressOf(file);
      pages.set(file, { file, address, facts });
      faults.push(...html.map((reason) => ({ address: address.pathname, kind: 'html' as const, reason })));
    }
  } finally {
    await pool.destroy();
  }
  return { pages, faults };
}

function noteAddress(
  site: SiteFolder,
  from: string,
  url: string,
  note: (from: string, to: string) => void,
): void {
  const found = site.find(url);
  if ('file' in found) note(from, found.file);
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
