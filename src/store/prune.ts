import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache.ts';
import { filesBelow } from './folder.ts';

/** Bytes of what no finished build uses any more that stay: whoever turns back, or builds two branches in turn, finds them. */
export const spareBytes = 500_000_000;

export interface Pruned {
  /** Bytes of the cache as it is left. */
  readonly bytes: number;
  /** Bytes of these that the build just finished does not use. */
  readonly spare: number;
  /** Paths below the cache's folder that were removed. */
  readonly removed: readonly string[];
}

/**
 * Removes from a folder of the cache what is not in use, the longest unchanged first, until no more than `spare` bytes of
 * such files are left. `inUse` has the paths below the cache's folder that stay in any case.
 */
export function pruneCache(
  root: string,
  folders: readonly string[],
  inUse: (path: string) => boolean,
  spare = spareBytes,
): Pruned {
  const unused: { readonly path: string; readonly bytes: number; readonly mtimeMs: number }[] = [];
  let bytes = 0;
  for (const path of folders.flatMap((folder) => pathsBelow(root, folder))) {
    const found = statSync(join(root, cacheFolder, path), { throwIfNoEntry: false });
    if (!found) continue;
    bytes += found.size;
    if (!inUse(path)) unused.push({ path, bytes: found.size, mtimeMs: found.mtimeMs });
  }
  unused.sort((one, other) => one.mtimeMs - other.mtimeMs || (one.path < other.path ? -1 : 1));
  let left = unused.reduce((sum, file) => sum + file.bytes, 0);
  const removed: string[] = [];
  for (const file of unused) {
    if (left <= spare) break;
    rmSync(join(root, cacheFolder, file.path), { force: true });
    removed.push(file.path);
    left -= file.bytes;
    bytes -= file.bytes;
  }
  return { bytes, spare: left, removed };
}

function pathsBelow(root: string, folder: string): string[] {
  return Array.from(filesBelow(join(root, cacheFolder, folder)), (path) => `${folder}/${path}`);
}
