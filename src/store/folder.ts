import { lstatSync, readdirSync, realpathSync, rmSync, statSync, type Dirent, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from './cache.ts';

/**
 * The files below a folder by their paths there, with forward slashes, sorted within each folder; of one that is not there
 * none. What a link to a folder leads to lies below it, too. Read at once: ten thousand promises would cost ten times what the
 * reading does.
 */
export function filesBelow(folder: string): Iterable<string> {
  return walk(folder, '', leadsToFolder);
}

/** The same of a folder of which files are removed: a link is a file here, since what it leads to is somebody else's. */
export function ownFilesBelow(folder: string): Iterable<string> {
  return walk(folder, '', () => false);
}

/**
 * Removes every link below a folder that is ours: what is written by way of one would be written elsewhere, and what is removed
 * would be somebody else's.
 */
export function removeLinks(folder: string): void {
  for (const path of ownFilesBelow(folder)) {
    const place = join(folder, path);
    if (lstatSync(place).isSymbolicLink()) rmSync(place);
  }
}

function* walk(
  folder: string,
  path: string,
  isFollowed: (entry: Dirent, place: string, folder: string) => boolean,
): Iterable<string> {
  for (const entry of entriesOf(join(folder, path))) {
    const place = `${path}${entry.name}`;
    // The repository of whoever pushes the folder as a branch.
    if (place === '.git') continue;
    if (entry.isDirectory() || isFollowed(entry, join(folder, place), folder))
      yield* walk(folder, `${place}/`, isFollowed);
    else yield place;
  }
}

/** Whether it is a link to a folder, but for one that the way to it leads through: that has no end. */
function leadsToFolder(entry: Dirent, place: string, folder: string): boolean {
  if (!entry.isSymbolicLink() || !isFolder(place)) return false;
  const target = join(realpathSync(place), '/');
  for (let above = dirname(place); ; above = dirname(above)) {
    if (join(realpathSync(above), '/').startsWith(target)) return false;
    if (above === folder || above === dirname(above)) return true;
  }
}

function isFolder(place: string): boolean {
  return entryOf(place)?.isDirectory() === true;
}

/** What a path leads to; nothing where that is not there, lies below a file, or is a link that leads to itself. */
export function entryOf(place: string): Stats | undefined {
  try {
    return statSync(place);
  } catch {
    return undefined;
  }
}

/** A folder of the publisher's that may not be read is told elsewhere. */
const absent: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'EACCES'];

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) =>
      one.name < other.name ? -1 : 1,
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && absent.includes(error.code)) return [];
    throw error;
  }
}

/** Digest of the names, sizes and times of the files below a folder. */
export function fingerprintOf(folder: string): string {
  const lines = Array.from(filesBelow(folder), (path) => {
    const found = entryOf(join(folder, path));
    return found ? `${path} ${found.size} ${found.mtimeMs}` : path;
  });
  return digestOf(lines.join('\n'));
}

/** The same of files that somebody edits: one that was written with the time of the last has been changed all the same. */
export function fingerprintOfSources(folder: string, counts: (path: string) => boolean = () => true): string {
  const lines = Array.from(filesBelow(folder))
    .filter(counts)
    .map((path) => {
      const found = entryOf(join(folder, path));
      return found ? `${path} ${found.size} ${found.mtimeMs} ${found.ctimeMs}` : path;
    });
  return digestOf(lines.join('\n'));
}
