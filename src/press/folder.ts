import { readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './cache.ts';

/**
 * The files below a folder by their paths there, with forward slashes, sorted within each folder; of one that is not there
 * none. Read at once: ten thousand promises would cost ten times what the reading does.
 */
export function* filesBelow(folder: string, path = ''): Iterable<string> {
  for (const entry of entriesOf(join(folder, path))) {
    const place = `${path}${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(folder, `${place}/`);
    else yield place;
  }
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

/** Digest of the names, sizes and times of change of the files below a folder. */
export function fingerprintOf(folder: string, counts: (path: string) => boolean = () => true): string {
  const marks = new Map<string, { readonly bytes: number; readonly mtimeMs: number }>();
  for (const path of filesBelow(folder)) {
    if (!counts(path)) continue;
    const found = statSync(join(folder, path), { throwIfNoEntry: false });
    if (found) marks.set(path, { bytes: found.size, mtimeMs: found.mtimeMs });
  }
  return digestOfMarks(marks);
}

/** The same of files of which name, size and time are known. */
export function digestOfMarks(
  marks: ReadonlyMap<string, { readonly bytes: number; readonly mtimeMs: number }>,
): string {
  const lines = Array.from(marks, ([path, { bytes, mtimeMs }]) => `${path} ${bytes} ${mtimeMs}`);
  return digestOf(lines.sort().join('\n'));
}
