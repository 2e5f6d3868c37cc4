import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { HookParameters } from 'astro';
import { errorsFirst, stopsBuild } from '../diagnostics/diagnostic.ts';
import { currentEdition, requireEdition } from './channel.ts';
import { checkPublicFolder } from '../build/public-folder.ts';
import { briefsFolderPath } from '../markdown/source-paths.ts';
import { componentsFolder } from '../build/own-components.ts';
import { formatReport } from '../check/report.ts';
import { checkSettings } from '../settings/settings.ts';
import { watchFolder } from '../build/watch-folder.ts';
import { findCardProblems, serveFiles, type DevSite } from './dev-assets.ts';

interface LiveDevSite extends DevSite {
  /** Whether the server restarted after a change of settings: changes that it was loading may be lost. */
  readonly isRestarted: boolean;
  readonly refreshContent: HookParameters<'astro:server:setup'>['refreshContent'];
}

/**
 * What `dev` adds to Astro's server: it loads changed briefs without a restart, shows their problems in an overlay, and makes
 * cards and images when they are requested.
 */
export function extendDevServer(devSite: LiveDevSite): void {
  watchBriefs(devSite);
  serveFiles(devSite);
}

function watchBriefs(devSite: LiveDevSite): void {
  const { root, server, refreshContent, isRestarted } = devSite;
  const folders = [briefsFolderPath(root), join(root, componentsFolder)];
  let waiting: AbortController | undefined;
  const showProblems = async (): Promise<void> => {
    const edition = requireEdition();
    const settings = checkSettings(root);
    const diagnostics = [
      ...('diagnostics' in settings ? settings.diagnostics : []),
      ...edition.diagnostics,
      ...(await checkPublicFolder(root)),
      ...(await findCardProblems(devSite, edition)),
    ];
    if (stopsBuild(diagnostics)) {
      showMessage(await formatReport(root, { diagnostics: errorsFirst(diagnostics) }));
    }
  };
  const showMessage = (message: string): void => {
    server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'fourfold' } });
  };
  const refresh = async (): Promise<void> => {
    const before = currentEdition();
    // Astro silently ignores a refresh while it reads its configuration, so repeat until it succeeds.
    for (let attempt = 0; attempt < 100; attempt += 1) {
      await refreshContent?.({ loaders: ['fourfold-briefs'] });
      if (currentEdition() !== before) break;
      await setTimeout(100);
    }
    await showProblems();
    // A page that was being rendered puts its old list of addresses back into Astro's cache; clear that again.
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
  // Not the server's own watcher: it delays, and then drops, a file that is removed soon after it was created.
  for (const folder of folders) {
    const watcher = watchFolder(folder, {
      change: () => {
        // Editors write a file in several steps; wait until they are done.
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
  if (isRestarted) guarded(refresh());
  // Also for browsers that open or reload the page later.
  server.ws.on('connection', () => {
    guarded(showProblems());
  });
}
