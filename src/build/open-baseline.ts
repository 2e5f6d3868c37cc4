import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { briefsFolder, settingsFile } from '../brief/briefs-folder.ts';
import { entryOf } from '../store/folder.ts';
import { openFolderBaseline } from './folder-baseline.ts';
import { defaultRef, openGitBaseline } from './git-baseline.ts';
import { readDeployedSite, readSiteFolder, siteIndex } from './site-baseline.ts';
import { MissingBaseline, type Baseline } from './baseline.ts';

/**
 * Opens what was published: a Git ref, a folder of sources, a built site, or the address of a deployed one. By default, the branch
 * that the shipped workflow moves to what it deployed. What
 * a command takes is what it is advised to be given.
 *
 * @throws MissingBaseline
 */
export async function openBaseline(
  root: string,
  against: string | undefined,
  start = root,
  takes: 'any' | 'sources' = 'any',
): Promise<Baseline> {
  const advice =
    takes === 'any'
      ? 'Name the branch, tag, folder or address of what was published: --against https://news.example/'
      : 'Name a branch, a tag or a folder of sources with --against.';
  if (against === undefined) return openGitBaseline(root, defaultRef, advice);
  if (/^https?:\/\//i.test(against))
    return { kind: 'site', name: against, briefs: await readDeployedSite(against) };
  const folder = resolve(start, against);
  if (existsSync(join(folder, siteIndex)))
    return { kind: 'site', name: against, briefs: await readSiteFolder(folder) };
  if (existsSync(join(folder, settingsFile)))
    return openFolderBaseline(root, join(folder, briefsFolder), against);
  if (existsSync(join(folder, '_site.yaml'))) return openFolderBaseline(root, folder, against);
  const isFolder = entryOf(folder)?.isDirectory() === true;
  // No branch or tag begins so.
  if (!isFolder && (isAbsolute(against) || /^\.{1,2}(?:[/\\]|$)/.test(against)))
    throw new MissingBaseline(`There is no folder ${against}. ${advice}`);
  try {
    return openGitBaseline(root, against, advice);
  } catch (error) {
    if (!isFolder || !(error instanceof MissingBaseline)) throw error;
    throw new MissingBaseline(
      `The folder ${against} has neither a built site (${siteIndex}) nor briefs with their settings (${settingsFile}).`,
      { cause: error },
    );
  }
}
