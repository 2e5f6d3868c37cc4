import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { cachePath, filePath, openCache } from './cache.ts';
import type { FileRecord } from './file-record.ts';
import type { Output } from './output.ts';

/**
 * Rendered pages by key. Their files are in the cache like all others; their entries are in one list, since a site has tens of
 * thousands and every build reads all.
 */
export interface PageStore {
  /** Links the page under a key into the output; false if there is none, or if it is damaged. */
  readonly link: (key: string, output: Output, path: string) => boolean;
  /** The settings and labels that pages with this base read when they were rendered. */
  readonly readsOf: (base: string) => readonly (readonly string[])[];
  /** Adds a page that was just written to the output. */
  readonly add: (key: string, output: Output, path: string, reads: Reads) => void;
  /** Paths below the cache's folder of the files that this build uses. */
  readonly files: () => string[];
  /** Writes the list, without pages whose files were pruned; a page that is not in it is rendered again. */
  readonly close: (pruned: ReadonlySet<string>) => Promise<void>;
}

/** What a page was made from other than the values of what it read, and the names of these. */
export interface Reads {
  readonly base: string;
  readonly names: readonly string[];
}

interface PageEntry extends FileRecord, Reads {}

/** Opens the pages of earlier builds. */
export function openPageStore(root: string): PageStore {
  const cache = openCache(root);
  const known = readList(cachePath(root, 'pages.json'));
  const used = new Map<string, PageEntry>();
  const namesByBase = new Map<string, Map<string, readonly string[]>>();
  for (const { base, names } of known.values()) {
    const all = namesByBase.get(base) ?? new Map<string, readonly string[]>();
    namesByBase.set(base, all.set(names.join('\n'), names));
  }
  return {
    link: (key, output, path) => {
      const entry = known.get(key);
      if (!entry || !output.link(path, cache.pathOf(entry), entry)) return false;
      used.set(key, { ...entry, ...output.records().get(path) });
      return true;
    },
    readsOf: (base) => [...(namesByBase.get(base)?.values() ?? [])],
    add: (key, output, path, reads) => {
      if (output.has(path)) used.set(key, { ...output.store(path, cache), ...reads });
    },
    files: () => [...used.values()].map(filePath),
    close: async (pruned) => {
      // Pages of other builds stay in the list while their files are there, so that undoing a change finds them.
      const all = new Map([...known, ...used]);
      for (const [key, entry] of all) if (pruned.has(filePath(entry))) all.delete(key);
      const path = cachePath(root, 'pages.json');
      mkdirSync(dirname(path), { recursive: true });
      await writeFileAtomic(path, JSON.stringify(formatList(all)), { fsync: false });
    },
  };
}

/** The list as it is written: thousands of pages read the same names. */
interface PageList {
  readonly names: readonly (readonly string[])[];
  readonly pages: readonly (readonly [key: string, record: FileRecord, base: string, names: number])[];
}

function formatList(pages: ReadonlyMap<string, PageEntry>): PageList {
  const indexes = new Map<string, number>();
  const names: (readonly string[])[] = [];
  const indexOf = (own: readonly string[]): number => {
    const text = own.join('\n');
    const index = indexes.get(text) ?? names.push(own) - 1;
    indexes.set(text, index);
    return index;
  };
  const entries = Array.from(pages, ([key, { base, names: own, bytes, mtimeMs, sha256 }]) => {
    return [key, { bytes, mtimeMs, sha256 }, base, indexOf(own)] as const;
  });
  return { names, pages: entries };
}

function readList(path: string): Map<string, PageEntry> {
  try {
    const { names, pages } = JSON.parse(readFileSync(path, 'utf8')) as PageList;
    return new Map(
      pages.map(([key, record, base, index]) => [key, { ...record, base, names: names[index] ?? [] }]),
    );
  } catch {
    return new Map();
  }
}
