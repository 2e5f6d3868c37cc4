import { isAbsolute, relative, sep } from 'node:path';

/** Name of the folder of briefs in reports and keys, wherever it is located. */
export const briefsFolder = 'briefs';

/** Folder of the standing pages, relative to the project root. */
export const standingFolder = 'briefs/_pages';

/** Whether a path, relative to the project root, is a standing page. */
export function isStanding(file: string): boolean {
  return file.startsWith(`${standingFolder}/`);
}

/** The name of a standing page, which is its address: `about`, or `es/about` for one in a folder of its language. */
export function standingName(file: string): string {
  return file.slice(standingFolder.length + 1).replace(/\.mdx?$/, '');
}

/** The language of a standing page by its name, and its name in each language. */
export function standingParts(name: string, own: string): { readonly lang: string; readonly page: string } {
  const [lang, page] = name.split('/');
  return page === undefined ? { lang: own, page: name } : { lang: lang ?? own, page };
}

/** The settings file, relative to the project root; it is stored with the briefs. */
export const settingsFile = 'briefs/_site.yaml';

/** Folder of the publication's own fonts, relative to the project root. */
export const fontsFolder = 'briefs/_fonts';

/** The publication's logo, relative to the project root. */
export const logoFile = 'briefs/_logo.svg';

/** The publication's own style sheet, relative to the project root. */
export const stylesFile = 'briefs/_custom.css';

/** Whether a path, relative to the project root, is a file of the look. */
export function isOfLook(file: string): boolean {
  return file === logoFile || file === stylesFile || file.startsWith(`${fontsFolder}/`);
}

/** Whether a path is a folder or inside it, compared by name. */
export function liesIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}
