import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { absolutePath } from '../markdown/source-paths.ts';

/**
 * The file that a brief means by a path. Systems write an accent as one sign or as two, and both mean the same file; capitals
 * count, since the host's system may tell them apart where the writer's does not.
 */
export function findPicture(
  root: string,
  path: string,
): { readonly file: string } | { readonly problem: string } {
  const steps = path.split('/');
  let found = steps[0] ?? '';
  let differs = false;
  for (const step of steps.slice(1)) {
    const name = nameIn(absolutePath(root, found), step);
    if (name === undefined) return { problem: `there is no file ${path}` };
    differs ||= name.normalize('NFC') !== step.normalize('NFC');
    found = `${found}/${name}`;
  }
  if (!differs) return { file: found };
  return {
    problem: `there is no file ${path}, but there is ${found}: capitals and small letters are not the same`,
  };
}

/** How a folder spells a name, if it has it. */
function nameIn(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  if (existsSync(path)) {
    // What is there may be spelled otherwise: some systems do not tell capitals apart. A link has its target's name.
    const real = relative(realpathSync.native(folder), realpathSync.native(path));
    return !real.includes(sep) && fold(real) === fold(name) ? real : name;
  }
  const names = namesIn(folder);
  return names.find((other) => other.normalize('NFC') === name.normalize('NFC')) ?? names.find((other) => fold(other) === fold(name)); // prettier-ignore
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
