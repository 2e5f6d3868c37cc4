import { join } from 'node:path';
import type { Publication } from '../brief/publication.ts';
import { formatJobsOf, linkJobsOf, publicationJobsOf } from './card-jobs.ts';
import { staleSecurity } from '../hosting/security-headers.ts';
import { openPageCache, type PageInputs, type PageCache } from './page-cache.ts';
import { entryPath, filePath, openCache, type Cache } from '../store/cache.ts';
import { readBody } from './compiled-brief.ts';
import { forgetBuild, recordBuild, type BuildSnapshot } from './last-build.ts';
import { siteFolder, swapFolders } from '../store/build-folder.ts';
import type { Output } from '../store/output.ts';
import { openPageStore, type PageStore } from '../store/page-store.ts';
import { reportProgress, reportBuilt } from './progress.ts';
import { pruneCache } from '../store/prune.ts';
import { errorOfReport, formatReport } from '../check/report.ts';
import { stopsBuild, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { writeSearch, makeSearch, type SearchSources } from '../search/search-index.ts';
import { planSearch, type SearchIndex } from '../search/search-plan.ts';
import {
  joinOutcomes,
  linkFiles,
  openWorkerPool,
  pathsOf,
  type Job,
  type Outcome,
  type WorkerPool,
} from './worker-pool.ts';
import { digestOfMaker } from './makers.ts';

/** A build between its start and its end. */
export interface BuildRun {
  readonly root: string;
  readonly publication: Publication;
  /** The folder of the new site. */
  readonly output: Output;
  readonly snapshot: BuildSnapshot;
  /** Whether Astro bundles the code of pages in this build; if not, a stored bundle is used. */
  readonly isBundled: boolean;
  readonly cards: Making;
  readonly images: Making;
  readonly search: {
    readonly indexes: readonly SearchIndex[];
    /** How many were not in the cache; resolves when all are made. */
    readonly made: Promise<number>;
  };
  readonly store: PageStore;
  readonly pageCache: PageCache;
}

/** Files that workers make while pages are rendered. */
interface Making {
  readonly jobs: readonly Job[];
  /** Resolves when every file is made or has a problem. */
  readonly outcome: Promise<Outcome>;
}

/** Draws the link cards, and starts the work that runs while pages are rendered. */
export async function startRun(
  {
    root,
    publication,
    snapshot,
    output,
    isBundled,
  }: Pick<BuildRun, 'root' | 'publication' | 'snapshot' | 'output' | 'isBundled'>,
  pages: Omit<PageInputs, 'snapshot'>,
): Promise<BuildRun> {
  const { briefs } = snapshot;
  reportProgress({ phase: 'cards', begins: true });
  const links = [...publicationJobsOf(briefs, publication), ...linkJobsOf(briefs, publication)];
  const formats = formatJobsOf(root, briefs, publication);
  const drawing = openWorkerPool(root, 'cards', links.length + formats.length);
  // Feeds contain the size of each brief's card in bytes, so these are drawn before pages are rendered.
  const first = await drawing.run(links);
  const outcome = closing(drawing, drawing.run(formats)).then((later) => joinOutcomes([first, later]));
  // Stop before rendering pages, but report every problem.
  if (first.problems.length > 0) await throwOnProblems(root, publication, await outcome);
  const resizing = openWorkerPool(root, 'pictures', snapshot.images.length);
  const prepared = closing(resizing, resizing.run(snapshot.images));
  // Feeds contain the size of the image of a brief without a card.
  if (publication.cards === false) await prepared;
  const cache = openCache(root);
  const sources: SearchSources = {
    readBody: (key) => readBody(cache, key),
    onProgress: (done, total) => {
      reportProgress({ phase: 'search', done, total });
    },
  };
  const indexes = planSearch(digestOfMaker(root, 'search'), briefs, publication);
  const store = openPageStore(root);
  reportProgress({ phase: 'bundle', begins: true });
  return {
    root,
    publication,
    output,
    snapshot,
    isBundled,
    cards: { jobs: [...links, ...formats], outcome: handledLater(outcome) },
    images: { jobs: snapshot.images, outcome: handledLater(prepared) },
    search: { indexes, made: handledLater(makeSearch(root, indexes, publication, sources)) },
    store,
    pageCache: openPageCache(store, output, { ...pages, snapshot: snapshot.shown() }),
  };
}

/** Waits for the workers, links their files into the output, prunes the cache, and swaps the new site with the last. */
export async function finishRun(run: BuildRun, bundle: string | undefined): Promise<void> {
  const { root, publication, output, snapshot, cards, images, search } = run;
  reportProgress({ phase: 'search', begins: true });
  const indexed = await search.made;
  reportProgress({ phase: 'cards', begins: true });
  const drawn = await cards.outcome;
  const warnings = await throwOnProblems(root, publication, drawn);
  const prepared = await images.outcome;
  reportProgress({ phase: 'copying', begins: true });
  linkFiles('cards', drawn, output);
  linkFiles('pictures', prepared, output);
  writeSearch(root, search.indexes, output);
  output.sweep();
  const pages = run.pageCache.add();
  const cache = openCache(root);
  const pruned = pruneCache(
    root,
    new Map([
      ...[
        ...snapshot.keys,
        ...[drawn, prepared].flatMap(pathsOf),
        ...search.indexes.flatMap(({ key }) => pathsOfEntry(cache, 'search', key)),
        ...(bundle === undefined ? [] : pathsOfEntry(cache, 'bundles', bundle)),
      ].map((path) => [path, undefined] as const),
      ...run.store.files(),
    ]),
  );
  run.store.close(pruned.removed);
  const { preview } = publication;
  if (!preview) forgetBuild(root);
  const { isCopied } = swapFolders(output.folder, join(root, siteFolder(preview)));
  const diagnostics = [...snapshot.diagnostics, ...warnings];
  if (diagnostics.length > 0) console.warn(`\n${await formatReport(root, { diagnostics })}`);
  const stale = staleSecurity(publication, snapshot.now);
  if (stale !== undefined) console.warn(`\n${stale}`);
  const made = {
    ...output.size(),
    ...pages,
    isBundled: run.isBundled,
    cards: { all: cards.jobs.length, made: drawn.made },
    images: { all: images.jobs.length, made: prepared.made },
    indexes: { all: search.indexes.length, made: indexed },
    cache: { bytes: pruned.bytes, spare: pruned.spare },
  };
  // The record is of what `verify` and the next build find in `dist/`.
  if (!preview) await recordBuild(root, snapshot, output, made, isCopied);
  reportBuilt(snapshot, made);
}

/** The paths below the cache's folder of an entry and its files. */
function pathsOfEntry(cache: Cache, kind: 'bundles' | 'search', key: string): string[] {
  const files = Object.values(cache.read(kind, key)?.files ?? {});
  return [entryPath(kind, key), ...files.map(filePath)];
}

async function closing(pool: WorkerPool, outcome: Promise<Outcome>): Promise<Outcome> {
  try {
    return await outcome;
  } finally {
    await pool.close();
  }
}

/** The error is handled where the promise is awaited; until then it must not end the process. */
function handledLater<Result>(outcome: Promise<Result>): Promise<Result> {
  outcome.catch(() => undefined);
  return outcome;
}

/** Throws where a card has an error; the result is its warnings. */
async function throwOnProblems(
  root: string,
  publication: Publication,
  { problems }: Outcome,
): Promise<Diagnostic[]> {
  if (problems.length === 0) return [];
  // Loads the parser, which most builds do without.
  const { diagnosticsOfCards } = await import('./card-diagnostics.ts');
  const diagnostics = diagnosticsOfCards(root, publication, problems);
  if (!stopsBuild(diagnostics)) return diagnostics;
  const report = await formatReport(root, { diagnostics });
  throw errorOfReport(`Some cards cannot be drawn. Nothing was published.\n\n${report}\n`);
}
