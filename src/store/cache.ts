import { createHash, hash as hashOnce, type Hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { threadId } from 'node:worker_threads';
import { dirname, join } from 'node:path';

/** Where everything that can be made again lies, relative to the project root. */
export const cacheFolder = '.cache/fourfold';

/** Content-addressed entries on disk: the key says what an entry was made from, so an entry is never out of date. */
export interface Cache {
  /** Undefined if there is no such entry, or if it is damaged: then it is removed, to be made again. */
  readonly read: (kind: string, key: string) => string | undefined;
  /** Whole or not at all, whenever the process ends. */
  readonly write: (kind: string, key: string, text: string) => void;
}

/** Each file holds the SHA-256 of its content on the first line, so that a flipped bit or a cut end is noticed. */
export function openCache(root: string): Cache {
  const pathOf = (kind: string, key: string): string => join(root, cacheFolder, entryPath(kind, key));
  const folders = new Set<string>();
  // At once: ten thousand small files read or written one after another cost a fraction of as many promises.
  return {
    read: (kind, key) => {
      const path = pathOf(kind, key);
      const text = readIfThere(path);
      if (text === undefined) return undefined;
      const content = text.slice(65);
      if (text.slice(0, 65) === `${digestOf(content)}\n`) return content;
      rmSync(path, { force: true });
      return undefined;
    },
    write: (kind, key, text) => {
      const path = pathOf(kind, key);
      const folder = dirname(path);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      // What is lost in a power cut is made again; waiting for the disk would double the time of a cold build.
      // By hand, since ten thousand entries are written in a row: write-file-atomic asks after owners and modes, too.
      const draft = `${path}.${process.pid}-${threadId}`;
      writeFileSync(draft, `${digestOf(text)}\n${text}`);
      renameSync(draft, path);
    },
  };
}

/** Where an entry lies below the cache's folder. */
export function entryPath(kind: string, key: string): string {
  return `${kind}/${key.slice(0, 2)}/${key.slice(2)}`;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** SHA-256 in hexadecimal. Parts are told apart from their concatenation by their lengths. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  if (parts.length === 1) return hashOnce('sha256', parts[0] ?? '', 'hex');
  const hash: Hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
