import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { HookParameters } from 'astro';
import { addressesOf } from './brief/addresses.ts';
import { languageFor } from './brief/languages/languages.ts';
import type { Publication } from './brief/publication.ts';
import { describeCard } from './cards/card.ts';
import { hasErrors } from './diagnostics/diagnostic.ts';
import { cardPath, openDrawing, type Drawing } from './press/draw.ts';
import { readEdition } from './press/edition.ts';
import { briefsFolder } from './press/find-briefs.ts';
import { pictureFile } from './press/pictures.ts';
import { formatReport } from './press/report.ts';

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
  let waiting: NodeJS.Timeout | undefined;
  const showProblems = async (): Promise<void> => {
    const edition = await readEdition(root);
    if (!hasErrors(edition.diagnostics)) return;
    const message = await formatReport(root, edition);
    server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'fourfold' } });
  };
  server.watcher.add(folder);
  server.watcher.on('all', (_event, path) => {
    if (!path.startsWith(folder)) return;
    clearTimeout(waiting);
    // Editors write a file in several steps; what is left after a moment is what was meant.
    waiting = setTimeout(() => {
      void refreshContent?.({ loaders: ['fourfold-press'] }).then(showProblems);
    }, 50);
  });
  // A browser that opens later, or loads the page again, is told as well.
  server.ws.on('connection', () => void showProblems());
}

function serveCards({ root, publication, server }: Newsroom): void {
  let drawing: Promise<Drawing> | undefined;
  serveFiles(server, addressesOf(publication).card(''), async (file) => {
    const { briefs } = await readEdition(root);
    const cards = briefs.map(({ listing }) => describeCard(listing, publication, languageFor(listing.lang)));
    const card = cards.find((described) => described.file === file);
    if (!card) return undefined;
    drawing ??= openDrawing(root);
    await (await drawing).draw([card]);
    return { type: card.reference.type, path: cardPath(root, file) };
  });
}

function servePictures({ root, publication, server }: Newsroom): void {
  serveFiles(server, addressesOf(publication).picture(''), async (file) => {
    const { pictures } = await readEdition(root);
    for (const picture of pictures) {
      const path = join(root, picture);
      if (pictureFile(picture, await readFile(path)) === file) return { path };
    }
    return undefined;
  });
}

function serveFiles(
  server: ServerSetup['server'],
  folder: string,
  find: (file: string) => Promise<{ path: string; type?: string } | undefined>,
): void {
  server.middlewares.use((request, response, next) => {
    const [path = ''] = (request.originalUrl ?? '').split('?');
    if (!path.startsWith(folder)) {
      next();
      return;
    }
    find(basename(path))
      .then(async (found) => {
        if (!found) {
          next();
          return;
        }
        if (found.type !== undefined) response.setHeader('content-type', found.type);
        response.end(await readFile(found.path));
      })
      .catch(next);
  });
}
