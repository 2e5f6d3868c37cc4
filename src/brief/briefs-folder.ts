import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** By which the folder of the briefs goes in every report and key, wherever it lies. */
export const briefsFolder = 'briefs';

/** Where the briefs lie: `BRIEFS_DIR`, for those of another repository, or beside the generator. */
export function placeOfBriefs(root: string): string {
  return resolve(root, process.env['BRIEFS_DIR'] || briefsFolder);
}

/** Where a file lies that goes by a path from the project root. */
export function placeOf(root: string, file: string): string {
  return file === briefsFolder || file.startsWith(`${briefsFolder}/`)
    ? join(placeOfBriefs(root), file.slice(briefsFolder.length))
    : join(root, file);
}

/** By which path from the project root a file goes; one that is there may be reached through a link to its folder. */
export function nameOfFile(root: string, place: string): string {
  const folder = dirname(place);
  const real = join(realOf(folder), basename(place));
  const inBriefs = relative(realOf(placeOfBriefs(root)), real);
  const file = inBriefs.startsWith('..') ? relative(realOf(root), real) : join(briefsFolder, inBriefs);
  return file.split(sep).join('/');
}

function realOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}
