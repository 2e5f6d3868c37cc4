import { mkdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { cacheFolder } from './cache.ts';
import { digestOfFile } from './file-record.ts';

/** What was found in files, for as long as they look the same: by size, times and inode. */
export interface FileMemory<Found> {
  /** `name` is that of the file in the memory, wherever it lies; `read` finds what is not known yet. */
  readonly of: (name: string, place: string, read: (place: string) => Found) => Found;
  /** The same where reading takes a while. */
  readonly later: (name: string, place: string, read: (place: string) => Promise<Found>) => Promise<Found>;
  /** Writes down what was found; a memory that is not saved is one that somebody reads again. */
  readonly save: () => void;
}

type Remembered<Found> = readonly [size: number, mtimeMs: number, ctimeMs: number, ino: number, found: Found];

/** A memory of its own by its name in the cache; one of another `version` is forgotten. */
export function openFileMemory<Found>(root: string, name: string, version: string): FileMemory<Found> {
  const path = join(root, cacheFolder, `${name}.json`);
  const files = readMemory<Found>(path, version);
  let isChanged = false;
  const lookUp = (file: string, { size, mtimeMs, ctimeMs, ino }: Stats): Remembered<Found> | undefined => {
    const known = files.get(file);
    return known?.[0] === size && known[1] === mtimeMs && known[2] === ctimeMs && known[3] === ino
      ? known
      : undefined;
  };
  const note = (file: string, { size, mtimeMs, ctimeMs, ino }: Stats, found: Found): Found => {
    isChanged = true;
    // One that is so young may change again and look the same.
    if (Date.now() - Math.max(mtimeMs, ctimeMs) < clockGrain) files.delete(file);
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

/** SHA-256 of the contents of files. */
export interface FileDigests {
  readonly of: (name: string, place: string) => string;
  readonly save: () => void;
}

/** Digests of a project's own files, as far as they are known. */
export function openFileDigests(root: string): FileDigests {
  const memory = openFileMemory<string>(root, 'file-digests', '1');
  return { of: (name, place) => memory.of(name, place, digestOfFile), save: memory.save };
}

/** Milliseconds: the coarsest times of files that a file system in use has are 2 s (FAT). */
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
