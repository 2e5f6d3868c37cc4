import { isAbsolute, relative, sep } from 'node:path';

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

/** Whether a path is a folder itself or below it, by their names alone. */
export function liesIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}
