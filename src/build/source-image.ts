import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { absolutePath } from '../markdown/source-paths.ts';

/** Limit in bytes. */
export const maxImageBytes = 20_000_000;

/**
 * Finds the file for a path in a brief. Some systems store an accented letter as one character and others as two; both match.
 * Upper and lower case must match, because they differ on the host's system.
 */
export function findImage(
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
    problem: `there is no file ${path}, but there is ${found}: upper and lower case differ`,
  };
}

/** How a folder spells a name, if it has it. */
function nameIn(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  if (existsSync(path)) {
    // On some systems the name may differ in case. A link has the name of its target.
    const real = relative(realpathSync.native(folder), realpathSync.native(path));
    return !real.includes(sep) && withoutCase(real) === withoutCase(name) ? real : name;
  }
  const names = namesIn(folder);
  return names.find((other) => other.normalize('NFC') === name.normalize('NFC')) ?? names.find((other) => withoutCase(other) === withoutCase(name)); // prettier-ignore
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function withoutCase(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
