import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  briefsFolder,
  fontsFolder,
  logoFile,
  settingsFile,
  standingFolder,
  stylesFile,
} from '../src/brief/briefs-folder.ts';
import { projectPathOf, absolutePath } from '../src/markdown/source-paths.ts';
import { findBriefs } from '../src/build/find-briefs.ts';
import { filesBelow } from '../src/store/folder.ts';
import { listStandingFiles } from '../src/build/standing-pages.ts';

/** The files to check, relative to the project root. */
export interface CheckedFiles {
  /** The briefs, standing pages, settings and files of the look in the given files and folders, or all of them. */
  readonly named: ReadonlySet<string>;
  /** Those that can be written: not symbolic links, and not files of other kinds. */
  readonly fixable: readonly string[];
}

/** Finds the briefs and standing pages at some paths, or returns an error message. */
export async function findChecked(
  root: string,
  paths: readonly string[],
  start: string,
): Promise<CheckedFiles | string> {
  const { files, problems } = await findBriefs(root);
  const all = [...files, ...problems].map(({ file }) => file);
  const fixable = files.map(({ file }) => file);
  if (paths.length === 0) return { named: new Set(all), fixable };
  const pages = await listStandingFiles(root);
  all.push(...pages.files, ...pages.others.map(({ file }) => file));
  const fonts = [...filesBelow(absolutePath(root, fontsFolder))].map((file) => `${fontsFolder}/${file}`);
  const others = [settingsFile, logoFile, stylesFile].filter((file) => existsSync(absolutePath(root, file)));
  all.push(...others, ...fonts);
  const named = new Set<string>();
  for (const path of paths) {
    const file = projectPathOf(root, resolve(start, path));
    const below = all.filter((each) => each === file || file === '' || each.startsWith(`${file}/`));
    if (below.length === 0)
      return `Unexpected path "${path}": ${reason(absolutePath(root, file))}. ${whatABriefIs}`;
    for (const each of below) named.add(each);
  }
  return { named, fixable: fixable.filter((file) => named.has(file)) };
}

const whatABriefIs = `A brief is a file below ${briefsFolder}/ that ends in ".md" or ".mdx"; neither its name nor that of its folder begins with "_" or "."; a standing page is one directly in ${standingFolder}/ that ends in ".mdx"; the settings are ${settingsFile}, and the look is in ${logoFile}, ${stylesFile} and ${fontsFolder}/`;

function reason(path: string): string {
  return existsSync(path) ? 'there is no brief' : 'it does not exist';
}
