import { existsSync } from 'node:fs';
import { basename, isAbsolute, join, relative } from 'node:path';

/**
 * The folder of Fourfold itself, with its code in `src/` and `scripts/`. In a clone it is the publication's folder, too; in an
 * installed package it is not, and its code is JavaScript.
 */
export const home = join(import.meta.dirname, '../..');

/** Whether Fourfold is installed as a package rather than cloned. */
export const isPackage = basename(home) === '.package';

/**
 * The name of a file of code for digests, the same in a clone and in a package: relative to Fourfold's folder or, for the
 * publication's own components, to the project root. Undefined for packages and other files.
 */
export function nameOfCode(root: string, path: string): string | undefined {
  if (!isAbsolute(path)) return undefined;
  const names = [home, root].map((folder) => relative(folder, path).replaceAll('\\', '/'));
  return names.find((name) => !/^\.\.\/|(?:^|\/)node_modules\//.test(name));
}

/** Where the file with such a name lies. */
export function placeOfCode(root: string, name: string): string {
  const own = join(root, name);
  return isPackage && existsSync(own) ? own : join(home, name);
}
