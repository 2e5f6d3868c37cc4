import { createHash } from 'node:crypto';
import { readFolder } from './project.ts';

/** The SHA-256 of every file in a folder, by path. */
export function digestsOf(folder: string): Map<string, string> {
  const files = readFolder(folder);
  return new Map([...files].map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]));
}

/** Files that differ between two folders or are missing in one. */
export function differencesOf(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((path) => one.get(path) !== other.get(path))
    .sort();
}
