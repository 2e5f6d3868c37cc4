import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { WebSocketClient } from 'vite';
import { momentOfBuild } from '../build/build-moment.ts';
import { loadSnapshot } from '../build/load.ts';
import { componentsFolder } from '../build/own-components.ts';
import { checkPublicFolder } from '../build/public-folder.ts';
import { withLook } from '../build/own-look.ts';
import { showLook, withPresentLook } from './followed-look.ts';
import { watchFolder } from '../build/watch-folder.ts';
import type { Snapshot } from '../build/snapshot.ts';
import { addressesOf } from '../brief/addresses.ts';
import { settingsFile } from '../brief/briefs-folder.ts';
import { memoize } from '../brief/memoize.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { absolutePath, briefsFolderPath } from '../markdown/source-paths.ts';
import { checkSettings } from '../settings/settings.ts';
import { currentSnapshot, requireSnapshot, setSnapshot } from './channel.ts';
import { findCardProblems, serveFiles, type DevSite } from './dev-assets.ts';
import { openedEvent, problemsFor, sendProblems } from './dev-problems.ts';

/**
 * What `dev` adds to Astro's server: it loads changed briefs without a restart, lists their problems at the edge of each page, and makes
 * cards and images when they are requested. `started` is the text of the settings with which it last tried to start.
 */
export function extendDevServer(devSite: DevSite, started: () => string | undefined): void {
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
  const settings = followSettings(devSite, started);
  guarded(loaded.then(settings.follow));
  // Else the first save would wait for the parser.
  guarded(
    loaded.then(async () => {
      await import('../build/compile-batch.ts');
    }),
  );
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
            if (isSettled) await Promise.all([loader.load(), settings.follow()]);
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
  server.ws.on(openedEvent, ({ path }: { readonly path: string }, client: WebSocketClient) => {
    const { base } = addressesOf(devSite.publication);
    guarded(
      loaded
        .then(() => listProblems(devSite, requireSnapshot()))
        .then((found) => problemsFor(root, found, path, base))
        .then((problems) => {
          sendProblems(client, problems);
        }),
    );
  });
}

interface Loader {
  /** Loads the briefs as they are now, unless a later call does. Loads follow one another. */
  readonly load: () => Promise<void>;
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
    const present = await withPresentLook(root, publication);
    const snapshot = await loadSnapshot({ root, publication: present, now, audience: 'editors' });
    // A server that took its place loads with the new settings.
    if (isClosed) return;
    showLook(publication, present);
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
        if (number === asked) await loadNow();
      });
      last = load.catch(() => undefined);
      return load;
    },
    shownSince: () => since,
  };
}

/**
 * Repeats a change of the settings until Astro has tried to start with it: while it restarts, it ignores further changes. `started` is
 * the text that it last tried.
 */
function followSettings(
  { root, server }: DevSite,
  started: () => string | undefined,
): { readonly follow: () => Promise<void> } {
  let isAtWork = false;
  let isClosed = false;
  server.httpServer?.once('close', () => (isClosed = true));
  return {
    follow: async () => {
      if (isAtWork) return;
      isAtWork = true;
      while (!isClosed && settingsText(root) !== started()) {
        server.watcher.emit('change', absolutePath(root, settingsFile));
        await setTimeout(pause);
      }
      isAtWork = false;
    },
  };
}

/** The settings as they are now; undefined if they cannot be read. */
export function settingsText(root: string): string | undefined {
  try {
    return readFileSync(absolutePath(root, settingsFile), 'utf8');
  } catch {
    return undefined;
  }
}

/** Milliseconds between two looks at the settings. */
const pause = 500;

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

/** Each load of a page asks, and drawing cards takes long. */
const problemsOf = memoize(async (snapshot: Snapshot, devSite: DevSite): Promise<Diagnostic[]> => [
  ...snapshot.diagnostics,
  ...(await findCardProblems(devSite, snapshot)),
]);

async function listProblems(devSite: DevSite, snapshot: Snapshot): Promise<Diagnostic[]> {
  const { root } = devSite;
  const settings = checkSettings(root);
  const { publication } = 'diagnostics' in settings ? (settings.valid ?? {}) : settings;
  return [
    ...('diagnostics' in settings ? settings.diagnostics : []),
    ...(publication ? (await withLook(root, publication)).problems : []),
    ...(await problemsOf(snapshot, devSite)),
    ...(await checkPublicFolder(root)),
  ];
}
