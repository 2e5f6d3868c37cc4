import { existsSync, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { HookParameters } from 'astro';
import { addressesOf } from './brief/addresses.ts';
import { languageFor } from './brief/languages/languages.ts';
import type { Publication } from './brief/publication.ts';
import { describeCard } from './cards/card.ts';
import { hasErrors } from './diagnostics/diagnostic.ts';
import { editionTime, readEdition } from './press/edition.ts';
import { briefsFolder } from './press/find-briefs.ts';
import { formatReport } from './press/report.ts';
import { madePath, openWorkshop, type Craft, type Job, type Workshop } from './press/workshop.ts';

type ServerSetup = HookParameters<'astro:server:setup'>;

/** The site as the newsroom sees it, and the server that shows it. */
interface Newsroom {
  readonly server: ServerSetup['server'];
  readonly refreshContent: ServerSetup['refreshContent'];
  readonly root: string;
  readonly publication: Publication;
}

/**
 * What `dev` adds to Astro's server: changed briefs are taken up without a restart, their problems are shown as an
 * overlay, and cards and pictures, which a build lays into the output, are made when they are asked for.
 */
export function serveNewsroom(newsroom: Newsroom): void {
  watchBriefs(newsroom);
  serveCards(newsroom);
  servePictures(newsroom);
}

function watchBriefs({ root, server, refreshContent }: Newsroom): void {
  const folder = join(root, briefsFolder);
  let waiting: AbortController | undefined;
  const showProblems = async (): Promise<void> => {
    const edition = await readEdition(root);
    if (!hasErrors(edition.diagnostics)) return;
    showMessage(await formatReport(root, edition));
  };
  const showMessage = (message: string): void => {
    server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'fourfold' } });
  };
  const refresh = async (): Promise<void> => {
    const before = await editionTime(root);
    // Astro passes a refresh over in silence while it reads its own configuration: ask until it was done.
    for (let attempt = 0; attempt < 100; attempt += 1) {
      await refreshContent?.({ loaders: ['fourfold-press'] });
      if ((await editionTime(root)) !== before) break;
      await setTimeout(100);
    }
    await showProblems();
    // A page that was being made meanwhile puts its list of addresses, made from the old edition, back into Astro's
    // cache: once it is done, the cache is emptied again.
    await setTimeout(300);
    for (const name of ['ssr', 'prerender']) {
      server.environments[name]?.hot.send('astro:content-changed', {});
    }
  };
  const guarded = (task: Promise<void>): void => {
    task.catch((error: unknown) => {
      showMessage(error instanceof Error ? error.message : String(error));
    });
  };
  // Not the server's own watcher: it holds back, and then forgets, a file that goes soon after it came.
  const watcher = existsSync(folder) && watch(folder, { recursive: true });
  if (watcher) {
    watcher.on('change', () => {
      // Editors write a file in several steps; what is left after a moment is what was meant.
      waiting?.abort();
      waiting = new AbortController();
      guarded(setTimeout(50, undefined, { signal: waiting.signal }).then(refresh, () => undefined));
    });
    server.httpServer?.once('close', () => {
      watcher.close();
    });
  }
  // A browser that opens later, or loads the page again, is told as well.
  server.ws.on('connection', () => {
    guarded(showProblems());
  });
}

function serveCards({ root, publication, server }: Newsroom): void {
  serveMade(server, root, 'cards', addressesOf(publication).card(''), async (file) => {
    const { briefs } = await readEdition(root);
    const cards = briefs.map(({ listing }) => describeCard(listing, publication, languageFor(listing.lang)));
    const card = cards.find((described) => described.file === file);
    return card && { file, input: { sheet: card.sheet } };
  });
}

function servePictures({ root, publication, server }: Newsroom): void {
  serveMade(server, root, 'pictures', addressesOf(publication).picture(''), async (file) => {
    const { pictures } = await readEdition(root);
    return pictures.find((job) => job.file === file);
  });
}

/** Serves what a workshop makes, making it when it is asked for the first time. */
function serveMade(
  server: ServerSetup['server'],
  root: string,
  craft: Craft,
  folder: string,
  find: (file: string) => Promise<Job | undefined>,
): void {
  let workshop: Promise<Workshop> | undefined;
  server.middlewares.use((request, response, next) => {
    const [path = ''] = (request.originalUrl ?? '').split('?');
    if (!path.startsWith(folder)) {
      next();
      return;
    }
    const file = path.slice(folder.length);
    find(file)
      .then(async (job) => {
        if (!job) {
          next();
          return;
        }
        workshop ??= openWorkshop(root, craft);
        await (await workshop).make([job]);
        response.setHeader('content-type', contentTypes[extname(file)] ?? 'application/octet-stream');
        response.end(await readFile(madePath(root, craft, file)));
      })
      .catch(next);
  });
}

const contentTypes: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
};
