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
 * Swaps a finished output with the last one, which becomes the start of the next build, since most of it will be the same. Between
 * the two renames there is no site for a few microseconds: Node has no system call that exchanges two folders. If `dist/` is
 * mounted and cannot be renamed, its files are replaced with copies one by one.
 */
export function swapFolders(next: string, current: string): { readonly isCopied: boolean } {
  const last = lastOf(next);
  removeFolder(last);
  if (!existsSync(current)) {
    renameSync(next, current);
    return { isCopied: false };
  }
  try {
    renameSync(current, last);
  } catch (error) {
    if (!isMounted(error)) throw error;
    replaceFiles(next, current);
    return { isCopied: true };
  }
  try {
    renameSync(next, current);
  } catch (error) {
    renameSync(last, current);
    throw error;
  }
  keepRepository(last, current);
  renameSync(last, next);
  return { isCopied: false };
}

/** For example a volume or a bind mount of Docker. */
function isMounted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EBUSY' || error.code === 'EXDEV');
}

/**
 * Makes the files of a folder the same as those of another, each complete at every moment. First copies changed files next to
 * their destinations, then moves new files, so that no page needs a style or card that is missing, then changed files, and last
 * removes the others.
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
  const wantedPaths = new Set(wanted);
  for (const path of ownFilesBelow(current)) {
    if (wantedPaths.has(path)) continue;
    rmSync(join(current, path), { force: true });
    removeEmpty(current, dirname(path));
  }
}

function isSame(one: string, other: string): boolean {
  const found = entryOf(other);
  if (found?.isFile() !== true || found.size !== statSync(one).size) return false;
  return readFileSync(one).equals(readFileSync(other));
}

/** Publishers who push `dist/` as a branch have its repository there. */
function keepRepository(last: string, current: string): void {
  const from = join(last, repository);
  if (existsSync(from) && !existsSync(join(current, repository))) renameSync(from, join(current, repository));
}

const repository = '.git';

/** Synchronous: ten thousand promises would take ten times as long as the removal. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** The folder of a built site, or of a preview for colleagues. */
export function siteFolder(preview = false): 'dist' | 'dist-preview' {
  return preview ? 'dist-preview' : 'dist';
}

/** The folder of a build below the project root, until it is complete and replaces the last site. */
export function buildFolder(preview = false): string {
  return preview ? '.dist-next-preview' : '.dist-next';
}

/** Opens the folder of a build with the files of an earlier one, also after an interrupted swap. */
export function openBuildFolder(root: string, preview = false): string {
  const output = join(root, buildFolder(preview));
  restoreSite(root, preview);
  removeFolder(lastOf(output));
  // A link would replace `dist/` itself.
  if (linkOrEntryAt(output)?.isDirectory() === false) rmSync(output);
  mkdirSync(output, { recursive: true });
  return output;
}

/** Restores the site, or its repository, after an interrupted swap; throws if something other than a folder is in its place. */
export function restoreSite(root: string, preview = false): void {
  const current = join(root, siteFolder(preview));
  assertSiteFolder(current);
  const last = lastOf(join(root, buildFolder(preview)));
  if (!existsSync(last)) return;
  if (existsSync(current)) keepRepository(last, current);
  else renameSync(last, current);
}

/** A build swaps two folders. */
function assertSiteFolder(current: string): void {
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

/** Where the last output is during the swap. */
function lastOf(next: string): string {
  return `${resolve(next)}-last`;
}
