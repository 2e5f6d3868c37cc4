import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { languageFor } from './brief/languages/languages.ts';
import type { Publication } from './brief/publication.ts';
import { describeCard } from './cards/card.ts';
import { serveNewsroom } from './newsroom-server.ts';
import { openDrawing, type CardJob, type Drawing } from './press/draw.ts';
import { readEdition, type Edition } from './press/edition.ts';
import { layCards, layPictures, measureFolder, restoreFolder, swapFolders } from './press/lay.ts';
import { momentOfBuild } from './press/now.ts';
import { formatReport } from './press/report.ts';
import { formatSummary } from './press/summary.ts';
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
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        root = fileURLToPath(config.root);
        started = performance.now();
        const define = { 'import.meta.env.NEWSROOM': String(command === 'dev') };
        updateConfig({ vite: { define, plugins: [topicAccents(publication)] } });
        if (command !== 'build') return;
        process.env['BRIEFS_NOW'] = momentOfBuild(process.env, publication.timeZone);
        await restoreFolder(fileURLToPath(config.outDir), join(root, 'dist'));
        await rm(config.outDir, { recursive: true, force: true });
      },
      'astro:server:setup': ({ server, refreshContent }) => {
        serveNewsroom({ root, publication, server, refreshContent });
      },
      'astro:build:start': async () => {
        run = await startDrawing(root, publication);
      },
      'astro:build:done': async ({ dir, pages }) => {
        if (!run) throw new Error('the build ends before it began');
        const { edition, jobs, drawing } = run;
        const drawn = await run.drawn;
        await drawing.close();
        const output = fileURLToPath(dir);
        await layCards(
          root,
          jobs.map(({ file }) => file),
          output,
        );
        await layPictures(root, edition.pictures, output);
        const size = await measureFolder(output);
        await swapFolders(output, join(root, 'dist'));
        if (edition.diagnostics.length > 0) console.log(`\n${await formatReport(root, edition)}`);
        const seconds = (performance.now() - started) / 1000;
        console.log(
          formatSummary(edition, { ...size, pages: pages.length, cards: jobs.length, drawn, seconds }),
        );
      },
    },
  };
}

/** A build between its start and its end. */
interface BuildRun {
  readonly edition: Edition;
  readonly jobs: readonly CardJob[];
  readonly drawing: Drawing;
  /** How many cards were drawn anew, once all are there. */
  readonly drawn: Promise<number>;
}

async function startDrawing(root: string, publication: Publication): Promise<BuildRun> {
  const edition = await readEdition(root);
  const jobs = edition.briefs.map(({ listing }) =>
    describeCard(listing, publication, languageFor(listing.lang)),
  );
  const drawing = await openDrawing(root);
  // The feed names the size of its cards in bytes, so these are drawn before it is made.
  const first = await drawing.draw(jobs.slice(0, publication.feedSize));
  const rest = drawing.draw(jobs.slice(publication.feedSize));
  // A failure is reported where it is awaited, at the end; until then it must not end the process.
  rest.catch(() => undefined);
  return { edition, jobs, drawing, drawn: rest.then((count) => first + count) };
}
