import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { WebSocketClient } from 'vite';
import { momentOfBuild } from '../build/build-moment.ts';
import { loadSnapshot } from '../build/load.ts';
import { componentsFolder } from '../build/own-components.ts';
import { checkPublicFolder } from '../build/public-folder.ts';
import { watchFolder } from '../build/watch-folder.ts';
import { formatReport } from '../check/report.ts';
import { errorsFirst, stopsBuild } from '../diagnostics/diagnostic.ts';
import { briefsFolderPath } from '../markdown/source-paths.ts';
import { checkSettings } from '../settings/settings.ts';
import { currentSnapshot, requireSnapshot, setSnapshot } from './channel.ts';
import { findCardProblems, serveFiles, type DevSite } from './dev-assets.ts';

/**
 * What `dev` adds to Astro's server: it loads changed briefs without a restart, shows their problems in an overlay, and makes
 * cards and images when they are requested.
 */
export function extendDevServer(devSite: DevSite): void {
  const { root, server } = devSite;
  const showMessage = (message: string): void => {
    server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'fourfold' } });
  };
  const guarded = (task: Promise<void>): void => {
    task.catch((error: unknown) => {
      showMessage(error instanceof Error ? error.message : String(error));
    });
  };
  const loader = openLoader(devSite);
  const loaded = loader.load();
  let waiting: AbortController | undefined;
  // Not the server's own watcher: it delays, and then drops, a file that is removed soon after it was created.
  for (const folder of [briefsFolderPath(root), join(root, componentsFolder)]) {
    const watcher = watchFolder(folder, {
      change: () => {
        // Editors write a file in several steps; wait until they are done.
        waiting?.abort();
        waiting = new AbortController();
        const settled = setTimeout(50, undefined, { signal: waiting.signal }).then(() => true, () => false); // prettier-ignore
        guarded(
          settled.then(async (isSettled) => {
            if (isSettled && (await loader.load())) await showProblems(devSite, showMessage);
          }),
        );
      },
      fail: ({ message }) => {
        const problem = `Changes in ${folder} are no longer noticed (${message}). Start npm run dev again.`;
        console.error(problem);
        showMessage(problem);
      },
    });
    server.httpServer?.once('close', watcher.close);
  }
  // Astro's server starts while the briefs are loaded.
  server.middlewares.use((_request, _response, next) => {
    loaded.then(() => { next(); }, next);
  }); // prettier-ignore
  keepPagesFresh(devSite, loader);
  serveFiles(devSite);
  // Also for browsers that open or reload the page later.
  server.ws.on('connection', () => {
    guarded(loaded.then(() => showProblems(devSite, showMessage)));
  });
}

interface Loader {
  /** Loads the briefs as they are now; false if a later call did it instead. Loads follow one another. */
  readonly load: () => Promise<boolean>;
  /** When pages began to show the present snapshot, by `performance.now()`. */
  readonly shownSince: () => number;
}

function openLoader({ root, publication, server }: DevSite): Loader {
  let asked = 0;
  let last: Promise<unknown> = Promise.resolve();
  let since = 0;
  let isClosed = false;
  server.httpServer?.once('close', () => (isClosed = true));
  const loadNow = async (): Promise<void> => {
    const now = momentOfBuild(process.env, publication.timeZone);
    const snapshot = await loadSnapshot({ root, publication, now, audience: 'editors' });
    // A server that took its place loads with the new settings.
    if (isClosed) return;
    setSnapshot(snapshot);
    since = performance.now();
    forgetAddresses(server);
    server.ws.send({ type: 'full-reload', path: '*' });
  };
  return {
    load: () => {
      asked += 1;
      const number = asked;
      const load = last.then(async () => {
        if (number !== asked) return false;
        await loadNow();
        return true;
      });
      last = load.catch(() => undefined);
      return load;
    },
    shownSince: () => since,
  };
}

/** Sent by each page as soon as it is connected, with the milliseconds since its address was opened. */
const openedEvent = 'fourfold:opened';

/** For pages in `dev`: tells the server when the page was requested. */
export const openedScript = `import.meta.hot?.send(${JSON.stringify(openedEvent)}, { age: performance.now() });`;

/** No page shows a snapshot older than the present one, whatever changed while it was rendered or loaded. */
function keepPagesFresh({ server }: DevSite, { shownSince }: Loader): void {
  server.middlewares.use((_request, response, next) => {
    const snapshot = currentSnapshot();
    response.once('close', () => {
      // What was being rendered meanwhile puts its old list of addresses back into Astro's cache.
      if (currentSnapshot() !== snapshot) forgetAddresses(server);
    });
    next();
  });
  // A reload that is sent before the page listens is lost.
  server.ws.on(openedEvent, ({ age }: { readonly age: number }, client: WebSocketClient) => {
    if (performance.now() - age < shownSince()) client.send({ type: 'full-reload', path: '*' });
  });
}

/** Lets Astro list the addresses of its routes anew. */
function forgetAddresses(server: DevSite['server']): void {
  for (const name of ['ssr', 'prerender']) {
    server.environments[name]?.hot.send('astro:content-changed', {});
  }
}

async function showProblems(devSite: DevSite, showMessage: (message: string) => void): Promise<void> {
  const { root } = devSite;
  const snapshot = requireSnapshot();
  const settings = checkSettings(root);
  const diagnostics = [
    ...('diagnostics' in settings ? settings.diagnostics : []),
    ...snapshot.diagnostics,
    ...(await checkPublicFolder(root)),
    ...(await findCardProblems(devSite, snapshot)),
  ];
  if (stopsBuild(diagnostics)) {
    showMessage(await formatReport(root, { diagnostics: errorsFirst(diagnostics) }));
  }
}
