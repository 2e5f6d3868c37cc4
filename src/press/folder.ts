import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from './cache.ts';

/**
 * The files below a folder by their paths there, with forward slashes, sorted within each folder; of one that is not there
 * none. Read at once: ten thousand promises would cost ten times what the reading does.
 */
export function* filesBelow(folder: string, path = ''): Iterable<string> {
  for (const entry of entriesOf(join(folder, path))) {
    const place = `${path}${entry.name}`;
    // The repository of whoever pushes the folder as a branch.
    if (place === '.git') continue;
    if (entry.isDirectory() || leadsToFolder(entry, join(folder, place)))
      yield* filesBelow(folder, `${place}/`);
    else yield place;
  }
}

/** Whether it is a link to a folder, but for one in which it lies itself: that has no end. */
function leadsToFolder(entry: Dirent, place: string): boolean {
  if (!entry.isSymbolicLink() || statSync(place, { throwIfNoEntry: false })?.isDirectory() !== true)
    return false;
  return !join(realpathSync(dirname(place)), '/').startsWith(join(realpathSync(place), '/'));
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) =>
      one.name < other.name ? -1 : 1,
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Digest of the names, sizes and times of the files below a folder. */
export function fingerprintOf(folder: string): string {
  const marks = new Map<string, { readonly bytes: number; readonly mtimeMs: number }>();
  for (const path of filesBelow(folder)) {
    const found = statSync(join(folder, path), { throwIfNoEntry: false });
    if (found) marks.set(path, { bytes: found.size, mtimeMs: found.mtimeMs });
  }
  return digestOfMarks(marks);
}

/** The same of files that somebody edits: one that was written with the time of the last has been changed all the same. */
export function fingerprintOfSources(folder: string, counts: (path: string) => boolean = () => true): string {
  const lines = Array.from(filesBelow(folder))
    .filter(counts)
    .map((path) => {
      const found = statSync(join(folder, path), { throwIfNoEntry: false });
      return found ? `${path} ${found.size} ${found.mtimeMs} ${found.ctimeMs}` : path;
    });
  return digestOf(lines.join('\n'));
}

/** The same of files of which name, size and time are known. */
export function digestOfMarks(
  marks: ReadonlyMap<string, { readonly bytes: number; readonly mtimeMs: number }>,
): string {
  const lines = Array.from(marks, ([path, { bytes, mtimeMs }]) => `${path} ${bytes} ${mtimeMs}`);
  return digestOf(lines.sort().join('\n'));
}
