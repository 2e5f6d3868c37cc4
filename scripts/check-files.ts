import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { briefsFolder, findBriefs } from '../src/press/find-briefs.ts';

/** The files that a check is about, relative to the project root. */
export interface CheckedFiles {
  /** What the writer named, in a file or in a folder, of all that mean to be briefs; all, if nothing was named. */
  readonly named: ReadonlySet<string>;
  /** Of these, what can be written: a link leads elsewhere, and of another kind of file it is not known what it is. */
  readonly mendable: readonly string[];
}

/** Finds the briefs that some paths mean; says in words which of them means none. */
export async function findChecked(
  root: string,
  paths: readonly string[],
  start: string,
): Promise<CheckedFiles | string> {
  const { files, problems } = await findBriefs(root);
  const all = [...files, ...problems].map(({ file }) => file);
  const mendable = files.map(({ file }) => file);
  if (paths.length === 0) return { named: new Set(all), mendable };
  const named = new Set<string>();
  for (const path of paths) {
    const file = fileOf(resolve(start, path), root);
    const below = all.filter((each) => each === file || file === '' || each.startsWith(`${file}/`));
    if (below.length === 0) return `Unexpected path "${path}": ${reason(join(root, file))}. ${whatABriefIs}`;
    for (const each of below) named.add(each);
  }
  return { named, mendable: mendable.filter((file) => named.has(file)) };
}

const whatABriefIs = `A brief is a file below ${briefsFolder}/ that ends in ".md" or ".mdx"; neither its name nor that of its folder begins with "_" or "."`;

function reason(path: string): string {
  return existsSync(path) ? 'there is no brief' : 'nothing is there';
}

/** The folder that a writer stands in may be reached through a link; a brief that is one itself is meant as such. */
function fileOf(path: string, root: string): string {
  const folder = dirname(path);
  const real = existsSync(folder) ? join(realpathSync(folder), basename(path)) : path;
  return relative(realpathSync(root), real).split(sep).join('/');
}
