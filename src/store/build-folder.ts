import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  type Stats,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { entryOf, ownFilesBelow, removeLinks } from './folder.ts';
import { openFolderMaker, removeEmpty } from './output.ts';
import { errorOfReport } from '../check/report.ts';

/**
 * Puts a finished output in the place of the last one, which then becomes the folder where the next build begins, since most of it
 * will be the same. Between the two renames, which nothing delays, there is no site for a few microseconds: no system call of Node
 * exchanges two folders. Where `dist/` cannot be renamed, since it is mounted there, its files are replaced one by one.
 */
export function swapFolders(next: string, current: string): void {
  const last = lastOf(next);
  removeFolder(last);
  if (!existsSync(current)) {
    renameSync(next, current);
    return;
  }
  try {
    renameSync(current, last);
  } catch (error) {
    if (!isMounted(error)) throw error;
    replaceFiles(next, current);
    return;
  }
  try {
    renameSync(next, current);
  } catch (error) {
    renameSync(last, current);
    throw error;
  }
  keepRepository(last, current);
  renameSync(last, next);
}

/** A volume or a bind mount of Docker, for example. */
function isMounted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EBUSY' || error.code === 'EXDEV');
}

/**
 * Makes the files of one folder those of another, each whole at every moment: first all that change are copied beside their places, then new ones
 * are put there, so that no page names a style or a card that is not there yet, then changed ones, and at last others are removed.
 */
export function replaceFiles(next: string, current: string): void {
  const staging = join(current, '.fourfold-next');
  removeFolder(staging);
  removeLinks(current);
  const makeFolder = openFolderMaker();
  const wanted = [...ownFilesBelow(next)];
  const differing = wanted.filter((path) => !isSame(join(next, path), join(current, path)));
  for (const path of differing) {
    makeFolder(dirname(join(staging, path)));
    copyFileSync(join(next, path), join(staging, path));
    const { mtimeMs } = statSync(join(next, path));
    utimesSync(join(staging, path), mtimeMs / 1000, mtimeMs / 1000);
  }
  const added = new Set(differing.filter((path) => entryOf(join(current, path))?.isFile() !== true));
  for (const path of [...added, ...differing.filter((each) => !added.has(each))]) {
    const to = join(current, path);
    makeFolder(dirname(to));
    if (added.has(path)) removeFolder(to);
    renameSync(join(staging, path), to);
  }
  removeFolder(staging);
  const kept = new Set(wanted);
  for (const path of ownFilesBelow(current)) {
    if (kept.has(path)) continue;
    rmSync(join(current, path), { force: true });
    removeEmpty(current, dirname(path));
  }
}

function isSame(one: string, other: string): boolean {
  const found = entryOf(other);
  if (found?.isFile() !== true || found.size !== statSync(one).size) return false;
  return readFileSync(one).equals(readFileSync(other));
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
export function openBuildFolder(root: string): string {
  const output = join(root, buildFolder);
  restoreSite(root);
  removeFolder(lastOf(output));
  // A link would take the place of `dist/` itself.
  if (linkOrEntryAt(output)?.isDirectory() === false) rmSync(output);
  mkdirSync(output, { recursive: true });
  return output;
}

/** Puts back the site, or its repository, that a swap, ended half way, had moved aside; throws if something else than a folder is in its place. */
export function restoreSite(root: string): void {
  const current = join(root, 'dist');
  refuseOther(current);
  const last = lastOf(join(root, buildFolder));
  if (!existsSync(last)) return;
  if (existsSync(current)) keepRepository(last, current);
  else renameSync(last, current);
}

/** A build puts a folder in the place of another. */
function refuseOther(current: string): void {
  const found = linkOrEntryAt(current);
  if (!found || found.isDirectory()) return;
  throw errorOfReport(
    found.isSymbolicLink()
      ? `dist is a symbolic link to ${readlinkSync(current)}. A build replaces dist itself, so the folder that the link leads to would never change. Remove the link, then either point the web server to dist/ or copy the site to its folder with npm run deploy.`
      : 'dist is not a folder. A build writes the site into a folder of this name: rename or remove dist, then build again.',
  );
}

function linkOrEntryAt(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

/** Where the output that is being replaced stands meanwhile. */
function lastOf(next: string): string {
  return `${resolve(next)}-last`;
}
