import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from '../diagnostics/codes.ts';
import { diagnosticOf, sortDiagnostics, type Diagnostic, type Finding } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { addedFiles } from './added-files.ts';
import { liesIn } from '../brief/briefs-folder.ts';
import { isUnreadableName, problemOfKind, type KindProblem } from './file-kind.ts';
import { entryOf } from '../store/folder.ts';
import { iconSource, problemOfIcon } from '../cards/icons.ts';
import { openFileMemory } from '../store/file-memory.ts';
import { digestOfEntries } from './makers.ts';
import type { Output } from '../store/output.ts';
import { beginsWithKey, isLeftover, secretOfPath } from './public-names.ts';

/** The folder of files that a site copies as they are, relative to the project root. */
export const publicFolder = 'public';

/** The content of `public/`. */
export interface PublicFolder {
  /** Paths below it with forward slashes, sorted within each folder, without the files of systems and editors. */
  readonly files: readonly string[];
  /** Files that cannot or must not be published. */
  readonly problems: readonly Diagnostic[];
}

/** Lists `public/` and the targets of its links, without opening files that may never end. */
export function listPublicFolder(root: string): PublicFolder {
  const files: string[] = [];
  const problems: Diagnostic[] = [];
  const report = (path: string, code: Code, message: string, note: string): void => {
    problems.push(problemOf(path, code, message, note));
  };
  // The folder itself may be a link.
  const homes = [root, join(root, publicFolder)].filter((place) => entryOf(place)).map((place) => realpathSync(place)); // prettier-ignore
  const visit = (path: string, above: readonly string[]): void => {
    const place = join(root, publicFolder, path);
    const problem = problemOfEntry(place, path, above) ?? problemOfTarget(place, homes);
    if (problem) {
      report(path, 'file-kind', problem.message, problem.note);
      return;
    }
    if (statSync(place).isDirectory()) {
      const folders = [...above, realpathSync(place)];
      for (const name of readdirSync(place).sort()) {
        const below = path === '' ? name : `${path}/${name}`;
        const secret = secretOfPath(name);
        if (secret !== undefined) report(below, 'public-secret', ...secretAt(below, secret));
        else if (!isLeftover(name)) visit(below, folders);
      }
    } else if (!/\.(?:html?|mdx?)$/i.test(path) && beginsWithKey(startOf(place))) {
      report(path, 'public-secret', ...secretAt(path, 'private key'));
    } else files.push(path);
  };
  if (entryOf(join(root, publicFolder))) visit('', []);
  return { files, problems: sortDiagnostics(problems) };
}

/** Copies the files of `public/` into the output, except those that are added to generated files. */
export function copyPublicFolder(root: string, output: Output): void {
  for (const path of listPublicFolder(root).files)
    if (!addedFiles.has(path)) output.copy(path, join(root, publicFolder, path));
}

/** Reports all problems in `public/`, including those of the icon's source. */
export async function checkPublicFolder(
  root: string,
  findIconProblem: (root: string) => Promise<Finding | null | undefined> = problemOfIcon,
): Promise<Diagnostic[]> {
  const { problems } = listPublicFolder(root);
  if (problems.some(({ file }) => file === iconSource)) return [...problems];
  const icon = await findIconProblem(root);
  return icon ? sortDiagnostics([...problems, diagnosticOf(iconSource, icon)]) : [...problems];
}

/** Why no icon can be made. Does not draw an image again that has not changed. */
export async function rememberedIconProblem(root: string): Promise<Finding | null> {
  const path = join(root, iconSource);
  const check = async (): Promise<Finding | null> => (await problemOfIcon(root)) ?? null;
  if (entryOf(path)?.isFile() !== true) return check();
  const memory = openFileMemory<Finding | null>(root, 'icon.json', digestOfEntries(root, [iconCode]));
  const problem = await memory.later(iconSource, path, check);
  memory.save();
  return problem;
}

const iconCode = 'src/cards/icons.ts';

function problemOf(path: string, code: Code, message: string, note: string): Diagnostic {
  const file = path === '' ? publicFolder : `${publicFolder}/${path}`;
  return diagnosticOf(file, { code, range: { start: 0, end: 0 }, message, note: { text: note } });
}

function secretAt(path: string, what: string): [message: string, note: string] {
  return [
    `Unexpected ${what} in ${publicFolder}/, where every file is published`,
    `move ${quote(path)} out of ${publicFolder}/; if it was published before, change the passwords and keys in it`,
  ];
}

function problemOfEntry(place: string, path: string, above: readonly string[]): KindProblem | undefined {
  if (isUnreadableName(path))
    return { message: `Unexpected name ${quote(path)}, expected UTF-8`, note: 'rename it' };
  if (/[\\\u0000-\u001f\u007f]/.test(path))
    return {
      message: `Unexpected name ${quote(path)}, expected no backslash and no control character`,
      note: 'rename it: browsers read these otherwise in an address',
    };
  const found = entryOf(place);
  if (!found)
    return {
      message: 'Unexpected broken link, expected a file or a folder',
      note: 'remove the link, or put the file itself here',
    };
  const problem = problemOfKind(place, found);
  if (problem) return problem;
  if (found.isDirectory() && above.includes(realpathSync(place)))
    return {
      message: 'Unexpected link to a folder that contains it, which is endless',
      note: 'remove the link',
    };
  return path === '' && found.isFile()
    ? { message: 'Unexpected file, expected a folder', note: 'rename or remove it' }
    : undefined;
}

/** Whoever may add a link could publish any file of the machine that builds. */
function problemOfTarget(place: string, homes: readonly string[]): KindProblem | undefined {
  const target = realpathSync(place);
  return homes.some((home) => liesIn(target, home))
    ? undefined
    : {
        message: `Unexpected link that leads out of the project, to ${quote(target)}`,
        note: 'put the file or folder itself here: what the link leads to would be published',
      };
}

function startOf(place: string): string {
  const file = openSync(place, 'r');
  try {
    const bytes = Buffer.alloc(4096);
    return bytes.toString('latin1', 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}
