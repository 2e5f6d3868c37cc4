import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { cacheFolder } from './cache.ts';
import { linkFile, openFolderMaker, type Output } from './output.ts';
import type { Trace } from './fingerprint.ts';

/** Pages as they were rendered, each under a digest of all that it was made from, so that one is never out of date. */
export interface PageStore {
  /** Lays the page that is kept under a key into the output; false if there is none, or none that is whole. */
  readonly lay: (key: string, output: Output, path: string) => boolean;
  /** Takes a page from the output, if it has just been written there. */
  readonly keep: (key: string, output: Output, path: string) => void;
  /** Writes down what is kept; a page that was not written down is made again. `removed` are paths below the cache's folder. */
  readonly close: (removed: ReadonlySet<string>) => Promise<void>;
}

/** Where pages are kept, relative to the project root. */
const pageFolder = join(cacheFolder, 'pages');

/** Where a page lies below that folder: no folder should hold ten thousand files. */
export function pagePath(key: string): string {
  return `${key.slice(0, 2)}/${key.slice(2)}`;
}

/**
 * The pages that earlier builds have kept. A kept page and the one in the output are one file with two names: that takes
 * no time and no room, and whoever writes into the output is found out before the page is laid again.
 */
export function openPageStore(root: string): PageStore {
  const listPath = join(root, `${pageFolder}.json`);
  const known = readList(listPath);
  const kept = new Map<string, Trace>();
  const makeFolder = openFolderMaker();
  return {
    lay: (key, output, path) => {
      const trace = known.get(key);
      if (!trace || !output.lay(path, join(root, pageFolder, pagePath(key)), trace)) return false;
      kept.set(key, { ...trace, ...output.traces().get(path) });
      return true;
    },
    keep: (key, output, path) => {
      const trace = output.traces().get(path);
      if (!trace) return;
      const to = join(root, pageFolder, pagePath(key));
      makeFolder(dirname(to));
      // What lies there is damaged; or another build has just laid the same, even now.
      rmSync(to, { force: true });
      try {
        linkFile(join(output.folder, path), to);
      } catch (error) {
        if (!existsSync(to)) throw error;
      }
      // Where files have no second names, the copy has a time of its own.
      kept.set(key, { ...trace, mtimeMs: statSync(to).mtimeMs });
    },
    close: async (removed) => {
      // Pages of other builds stay known for as long as they are kept: who turns back finds them.
      const all = [...known, ...kept].filter(([key]) => !removed.has(`pages/${pagePath(key)}`));
      mkdirSync(dirname(listPath), { recursive: true });
      await writeFileAtomic(listPath, JSON.stringify(Object.fromEntries(all)), { fsync: false });
    },
  };
}

function readList(path: string): Map<string, Trace> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, Trace>));
  } catch {
    return new Map();
  }
}
