import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { madePath, type Craft, type Job } from './workshop.ts';

/** Lays files that were made from the cache into the output. */
export async function layMade(
  root: string,
  craft: Craft,
  jobs: readonly Job[],
  output: string,
): Promise<void> {
  if (jobs.length > 0) await mkdir(join(output, craft), { recursive: true });
  for (const { file } of jobs) await copyFile(madePath(root, craft, file), join(output, craft, file));
}

/** Puts a finished output in the place of the last one. What stood there is kept until the new one stands. */
export async function swapFolders(next: string, current: string): Promise<void> {
  const last = lastOf(next);
  await rm(last, { recursive: true, force: true });
  if (await exists(current)) await rename(current, last);
  await rename(next, current);
  await rm(last, { recursive: true, force: true });
}

/** Puts back the output that a swap, ended half way, had moved aside. */
export async function restoreFolder(next: string, current: string): Promise<void> {
  const last = lastOf(next);
  if (!(await exists(current)) && (await exists(last))) await rename(last, current);
}

/** Files and bytes below a folder: what a host counts. */
export async function measureFolder(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
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
