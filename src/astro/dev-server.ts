import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { HookParameters } from 'astro';
import { errorsFirst, stopsBuild } from '../diagnostics/diagnostic.ts';
import { heldEdition, takeEdition } from './channel.ts';
import { checkPublicFolder } from '../build/public-folder.ts';
import { briefsFolderPath } from '../markdown/source-paths.ts';
import { componentsFolder } from '../build/own-components.ts';
import { formatReport } from '../check/report.ts';
import { checkSettings } from '../settings/settings.ts';
import { watchFolder } from '../build/watch-folder.ts';
import { findCardProblems, serveFiles, type Newsroom } from './dev-assets.ts';

interface LiveNewsroom extends Newsroom {
  /** Whether settings changed: what was being taken up by the server before may be lost with it. */
  readonly isAnew: boolean;
  readonly refreshContent: HookParameters<'astro:server:setup'>['refreshContent'];
}

/**
 * What `dev` adds to Astro's server: changed briefs are taken up without a restart, their problems are shown as an
 * overlay, and cards and pictures, which a build lays into the output, are made when they are asked for.
 */
export function serveNewsroom(newsroom: LiveNewsroom): void {
  watchBriefs(newsroom);
  serveFiles(newsroom);
}

function watchBriefs(newsroom: LiveNewsroom): void {
  const { root, server, refreshContent, isAnew } = newsroom;
  const folders = [briefsFolderPath(root), join(root, componentsFolder)];
  let waiting: AbortController | undefined;
  const showProblems = async (): Promise<void> => {
    const edition = takeEdition();
    const settings = checkSettings(root);
    const diagnostics = [
      ...('diagnostics' in settings ? settings.diagnostics : []),
      ...edition.diagnostics,
      ...(await checkPublicFolder(root)),
      ...(await findCardProblems(newsroom, edition)),
    ];
    if (stopsBuild(diagnostics)) {
      showMessage(await formatReport(root, { diagnostics: errorsFirst(diagnostics) }));
    }
  };
  const showMessage = (message: string): void => {
    server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'fourfold' } });
  };
  const refresh = async (): Promise<void> => {
    const before = heldEdition();
    // Astro passes a refresh over in silence while it reads its own configuration: ask until it was done.
    for (let attempt = 0; attempt < 100; attempt += 1) {
      await refreshContent?.({ loaders: ['fourfold-press'] });
      if (heldEdition() !== before) break;
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
  for (const folder of folders) {
    const watcher = watchFolder(folder, {
      change: () => {
        // Editors write a file in several steps; what is left after a moment is what was meant.
        waiting?.abort();
        waiting = new AbortController();
        guarded(setTimeout(50, undefined, { signal: waiting.signal }).then(refresh, () => undefined));
      },
      fail: ({ message }) => {
        const problem = `Changes in ${folder} are no longer noticed (${message}). Start npm run dev again.`;
        console.error(problem);
        showMessage(problem);
      },
    });
    server.httpServer?.once('close', watcher.close);
  }
  if (isAnew) guarded(refresh());
  // A browser that opens later, or loads the page again, is told as well.
  server.ws.on('connection', () => {
    guarded(showProblems());
  });
}
