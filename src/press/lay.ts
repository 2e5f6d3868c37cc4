import { copyFile, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cardPath } from './draw.ts';
import { pictureFile } from './pictures.ts';

/** Lays the pictures that briefs show into the output, under names that hold a hash of their bytes. */
export async function layPictures(root: string, pictures: readonly string[], output: string): Promise<void> {
  if (pictures.length > 0) await mkdir(join(output, 'pictures'), { recursive: true });
  for (const path of pictures) {
    const source = join(root, path);
    await copyFile(source, join(output, 'pictures', pictureFile(path, await readFile(source))));
  }
}

/** Lays drawn cards from the cache into the output. */
export async function layCards(root: string, files: readonly string[], output: string): Promise<void> {
  if (files.length > 0) await mkdir(join(output, 'cards'), { recursive: true });
  for (const file of files) await copyFile(cardPath(root, file), join(output, 'cards', file));
}

/** Puts a finished output in the place of the last one. What stood there is kept until the new one stands. */
export async function swapFolders(next: string, current: string): Promise<void> {
  const last = lastOf(next);
  await rm(last, { recursive: true, force: true });
  if (await exists(current)) await rename(current, last);
  await rename(next, current);
  await rm(last, { recursive: true, force: true });
}

/** Puts back the output that a swap, ended half way, had moved aside. */
export async function restoreFolder(next: string, current: string): Promise<void> {
  const last = lastOf(next);
  if (!(await exists(current)) && (await exists(last))) await rename(last, current);
}

/** Files and bytes below a folder: what a host counts. */
export async function measureFolder(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Where the output that is being replaced stands meanwhile. */
function lastOf(next: string): string {
  return `${resolve(next)}-last`;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
