import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from './cache.ts';

/**
 * Digest of the code that makes an entry: the files of some rooms, other files, the locked versions of all dependencies, and Node with its
 * dates and words of all languages.
 * It is part of every key, so an entry made by another version is never taken.
 */
export async function codeDigest(
  root: string,
  rooms: readonly string[],
  ...others: readonly string[]
): Promise<string> {
  const files = await Promise.all(rooms.map((room) => filesBelow(root, room)));
  const paths = [...files.flat(), ...others, 'package-lock.json'].sort();
  const contents = await Promise.all(paths.map((path) => readFile(join(root, path))));
  return digestOf(process.version, ...paths.flatMap((path, at) => [path, contents[at] ?? '']));
}

async function filesBelow(root: string, room: string): Promise<string[]> {
  const entries = await readdir(join(root, room), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length).replaceAll('\\', '/'));
}
