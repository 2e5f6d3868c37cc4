import { copyFileSync, mkdirSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { digestOf, type Cache } from './cache.ts';
import { entryOf, ownFilesBelow, removeLinks } from './folder.ts';
import { digestOfFile, isIntact, linkFile, recordOf, type FileRecord } from './file-record.ts';

/** The folder into which a build writes the site. */
export interface Output {
  readonly folder: string;
  /** Links a file of the cache. False if it is not as recorded, or if the output has a file of that name, which stays. */
  readonly link: (path: string, from: string, record: FileRecord) => boolean;
  /** Copies a file that is not ours: it may be changed where it is without a change here. */
  readonly copy: (path: string, from: string) => void;
  readonly write: (path: string, body: Uint8Array) => void;
  readonly has: (path: string) => boolean;
  /** Stores a file of the output in the cache, which may have one of this content already: then the output has that one, with its time. */
  readonly store: (path: string, cache: Cache) => FileRecord;
  /** Registers the files that Astro wrote, except those below `ignore`. */
  readonly adopt: (ignore?: string) => void;
  /** The paths of the files that Astro wrote. */
  readonly adopted: () => readonly string[];
  /** Removes every other file. */
  readonly sweep: () => void;
  /** All files by path. */
  readonly records: () => ReadonlyMap<string, FileRecord>;
  readonly size: () => { readonly files: number; readonly bytes: number };
}

/**
 * Opens a folder that may hold an earlier site. Files that are already right stay, so that a build in which one page changed does
 * not link and remove ten thousand files. No file is written in place, since it may be the same file as one of the published site.
 */
export function openOutput(folder: string): Output {
  const earlier = removeLinks(folder);
  const records = new Map<string, FileRecord>();
  const adopted: string[] = [];
  /** Astro may have written more files. */
  let isOurs = true;
  const makeFolder = openFolderMaker();
  const clear = (path: string): string => {
    assertRelative(path);
    const to = join(folder, path);
    makeFolder(dirname(to));
    rmSync(to, { recursive: true, force: true });
    return to;
  };
  const isThere = (path: string, { bytes, mtimeMs }: FileState): boolean => {
    const found = entryOf(join(folder, path));
    return found?.isFile() === true && found.size === bytes && found.mtimeMs === mtimeMs;
  };
  return {
    folder,
    link: (path, from, record) => {
      assertRelative(path);
      if (records.has(path)) return false;
      const { bytes, mtimeMs, sha256 } = record;
      if (isThere(path, record)) {
        records.set(path, { bytes, mtimeMs, sha256 });
        return true;
      }
      if (!isIntact(from, record)) return false;
      linkFile(from, clear(path));
      // The files of a copied cache have other times than were recorded.
      records.set(path, { ...stateOf(join(folder, path)), sha256 });
      return true;
    },
    copy: (path, from) => {
      assertRelative(path);
      const { size, mtimeMs } = statSync(from);
      // No finer than what can be set.
      const state = { bytes: size, mtimeMs: Math.trunc(mtimeMs) };
      const sha256 = digestOfFile(from);
      // A tool may give another content the same time.
      if (!isThere(path, state) || digestOfFile(join(folder, path)) !== sha256) {
        const to = clear(path);
        copyFileSync(from, to);
        utimesSync(to, state.mtimeMs / 1000, state.mtimeMs / 1000);
      }
      records.set(path, { ...stateOf(join(folder, path)), sha256 });
    },
    write: (path, body) => {
      writeFileSync(clear(path), body);
      records.set(path, { ...stateOf(join(folder, path)), sha256: digestOf(body) });
    },
    has: (path) => records.has(path),
    store: (path, cache) => {
      const place = join(folder, path);
      const stored = cache.put(place, 'link', records.get(path)?.sha256);
      records.set(path, { ...stateOf(place), sha256: stored.sha256 });
      return stored;
    },
    adopt: (ignore) => {
      isOurs = false;
      for (const path of ownFilesBelow(folder)) {
        if (records.has(path) || path.split('/')[0] === ignore) continue;
        records.set(path, recordOf(join(folder, path)));
        adopted.push(path);
      }
    },
    adopted: () => adopted,
    sweep: () => {
      for (const path of isOurs ? earlier : ownFilesBelow(folder)) {
        const place = join(folder, path);
        // A page of now may have the name of a folder of before, or the other way round.
        if (records.has(path) || entryOf(place)?.isDirectory() !== false) continue;
        rmSync(place);
        removeEmpty(folder, dirname(path));
      }
    },
    records: () => records,
    size: () => {
      let bytes = 0;
      for (const record of records.values()) bytes += record.bytes;
      return { files: records.size, bytes };
    },
  };
}

/** On Windows `join` writes backslashes; `sweep`, which compares paths with those of `ownFilesBelow`, would remove such a file. */
function assertRelative(path: string): void {
  if (path === posix.join(path) && !path.startsWith('/') && !/\\|^\.\.(?:\/|$)/.test(path)) return;
  throw new Error(`Unexpected path "${path}" in the output, expected one below it with forward slashes`);
}

/** Makes folders, each once: Node asks after every folder above one that is to be made. */
export function openFolderMaker(): (folder: string) => void {
  const made = new Set<string>();
  const make = (folder: string): void => {
    if (made.has(folder)) return;
    made.add(folder);
    const found = entryOf(folder);
    if (found?.isDirectory()) return;
    // What was a file in an earlier site is a folder now.
    if (found) rmSync(folder);
    make(dirname(folder));
    mkdirSync(folder);
  };
  return make;
}

type FileState = Pick<FileRecord, 'bytes' | 'mtimeMs'>;

function stateOf(path: string): FileState {
  const { size, mtimeMs } = statSync(path);
  return { bytes: size, mtimeMs };
}

/**
 * Removes a folder, and then those above it, below `root`, if nothing is left in them. */
export function removeEmpty(root: string, folder: string): void {
  if (folder === '.') return;
  try {
    rmdirSync(join(root, folder));
  } catch {
    // Others are left in it.
    return;
  }
  removeEmpty(root, dirname(folder));
}
