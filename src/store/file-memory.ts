import { mkdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { cachePath, type CacheName } from './cache.ts';
import { digestOfFile } from './file-record.ts';

/** Results of reading files, valid while size, times and inode are the same. */
export interface FileMemory<Found> {
  /** `name` identifies the file, wherever it is; `read` is called if the result is not known. */
  readonly of: (name: string, place: string, read: (place: string) => Found) => Found;
  /** The same, asynchronously. */
  readonly later: (name: string, place: string, read: (place: string) => Promise<Found>) => Promise<Found>;
  /** Writes the results to the cache. */
  readonly save: () => void;
}

type Remembered<Found> = readonly [size: number, mtimeMs: number, ctimeMs: number, ino: number, found: Found];

/** Opens the results in a file of the cache; those of another `version` are dropped. */
export function openFileMemory<Found>(root: string, name: CacheName, version: string): FileMemory<Found> {
  const path = cachePath(root, name);
  const files = readMemory<Found>(path, version);
  let isChanged = false;
  const lookUp = (file: string, { size, mtimeMs, ctimeMs, ino }: Stats): Remembered<Found> | undefined => {
    const known = files.get(file);
    return known?.[0] === size && known[1] === mtimeMs && known[2] === ctimeMs && known[3] === ino
      ? known
      : undefined;
  };
  const note = (file: string, state: Stats, found: Found): Found => {
    const { size, mtimeMs, ctimeMs, ino } = state;
    isChanged = true;
    if (isYoung(state)) files.delete(file);
    else files.set(file, [size, mtimeMs, ctimeMs, ino, found]);
    return found;
  };
  return {
    of: (file, place, read) => {
      const state = statSync(place);
      const known = lookUp(file, state);
      return known ? known[4] : note(file, state, read(place));
    },
    later: async (file, place, read) => {
      const state = statSync(place);
      const known = lookUp(file, state);
      return known ? known[4] : note(file, state, await read(place));
    },
    save: () => {
      if (!isChanged) return;
      mkdirSync(dirname(path), { recursive: true });
      writeFileAtomic.sync(path, JSON.stringify({ version, files: Object.fromEntries(files) }), {
        fsync: false,
      });
      isChanged = false;
    },
  };
}

/** SHA-256 of files. */
export interface FileDigests {
  readonly of: (name: string, place: string) => string;
  readonly save: () => void;
}

/** Opens the digests of a project's own files. */
export function openFileDigests(root: string): FileDigests {
  const memory = openFileMemory<string>(root, 'file-digests.json', '1');
  return { of: (name, place) => memory.of(name, place, digestOfFile), save: memory.save };
}

/** Whether a file may change again and look the same. */
export function isYoung({ mtimeMs, ctimeMs }: Pick<Stats, 'mtimeMs' | 'ctimeMs'>): boolean {
  return Date.now() - Math.max(mtimeMs, ctimeMs) < clockGrain;
}

/** Milliseconds: the coarsest file times in use are 2 s (FAT). */
const clockGrain = 2000;

function readMemory<Found>(path: string, version: string): Map<string, Remembered<Found>> {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8')) as {
      readonly version: string;
      readonly files: Readonly<Record<string, Remembered<Found>>>;
    };
    return new Map(read.version === version ? Object.entries(read.files) : []);
  } catch {
    return new Map();
  }
}
