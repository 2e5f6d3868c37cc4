import { readdirSync, realpathSync, rmSync, statSync, type Dirent, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from './cache.ts';

/**
 * The files below a folder as relative paths with forward slashes, sorted within each folder; none if the folder is missing.
 * Follows links to folders. Synchronous: ten thousand promises would take ten times as long.
 */
export function* filesBelow(folder: string): Iterable<string> {
  for (const { path } of walk(folder, '', leadsToFolder)) yield path;
}

/** The same for a folder in which files are removed: a link counts as a file, since its target is not ours. */
export function* ownFilesBelow(folder: string): Iterable<string> {
  for (const { path } of walk(folder, '', () => false)) yield path;
}

/**
 * Removes every link below a folder of ours, so that nothing is written to or removed from its target. Returns the
 * other files.
 */
export function removeLinks(folder: string): string[] {
  return Array.from(walk(folder, '', () => false)).flatMap(({ path, entry }) => {
    if (!entry.isSymbolicLink()) return [path];
    rmSync(join(folder, path));
    return [];
  });
}

function* walk(
  folder: string,
  path: string,
  isFollowed: (entry: Dirent, place: string, folder: string) => boolean,
): Iterable<{ readonly path: string; readonly entry: Dirent }> {
  for (const entry of entriesOf(join(folder, path))) {
    const place = `${path}${entry.name}`;
    // The repository of publishers who push the folder as a branch.
    if (place === '.git') continue;
    if (entry.isDirectory() || isFollowed(entry, join(folder, place), folder))
      yield* walk(folder, `${place}/`, isFollowed);
    else yield { path: place, entry };
  }
}

/** Whether it is a link to a folder, and not to one above it, which would never end. */
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

/** What a path leads to; undefined if it is missing, below a file, or a link to itself. */
export function entryOf(place: string): Stats | undefined {
  try {
    return statSync(place);
  } catch {
    return undefined;
  }
}

/** Unreadable folders of the publisher's are reported elsewhere. */
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
    return found ? lineOf(path, found.size, found.mtimeMs) : path;
  });
  return digestOf(lines.sort().join('\n'));
}

/** The same for files that were written, without reading the folder again. */
export function fingerprintOfRecords(
  records: ReadonlyMap<string, { readonly bytes: number; readonly mtimeMs: number }>,
): string {
  const lines = Array.from(records, ([path, { bytes, mtimeMs }]) => lineOf(path, bytes, mtimeMs));
  return digestOf(lines.sort().join('\n'));
}

function lineOf(path: string, bytes: number, mtimeMs: number): string {
  return `${path} ${bytes} ${mtimeMs}`;
}

/** The same for files that people edit; includes the time of change, which tools do not set. */
export function fingerprintOfSources(folder: string, counts: (path: string) => boolean = () => true): string {
  const lines = Array.from(filesBelow(folder))
    .filter(counts)
    .map((path) => {
      const found = entryOf(join(folder, path));
      return found ? `${path} ${found.size} ${found.mtimeMs} ${found.ctimeMs}` : path;
    });
  return digestOf(lines.join('\n'));
}
