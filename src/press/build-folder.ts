import { mkdirSync, rmSync } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/**
 * Puts a finished output in the place of the last one, which stands until the new one does; then it is where the next build
 * begins, since most of it will be the same.
 */
export async function swapFolders(next: string, current: string): Promise<void> {
  const last = lastOf(next);
  removeFolder(last);
  if (await exists(current)) await rename(current, last);
  await rename(next, current);
  if (await exists(last)) await rename(last, next);
}

/** At once: each of ten thousand promises would cost ten times what the removal does. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Where a build grows, below the project root, until it is whole and takes the place of `dist/`. */
export const buildFolder = '.dist-next';

/** The folder to build in, with what is left there of an earlier build, after a swap that did not come to its end as well. */
export async function openBuildFolder(root: string): Promise<string> {
  const output = join(root, buildFolder);
  await restoreFolder(output, join(root, 'dist'));
  removeFolder(lastOf(output));
  mkdirSync(output, { recursive: true });
  return output;
}

/** Puts back the output that a swap, ended half way, had moved aside. */
async function restoreFolder(next: string, current: string): Promise<void> {
  const last = lastOf(next);
  if (!(await exists(current)) && (await exists(last))) await rename(last, current);
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
