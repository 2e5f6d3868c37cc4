import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** By which the folder of the briefs goes in every report and key, wherever it lies. */
export const briefsFolder = 'briefs';

/** The folder of the publisher's own pages, relative to the project root. */
export const standingFolder = 'briefs/_pages';

/** Whether a file, by its path from the project root, is one of these pages. */
export function isStanding(file: string): boolean {
  return file.startsWith(`${standingFolder}/`);
}

/** The publication's settings, relative to the project root; they lie with the briefs. */
export const settingsFile = 'briefs/_site.yaml';

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
  const briefs = realOf(placeOfBriefs(root));
  const file = liesIn(real, briefs)
    ? join(briefsFolder, relative(briefs, real))
    : relative(realOf(root), real);
  return file.split(sep).join('/');
}

/** Whether a path is a folder itself or below it, by their names alone. */
export function liesIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}

/** A path without links; as it is, where nothing is there yet. */
export function realOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}
