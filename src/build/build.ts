import { join, relative, sep } from 'node:path';
import type { Publication } from '../brief/publication.ts';
import { formatJobsOf, linkJobsOf, publicationJobsOf } from './card-jobs.ts';
import { diagnosticsOfCards } from './card-diagnostics.ts';
import { staleSecurity } from '../hosting/security-headers.ts';
import { openPageKeeper, type PageInputs, type PageKeeper } from './page-cache.ts';
import { cacheFolder, openCache } from '../store/cache.ts';
import { briefKind, checkKind, readBody } from './compiled-brief.ts';
import { forgetBuild, recordBuild, type BuildEdition } from './last-build.ts';
import { swapFolders } from '../store/build-folder.ts';
import type { Output } from '../store/output.ts';
import { openPageStore, pagePath, type PageStore } from '../store/page-store.ts';
import { tell, tellBuilt } from './progress.ts';
import { pruneCache, type Pruned } from '../store/prune.ts';
import { errorOfReport, formatReport } from '../check/report.ts';
import { writeSearch, makeSearch, searchPath, type SearchSources } from '../search/search-index.ts';
import { planSearch, type SearchIndex } from '../search/search-plan.ts';
import {
  layMade,
  openWorkshop,
  type Job,
  type MadeFile,
  type Outcome,
  type Workshop,
} from './worker-pool.ts';
import { digestOfMaker } from './makers.ts';

/** A build between its start and its end. */
export interface BuildRun {
  readonly root: string;
  readonly publication: Publication;
  /** Where the new site grows. */
  readonly output: Output;
  readonly edition: BuildEdition;
  /** Whether the code of pages is bundled in this build; else a kept bundle serves. */
  readonly isBundled: boolean;
  readonly cards: Making;
  readonly pictures: Making;
  readonly search: {
    readonly indexes: readonly SearchIndex[];
    /** How many had to be made, once all are there. */
    readonly made: Promise<number>;
  };
  readonly store: PageStore;
  readonly keeper: PageKeeper;
}

/** Files that workers make while pages are rendered. */
interface Making {
  readonly jobs: readonly Job[];
  /** Once all are there, or known not to be possible. */
  readonly outcome: Promise<Outcome>;
}

/** Draws the link cards, and starts what goes on beside the rendering of pages. */
export async function startRun(
  {
    root,
    publication,
    edition,
    output,
    isBundled,
  }: Pick<BuildRun, 'root' | 'publication' | 'edition' | 'output' | 'isBundled'>,
  pages: Omit<PageInputs, 'edition'>,
): Promise<BuildRun> {
  const { briefs } = edition;
  tell({ phase: 'cards', begins: true });
  const links = [...publicationJobsOf(publication), ...linkJobsOf(briefs, publication)];
  const formats = formatJobsOf(root, briefs, publication);
  const workshop = await openWorkshop(root, 'cards');
  // Feeds name the size of each brief's card in bytes, so these are drawn before pages are made.
  const first = await workshop.make(links);
  const outcome = closing(workshop, workshop.make(formats)).then((later) => ({
    made: first.made + later.made,
    files: new Map([...first.files, ...later.files]),
    refusals: [...first.refusals, ...later.refusals],
  }));
  // No page is made in vain; but every problem is told at once.
  if (first.refusals.length > 0) await refuseProblems(root, publication, await outcome);
  const prepared = openWorkshop(root, 'pictures').then((pictures) =>
    closing(pictures, pictures.make(edition.pictures)),
  );
  // Feeds name the size of the picture that stands for a brief without a card.
  if (publication.cards === false) await prepared;
  const cache = openCache(root);
  const sources: SearchSources = {
    readBody: (key) => readBody(cache, key),
    onProgress: (done, total) => {
      tell({ phase: 'search', done, total });
    },
  };
  const indexes = planSearch(digestOfMaker(root, 'search'), briefs, publication);
  const store = openPageStore(root);
  tell({ phase: 'bundle', begins: true });
  return {
    root,
    publication,
    output,
    edition,
    isBundled,
    cards: { jobs: [...links, ...formats], outcome: unheard(outcome) },
    pictures: { jobs: edition.pictures, outcome: unheard(prepared) },
    search: { indexes, made: unheard(makeSearch(root, indexes, publication, sources)) },
    store,
    keeper: openPageKeeper(store, output, { ...pages, edition: edition.shown }),
  };
}

/** Waits for all that is still being made, lays it beside the pages, and puts the new site in the place of the last. */
export async function finishRun(run: BuildRun): Promise<void> {
  const { root, publication, output, edition, cards, pictures, search } = run;
  tell({ phase: 'search', begins: true });
  const indexed = await search.made;
  tell({ phase: 'cards', begins: true });
  const drawn = await cards.outcome;
  await refuseProblems(root, publication, drawn);
  const prepared = await pictures.outcome;
  tell({ phase: 'copying', begins: true });
  layMade('cards', drawn, output);
  layMade('pictures', prepared, output);
  writeSearch(root, search.indexes, output);
  output.sweep();
  const { keys, ...pages } = run.keeper.keep();
  const pruned = prune(run, keys, [...drawn.files.values(), ...prepared.files.values()]);
  await run.store.close(new Set(pruned.removed));
  forgetBuild(root);
  swapFolders(output.folder, join(root, 'dist'));
  if (edition.diagnostics.length > 0) console.warn(`\n${await formatReport(root, edition)}`);
  const stale = staleSecurity(publication, edition.now);
  if (stale !== undefined) console.warn(`\n${stale}`);
  const made = {
    ...output.size(),
    ...pages,
    isBundled: run.isBundled,
    cards: { all: cards.jobs.length, made: drawn.made },
    pictures: { all: pictures.jobs.length, made: prepared.made },
    indexes: { all: search.indexes.length, made: indexed },
    cache: { bytes: pruned.bytes, spare: pruned.spare },
  };
  await recordBuild(root, edition, output, made);
  tellBuilt(edition, made);
}

function prune(
  { root, edition, search }: BuildRun,
  pages: ReadonlySet<string>,
  made: readonly MadeFile[],
): Pruned {
  const folder = join(root, cacheFolder);
  const used = new Set<string>([
    ...edition.keys,
    ...made
      .flatMap(({ path }) => [path, `${path}.json`])
      .map((path) => relative(folder, path).replaceAll(sep, '/')),
    ...[...pages].map((key) => `pages/${pagePath(key)}`),
  ]);
  const indexes = search.indexes.map(searchPath);
  return pruneCache(
    root,
    [briefKind, checkKind, 'bundles', 'cards', 'code', 'pictures', 'pages', 'search'],
    (path) =>
      used.has(path) ||
      // Bundles of other code are gone already.
      /^bundles\/[^.]*\//.test(path) ||
      (path.startsWith('search/') && indexes.some((index) => path.startsWith(index))),
  );
}

async function closing(workshop: Workshop, outcome: Promise<Outcome>): Promise<Outcome> {
  try {
    return await outcome;
  } finally {
    await workshop.close();
  }
}

/** A failure is reported where it is awaited; until then it must not end the process. */
function unheard<Result>(outcome: Promise<Result>): Promise<Result> {
  outcome.catch(() => undefined);
  return outcome;
}

async function refuseProblems(root: string, publication: Publication, { refusals }: Outcome): Promise<void> {
  if (refusals.length === 0) return;
  const diagnostics = diagnosticsOfCards(root, publication, refusals);
  const report = await formatReport(root, { diagnostics });
  throw errorOfReport(`Some cards cannot be drawn. Nothing was published.\n\n${report}\n`);
}
