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
  /** What pages of a base read when they were rendered: other values of the same names make another page. */
  readonly readsOf: (base: string) => readonly (readonly string[])[];
  /** Takes a page from the output, if it has just been written there. */
  readonly keep: (key: string, output: Output, path: string, reads: Reads) => void;
  /** Writes down what is kept; a page that was not written down is made again. `removed` are paths below the cache's folder. */
  readonly close: (removed: ReadonlySet<string>) => Promise<void>;
}

/** What a page was made from beside the values of what it read, and the names of these. */
export interface Reads {
  readonly base: string;
  readonly names: readonly string[];
}

interface KeptPage extends Trace, Reads {}

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
  const kept = new Map<string, KeptPage>();
  const namesByBase = new Map<string, Map<string, readonly string[]>>();
  for (const { base, names } of known.values()) {
    const all = namesByBase.get(base) ?? new Map<string, readonly string[]>();
    namesByBase.set(base, all.set(names.join('\n'), names));
  }
  const makeFolder = openFolderMaker();
  return {
    lay: (key, output, path) => {
      const trace = known.get(key);
      if (!trace || !output.lay(path, join(root, pageFolder, pagePath(key)), trace)) return false;
      kept.set(key, { ...trace, ...output.traces().get(path) });
      return true;
    },
    readsOf: (base) => [...(namesByBase.get(base)?.values() ?? [])],
    keep: (key, output, path, reads) => {
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
      kept.set(key, { ...trace, ...reads, mtimeMs: statSync(to).mtimeMs });
    },
    close: async (removed) => {
      // Pages of other builds stay known for as long as they are kept: who turns back finds them.
      const all = new Map([...known, ...kept]);
      for (const key of all.keys()) if (removed.has(`pages/${pagePath(key)}`)) all.delete(key);
      mkdirSync(dirname(listPath), { recursive: true });
      await writeFileAtomic(listPath, JSON.stringify(writtenList(all)), { fsync: false });
    },
  };
}

/** The list as it is written: thousands of pages read the same names. */
interface WrittenList {
  readonly names: readonly (readonly string[])[];
  readonly pages: readonly (readonly [key: string, trace: Trace, base: string, names: number])[];
}

function writtenList(pages: ReadonlyMap<string, KeptPage>): WrittenList {
  const places = new Map<string, number>();
  const names: (readonly string[])[] = [];
  const placeOf = (own: readonly string[]): number => {
    const text = own.join('\n');
    const place = places.get(text) ?? names.push(own) - 1;
    places.set(text, place);
    return place;
  };
  const entries = Array.from(pages, ([key, { base, names: own, bytes, mtimeMs, sha256 }]) => {
    return [key, { bytes, mtimeMs, sha256 }, base, placeOf(own)] as const;
  });
  return { names, pages: entries };
}

function readList(path: string): Map<string, KeptPage> {
  try {
    const { names, pages } = JSON.parse(readFileSync(path, 'utf8')) as WrittenList;
    return new Map(
      pages.map(([key, trace, base, place]) => [key, { ...trace, base, names: names[place] ?? [] }]),
    );
  } catch {
    return new Map();
  }
}
