import { existsSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { errorOfReport } from './report.ts';

/**
 * Puts a finished output in the place of the last one, which stands until the new one does; then it is where the next build
 * begins, since most of it will be the same.
 */
export async function swapFolders(next: string, current: string): Promise<void> {
  const last = lastOf(next);
  removeFolder(last);
  if (await exists(current)) await rename(current, last);
  await rename(next, current);
  keepRepository(last, current);
  if (await exists(last)) await rename(last, next);
}

/** Whoever pushes `dist/` as a branch has its repository there. */
function keepRepository(last: string, current: string): void {
  const from = join(last, repository);
  if (existsSync(from) && !existsSync(join(current, repository))) renameSync(from, join(current, repository));
}

const repository = '.git';

/** At once: each of ten thousand promises would cost ten times what the removal does. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Where a build grows, below the project root, until it is whole and takes the place of `dist/`. */
export const buildFolder = '.dist-next';

/** The folder to build in, with what is left there of an earlier build, after a swap that did not come to its end as well. */
export async function openBuildFolder(root: string): Promise<string> {
  const output = join(root, buildFolder);
  refuseLink(join(root, 'dist'));
  await restoreSite(root);
  removeFolder(lastOf(output));
  mkdirSync(output, { recursive: true });
  return output;
}

/** A build puts a folder in the place of another, which a link is not: where it leads would stay as it was. */
function refuseLink(current: string): void {
  if (lstatSync(current, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return;
  throw errorOfReport(
    'dist is a symbolic link, and a build puts a new folder in its place. Remove the link; let the web server look into dist/, or put the site elsewhere with npm run deploy.',
  );
}

/** Puts back the site that a swap, ended half way, had moved aside. */
export async function restoreSite(root: string): Promise<void> {
  const current = join(root, 'dist');
  const last = lastOf(join(root, buildFolder));
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
