import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { briefsFolder, liesIn } from '../brief/briefs-folder.ts';

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

/** A path without links; as it is, where nothing is there yet. */
export function realOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}
