import { readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { cacheFolder, digestOf } from './cache.ts';

/** Where Astro keeps the pages that it restores when nothing on them changed, relative to the project root. */
const keptFolder = '.cache/astro/dist';

/** Remembers what every kept page holds, once a build has come to its end. */
export async function recordKeptPages(root: string): Promise<void> {
  const digests = Object.fromEntries(await digestsOfKept(root));
  await writeFileAtomic(listOf(root), JSON.stringify(digests), { fsync: false });
}

/**
 * Removes kept pages that are not what the last finished build made, so that they are made again: Astro writes over
 * them one by one and restores them unseen, and a build that was ended half way would leave its pages among them.
 */
export async function dropStrayPages(root: string): Promise<void> {
  const text = await readFile(listOf(root), 'utf8').catch(() => '{}');
  const known = new Map(Object.entries(parseList(text)));
  for (const [file, digest] of await digestsOfKept(root)) {
    if (known.get(file) !== digest) await rm(join(root, keptFolder, file));
  }
}

async function digestsOfKept(root: string): Promise<[string, string][]> {
  const folder = join(root, keptFolder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const digests: [string, string][] = [];
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    digests.push([relative(folder, path).replaceAll('\\', '/'), digestOf(await readFile(path))]);
  }
  return digests;
}

function parseList(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function listOf(root: string): string {
  return join(root, cacheFolder, 'pages.json');
}
