import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Publication } from './brief/publication.ts';
import { cardJobsOf } from './card-jobs.ts';
import { diagnosticsOfCards } from './card-problems.ts';
import { serveNewsroom } from './newsroom-server.ts';
import { readEdition, type Edition } from './press/edition.ts';
import { dropStrayPages, recordKeptPages } from './press/kept-pages.ts';
import { layMade, measureFolder, restoreFolder, swapFolders } from './press/lay.ts';
import { momentOfBuild } from './press/now.ts';
import { formatReport } from './press/report.ts';
import { formatSummary } from './press/summary.ts';
import { openWorkshop, type Craft, type Job, type Outcome } from './press/workshop.ts';
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
        const { edition, cards, pictures } = run;
        const drawn = await cards.outcome;
        await refuseProblems(root, publication, drawn);
        const prepared = await pictures.outcome;
        const output = fileURLToPath(dir);
        await layMade(root, 'cards', cards.jobs, output);
        await layMade(root, 'pictures', pictures.jobs, output);
        const size = await measureFolder(output);
        await recordKeptPages(root);
        await swapFolders(output, join(root, 'dist'));
        if (edition.diagnostics.length > 0) console.log(`\n${await formatReport(root, edition)}`);
        const seconds = (performance.now() - started) / 1000;
        console.log(
          formatSummary(edition, {
            ...size,
            drawn: drawn.made,
            prepared: prepared.made,
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
}

/** Files that workers make while pages are rendered. */
interface Making {
  readonly jobs: readonly Job[];
  /** Once all are there, or known not to be possible. */
  readonly outcome: Promise<Outcome>;
}

async function startRun(root: string, publication: Publication): Promise<BuildRun> {
  const edition = await readEdition(root);
  const { links, formats } = await cardJobsOf(root, edition, publication);
  // Feeds name the size of each brief's card in bytes, so these are drawn before pages are made.
  const first = startMaking(root, 'cards', links);
  const { made, refusals } = await first.outcome;
  const rest = startMaking(root, 'cards', formats);
  const outcome = rest.outcome.then((later) => ({
    made: made + later.made,
    refusals: [...refusals, ...later.refusals],
  }));
  // No page is made in vain; but every problem is told at once.
  if (refusals.length > 0) await refuseProblems(root, publication, await outcome);
  return {
    edition,
    cards: { jobs: [...first.jobs, ...rest.jobs], outcome },
    pictures: startMaking(root, 'pictures', edition.pictures),
  };
}

function startMaking(root: string, craft: Craft, jobs: readonly Job[]): Making {
  const outcome = openWorkshop(root, craft).then(async (workshop) => {
    try {
      return await workshop.make(jobs);
    } finally {
      await workshop.close();
    }
  });
  // A failure is reported where it is awaited; until then it must not end the process.
  outcome.catch(() => undefined);
  return { jobs, outcome };
}

async function refuseProblems(root: string, publication: Publication, { refusals }: Outcome): Promise<void> {
  if (refusals.length === 0) return;
  const diagnostics = await diagnosticsOfCards(root, publication, refusals);
  const error = new Error(
    `Not every card can be drawn; nothing was published.\n\n${await formatReport(root, { diagnostics })}\n`,
  );
  error.stack = '';
  throw error;
}
