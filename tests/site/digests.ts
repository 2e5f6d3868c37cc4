import { createHash } from 'node:crypto';
import { readFolder } from './project.ts';

/** The SHA-256 of every file below a folder, by its path there. */
export function digestsOf(folder: string): Map<string, string> {
  const files = readFolder(folder);
  return new Map([...files].map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]));
}

/** Files in which two folders differ, or which one of them does not have. */
export function differencesOf(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((path) => one.get(path) !== other.get(path))
    .sort();
}
