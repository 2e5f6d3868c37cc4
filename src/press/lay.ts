import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { filesBelow } from './folder.ts';
import { madePath, type Craft, type Job } from './workshop.ts';

/** Lays files that were made from the cache into the output. */
export function layMade(root: string, craft: Craft, jobs: readonly Job[], output: string): void {
  if (jobs.length > 0) mkdirSync(join(output, craft), { recursive: true });
  for (const { file } of jobs) linkFile(madePath(root, craft, file), join(output, craft, file));
}

/** Makes folders, each once: Node asks after every folder above one that is to be made. */
export function openFolderMaker(): (folder: string) => void {
  const made = new Set<string>();
  const make = (folder: string): void => {
    if (made.has(folder)) return;
    made.add(folder);
    if (existsSync(folder)) return;
    make(dirname(folder));
    mkdirSync(folder);
  };
  return make;
}

/**
 * Gives a file a second name: no byte is copied. Where the file system has no such names, or the other name lies on
 * another one, it is copied. False if there is a file of that name: it stays.
 */
export function linkFile(from: string, to: string): boolean {
  try {
    linkSync(from, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return false;
    if (!unlinkable.includes(code)) throw error;
    copyFileSync(from, to);
  }
  return true;
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

/** Where a build grows, below the project root, until it is whole and takes the place of `dist/`. */
export const buildFolder = '.dist-next';

/** Makes room for a build, and clears up after one that did not come to its end. */
export async function clearBuildFolder(root: string): Promise<string> {
  const output = join(root, buildFolder);
  await restoreFolder(output, join(root, 'dist'));
  removeFolder(output);
  mkdirSync(output);
  return output;
}

/** Puts back the output that a swap, ended half way, had moved aside. */
async function restoreFolder(next: string, current: string): Promise<void> {
  const last = lastOf(next);
  if (!(await exists(current)) && (await exists(last))) await rename(last, current);
}

/** Files and bytes below a folder: what a host counts. */
export function measureFolder(folder: string): { files: number; bytes: number } {
  let [files, bytes] = [0, 0];
  for (const path of filesBelow(folder)) {
    files += 1;
    bytes += statSync(join(folder, path)).size;
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
