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
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Digest of the names, sizes and times of change of the files below a folder. */
export function fingerprintOf(folder: string, counts: (path: string) => boolean = () => true): string {
  const traces = Array.from(filesBelow(folder))
    .filter(counts)
    .map((path) => {
      const { size, mtimeMs } = statSync(join(folder, path), { throwIfNoEntry: false }) ?? {};
      return `${path} ${size ?? ''} ${mtimeMs ?? ''}`;
    });
  return digestOf(traces.join('\n'));
}
