import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Publication } from './brief/publication.ts';
import { formatJobsOf, linkJobsOf } from './card-jobs.ts';
import { diagnosticsOfCards } from './card-problems.ts';
import { serveNewsroom } from './newsroom-server.ts';
import { readEdition, type Edition } from './press/edition.ts';
import { staleSecurity } from './meta/security.ts';
import { dropStrayPages, recordKeptPages } from './press/kept-pages.ts';
import { layMade, measureFolder, restoreFolder, swapFolders } from './press/lay.ts';
import { momentOfBuild } from './press/now.ts';
import { errorOfReport, formatReport } from './press/report.ts';
import { laySearch, makeSearch } from './press/search-index.ts';
import { planSearch, type SearchIndex } from './press/search-plan.ts';
import { formatSummary } from './press/summary.ts';
import { openWorkshop, type Job, type Outcome, type Workshop } from './press/workshop.ts';
import { standingPages } from './standing-pages.ts';
import { topicAccents } from './topic-accents.ts';

/**
 * Where Astro meets the press: one moment for the whole build, cards drawn by workers while pages are rendered, the
 * finished output swapped in at the end, and in `dev` the briefs watched and their problems shown as an overlay.
 */
export function fourfold(publication: Publication): AstroIntegration {
  let root = '';
  let started = 0;
  let run: BuildRun | undefined;
  return {
    name: 'fourfold',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, addWatchFile }) => {
        root = fileURLToPath(config.root);
        started = performance.now();
        // The settings are part of the configuration: when they change, `dev` begins anew.
        addWatchFile(new URL('./src/site.ts', config.root));
        const define = { 'import.meta.env.NEWSROOM': String(command === 'dev') };
        updateConfig({
          vite: { define, plugins: [topicAccents(publication), standingPages(root, publication)] },
        });
        if (command !== 'build') return;
        process.env['BRIEFS_NOW'] = momentOfBuild(process.env, publication.timeZone);
        await restoreFolder(fileURLToPath(config.outDir), join(root, 'dist'));
        await rm(config.outDir, { recursive: true, force: true });
        await dropStrayPages(root);
      },
      'astro:server:setup': async ({ server, refreshContent }) => {
        serveNewsroom({ root, publication: await readSettings(root), server, refreshContent });
      },
      'astro:build:start': async () => {
        run = await startRun(root, publication);
      },
      'astro:build:done': async ({ dir, pages }) => {
        if (!run) throw new Error('the build ends before it began');
        const { edition, cards, pictures, search } = run;
        const drawn = await cards.outcome;
        await refuseProblems(root, publication, drawn);
        const prepared = await pictures.outcome;
        const indexed = await search.made;
        const output = fileURLToPath(dir);
        await layMade(root, 'cards', cards.jobs, output);
        await layMade(root, 'pictures', pictures.jobs, output);
        await laySearch(root, search.indexes, output);
        const size = await measureFolder(output);
        await recordKeptPages(root);
        await swapFolders(output, join(root, 'dist'));
        if (edition.diagnostics.length > 0) console.log(`\n${await formatReport(root, edition)}`);
        const stale = staleSecurity(publication, edition.now);
        if (stale !== undefined) console.warn(`\n${stale}`);
        const seconds = (performance.now() - started) / 1000;
        console.log(
          formatSummary(edition, {
            ...size,
            drawn: drawn.made,
            prepared: prepared.made,
            indexes: search.indexes.length,
            indexed,
            pages: pages.length,
            cards: cards.jobs.length,
            seconds,
          }),
        );
      },
    },
  };
}

/** The settings as they are now: a server that begins anew still has the module in memory as it was at first. */
async function readSettings(root: string): Promise<Publication> {
  const path = join(root, 'src/site.ts');
  const { mtimeMs } = await stat(path);
  const { site } = (await import(/* @vite-ignore */ `${pathToFileURL(path).href}?${mtimeMs}`)) as {
    site: Publication;
  };
  return site;
}

/** A build between its start and its end. */
interface BuildRun {
  readonly edition: Edition;
  readonly cards: Making;
  readonly pictures: Making;
  readonly search: {
    readonly indexes: readonly SearchIndex[];
    /** How many had to be made, once all are there. */
    readonly made: Promise<number>;
  };
}

/** Files that workers make while pages are rendered. */
interface Making {
  readonly jobs: readonly Job[];
  /** Once all are there, or known not to be possible. */
  readonly outcome: Promise<Outcome>;
}

async function startRun(root: string, publication: Publication): Promise<BuildRun> {
  const edition = await readEdition(root);
  const { briefs } = edition;
  const links = linkJobsOf(briefs, publication);
  const formats = await formatJobsOf(root, briefs, publication);
  const workshop = await openWorkshop(root, 'cards');
  // Feeds name the size of each brief's card in bytes, so these are drawn before pages are made.
  const first = await workshop.make(links);
  const outcome = closing(workshop, workshop.make(formats)).then((later) => ({
    made: first.made + later.made,
    refusals: [...first.refusals, ...later.refusals],
  }));
  // No page is made in vain; but every problem is told at once.
  if (first.refusals.length > 0) await refuseProblems(root, publication, await outcome);
  const prepared = openWorkshop(root, 'pictures').then((pictures) =>
    closing(pictures, pictures.make(edition.pictures)),
  );
  const indexes = await planSearch(root, briefs, publication);
  return {
    edition,
    cards: { jobs: [...links, ...formats], outcome: unheard(outcome) },
    pictures: { jobs: edition.pictures, outcome: unheard(prepared) },
    search: { indexes, made: unheard(makeSearch(root, indexes, publication)) },
  };
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
  const diagnostics = await diagnosticsOfCards(root, publication, refusals);
  const report = await formatReport(root, { diagnostics });
  throw errorOfReport(`Not every card can be drawn; nothing was published.\n\n${report}\n`);
}
