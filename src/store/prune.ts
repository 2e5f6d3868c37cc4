import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, cacheNames, cachePath, kinds } from './cache.ts';
import { filesBelow } from './folder.ts';

/** Bytes that the last build did not use but that stay, for undone changes and for building two branches in turn. */
export const spareBytes = 500_000_000;

export interface Pruned {
  /** Bytes left in the cache. */
  readonly bytes: number;
  /** How many of these the build did not use. */
  readonly spare: number;
  /** Removed paths below the cache's folder. */
  readonly removed: readonly string[];
}

/**
 * Removes what only another version made: folders and lists under other names, and kinds of entries that nothing makes any more.
 * Then removes entries and files that the build did not use, the oldest first, until at most `spare` bytes of them are left. `used`
 * has paths below the cache's folder, with their sizes where these are known.
 */
export function pruneCache(
  root: string,
  used: ReadonlyMap<string, number | undefined>,
  spare = spareBytes,
): Pruned {
  const unused: { readonly path: string; readonly bytes: number; readonly mtimeMs: number }[] = [];
  const folder = join(root, cacheFolder);
  let bytes = 0;
  removeOthers(folder, cacheNames);
  removeOthers(cachePath(root, 'entries'), kinds);
  // Node runs code from the folder of the bundle.
  for (const top of foldersIn(folder).filter((name) => name !== 'bundle')) {
    for (const below of filesBelow(join(folder, top))) {
      const path = `${top}/${below}`;
      const size = used.get(path);
      if (size !== undefined) {
        bytes += size;
        continue;
      }
      const found = statSync(join(folder, path), { throwIfNoEntry: false });
      if (!found) continue;
      bytes += found.size;
      if (!used.has(path)) unused.push({ path, bytes: found.size, mtimeMs: found.mtimeMs });
    }
  }
  unused.sort((one, other) => one.mtimeMs - other.mtimeMs || (one.path < other.path ? -1 : 1));
  let left = unused.reduce((sum, file) => sum + file.bytes, 0);
  const removed: string[] = [];
  for (const file of unused) {
    if (left <= spare) break;
    rmSync(join(folder, file.path), { force: true });
    removed.push(file.path);
    left -= file.bytes;
    bytes -= file.bytes;
  }
  return { bytes, spare: left, removed };
}

function removeOthers(folder: string, names: readonly string[]): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    // Files are written under a name that goes on with a dot.
    if (!names.includes(name.replace(/\.\d[^/]*$/, '')))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
}
