import {
  copyFileSync,
  linkSync,
  mkdirSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { digestOf } from './cache.ts';
import { entryOf, ownFilesBelow, removeLinks } from './folder.ts';
import { digestOfFile, isIntact, traceOf, type Trace } from './fingerprint.ts';

/** The folder in which a site grows. */
export interface Output {
  readonly folder: string;
  /**
   * Gives a file of the cache a second name here: no byte is copied. False if it is not what its trace says, or if a file
   * of that name was laid before: that one stays.
   */
  readonly lay: (path: string, from: string, trace: Trace) => boolean;
  /** Copies a file that is not ours: it may be changed where it is without a change here. */
  readonly copy: (path: string, from: string) => void;
  readonly write: (path: string, body: Uint8Array) => void;
  readonly has: (path: string) => boolean;
  /** Takes for laid what somebody else has written here, but for a folder that will go. */
  readonly adopt: (passing?: string) => void;
  /** What was adopted. */
  readonly adopted: () => readonly string[];
  /** Removes all that was not laid. */
  readonly sweep: () => void;
  /** All that was laid. */
  readonly traces: () => ReadonlyMap<string, Trace>;
  readonly size: () => { readonly files: number; readonly bytes: number };
}

/**
 * Opens a folder that may hold an earlier site. What is right already is not touched, so that a build of which one page
 * changed does not make and remove ten thousand names. Nothing is written into a file that is there: it may be one with
 * that of the site which readers see.
 */
export function openOutput(folder: string): Output {
  removeLinks(folder);
  const laid = new Map<string, Trace>();
  const adopted: string[] = [];
  const makeFolder = openFolderMaker();
  const clear = (path: string): string => {
    refuseForeign(path);
    const to = join(folder, path);
    makeFolder(dirname(to));
    rmSync(to, { recursive: true, force: true });
    return to;
  };
  const stands = (path: string, mark: Pick<Trace, 'bytes' | 'mtimeMs'>): boolean => {
    const found = entryOf(join(folder, path));
    return found?.isFile() === true && found.size === mark.bytes && found.mtimeMs === mark.mtimeMs;
  };
  return {
    folder,
    lay: (path, from, trace) => {
      refuseForeign(path);
      if (laid.has(path)) return false;
      if (!stands(path, trace)) {
        if (!isIntact(from, trace)) return false;
        linkFile(from, clear(path));
      }
      // A cache that was copied has files of another time than their traces say.
      laid.set(path, { ...markOf(join(folder, path)), sha256: trace.sha256 });
      return true;
    },
    copy: (path, from) => {
      refuseForeign(path);
      const { size, mtimeMs } = statSync(from);
      // No finer than what can be set.
      const mark = { bytes: size, mtimeMs: Math.trunc(mtimeMs) };
      const sha256 = digestOfFile(from);
      // A tool may give another content the same time.
      if (!stands(path, mark) || digestOfFile(join(folder, path)) !== sha256) {
        const to = clear(path);
        copyFileSync(from, to);
        utimesSync(to, mark.mtimeMs / 1000, mark.mtimeMs / 1000);
      }
      laid.set(path, { ...mark, sha256 });
    },
    write: (path, body) => {
      writeFileSync(clear(path), body);
      laid.set(path, { ...markOf(join(folder, path)), sha256: digestOf(body) });
    },
    has: (path) => laid.has(path),
    adopt: (passing) => {
      for (const path of ownFilesBelow(folder)) {
        if (laid.has(path) || path.split('/')[0] === passing) continue;
        laid.set(path, traceOf(join(folder, path)));
        adopted.push(path);
      }
    },
    adopted: () => adopted,
    sweep: () => {
      for (const path of ownFilesBelow(folder)) {
        if (laid.has(path)) continue;
        rmSync(join(folder, path), { force: true });
        removeEmpty(folder, dirname(path));
      }
    },
    traces: () => laid,
    size: () => {
      let bytes = 0;
      for (const trace of laid.values()) bytes += trace.bytes;
      return { files: laid.size, bytes };
    },
  };
}

/**
 * A path that is spelled in another way than `ownFilesBelow` does would be taken for a file that was not laid, and be removed
 * again: on Windows `join` spells every path so.
 */
function refuseForeign(path: string): void {
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

/** Where the file system has no second names, or the other name lies on another one, the file is copied. */
export function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (!unlinkable.includes(code)) throw error;
    copyFileSync(from, to);
  }
}

const unlinkable: readonly unknown[] = [
  'EXDEV',
  'EPERM',
  'EACCES',
  'EMLINK',
  'ENOSYS',
  'ENOTSUP',
  'EOPNOTSUPP',
];

function markOf(path: string): Pick<Trace, 'bytes' | 'mtimeMs'> {
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
