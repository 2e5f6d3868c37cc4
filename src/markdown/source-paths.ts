import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { briefsFolder, liesIn } from '../brief/briefs-folder.ts';

/** The folder of briefs: `BRIEFS_DIR` if they are in another repository, or `briefs`. */
export function briefsFolderPath(root: string): string {
  return resolve(root, process.env['BRIEFS_DIR'] || briefsFolder);
}

/** The absolute path of a file with a path relative to the project root. */
export function absolutePath(root: string, file: string): string {
  return file === briefsFolder || file.startsWith(`${briefsFolder}/`)
    ? join(briefsFolderPath(root), file.slice(briefsFolder.length))
    : join(root, file);
}

/** The path of a file relative to the project root. The file may be reached through a symbolic link. */
export function projectPathOf(root: string, place: string): string {
  const folder = dirname(place);
  const real = join(realOf(folder), basename(place));
  const briefs = realOf(briefsFolderPath(root));
  const file = liesIn(real, briefs)
    ? join(briefsFolder, relative(briefs, real))
    : relative(realOf(root), real);
  return file.split(sep).join('/');
}

/** Resolves symbolic links; returns the path itself if nothing is there. */
export function realOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}
