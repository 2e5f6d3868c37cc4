import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { liesIn } from '../brief/briefs-folder.ts';
import { briefsFolderPath } from '../markdown/source-paths.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Why a site without briefs must not be built: `BRIEFS_DIR` is wrong, or the published site would lose all its briefs. Undefined
 * if an empty site is fine, as for a new publication.
 */
export function reasonAgainstEmpty(
  root: string,
  { briefs, notices, counts, now }: Pick<Snapshot, 'briefs' | 'notices' | 'counts' | 'now'>,
): string | undefined {
  if (briefs.length > 0 || notices.length > 0) return undefined;
  const folder = briefsFolderPath(root);
  if (counts.files > 0)
    return hasBriefs(root)
      ? `${counts.files === 1 ? 'The one brief' : `None of the ${counts.files} briefs`} in ${folder} is ${counts.files === 1 ? 'not ' : ''}public as of ${now}, and the site in dist/ has some. Check status and date, and BRIEFS_NOW.`
      : undefined;
  const reason = reasonOfEmptyFolder(root);
  if (reason !== undefined || !hasBriefs(root)) return reason;
  return `There is no brief in ${folder}, and the site in dist/ has some. Put the briefs back, or set BRIEFS_DIR to their folder.`;
}

/** Why a folder without briefs is not that of a beginner, whatever was built before. */
export function reasonOfEmptyFolder(root: string): string | undefined {
  const folder = briefsFolderPath(root);
  const submodule = submoduleAt(folder);
  if (submodule !== undefined)
    return `There is no brief in ${folder}, which belongs to the Git submodule ${submodule}. Check it out: git submodule update --init`;
  return process.env['BRIEFS_DIR']
    ? `There is no brief in ${folder}, which BRIEFS_DIR names. Name the folder that your briefs are in.`
    : undefined;
}

/** Whether the last site has the page of a brief. */
function hasBriefs(root: string): boolean {
  const folder = join(root, 'dist/briefs');
  return (
    existsSync(folder) && readdirSync(folder).some((name) => existsSync(join(folder, name, 'index.html')))
  );
}

/** The path of the submodule that has a folder, if a repository above has one. */
function submoduleAt(folder: string): string | undefined {
  for (let above = dirname(folder); ; above = dirname(above)) {
    const list = join(above, '.gitmodules');
    const paths = existsSync(list)
      ? readFileSync(list, 'utf8').matchAll(/^\s*path\s*=\s*"?(.*?)"?\s*$/gm)
      : [];
    for (const [, path = ''] of paths) if (liesIn(folder, resolve(above, path))) return path;
    if (above === dirname(above)) return undefined;
  }
}
