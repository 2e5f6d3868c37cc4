import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { madePath, type Craft, type Job } from './workshop.ts';

/** Lays files that were made from the cache into the output. */
export function layMade(root: string, craft: Craft, jobs: readonly Job[], output: string): void {
  if (jobs.length > 0) mkdirSync(join(output, craft), { recursive: true });
  for (const { file } of jobs) linkFile(madePath(root, craft, file), join(output, craft, file));
}

/**
 * Gives a file a second name: no byte is copied. Where the file system has no such names, or the other name lies on
 * another one, it is copied.
 */
export function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (!unlinkable.includes(code)) throw error;
    copyFileSync(from, to);
  }
}

const unlinkable: readonly unknown[] = ['EXDEV', 'EPERM', 'EACCES', 'EMLINK', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

/** Puts a finished output in the place of the last one. What stood there is kept until the new one stands. */
export async function swapFolders(next: string, current: string): Promise<void> {
  const last = lastOf(next);
  removeFolder(last);
  if (await exists(current)) await rename(current, last);
  await rename(next, current);
  removeFolder(last);
}

/** At once: each of ten thousand promises would cost ten times what the removal does. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Puts back the output that a swap, ended half way, had moved aside. */
export async function restoreFolder(next: string, current: string): Promise<void> {
  const last = lastOf(next);
  if (!(await exists(current)) && (await exists(last))) await rename(last, current);
}

/** Files and bytes below a folder: what a host counts. */
export function measureFolder(folder: string): { files: number; bytes: number } {
  let [files, bytes] = [0, 0];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const below = measureFolder(path);
      files += below.files;
      bytes += below.bytes;
    } else {
      files += 1;
      bytes += statSync(path).size;
    }
  }
  return { files, bytes };
}

/** Where the output that is being replaced stands meanwhile. */
function lastOf(next: string): string {
  return `${resolve(next)}-last`;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
