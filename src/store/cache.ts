import { createHash, hash as hashOnce, type Hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { threadId } from 'node:worker_threads';
import { dirname, join } from 'node:path';
import { digestOfFile, isIntact, linkFile, type FileRecord } from './file-record.ts';

/** Where everything that can be made again is, relative to the project root. */
export const cacheFolder = '.cache/fourfold';

const entriesFolder = 'entries';
const filesFolder = 'files';

/** What lies in the cache's folder. Everything else is of another version, and is removed. */
export const cacheNames = [
  'briefs.sqlite',
  'built-files.json',
  'bundle',
  'card-names.sqlite',
  'code',
  'code-graph.json',
  'drafts',
  entriesFolder,
  'file-digests.json',
  filesFolder,
  'icon.json',
  'image-locations.json',
  'last-build.json',
  'pages.sqlite',
] as const;
export type CacheName = (typeof cacheNames)[number];

/** The path of a file or folder in the cache's folder. */
export function cachePath(root: string, name: CacheName): string {
  return join(root, cacheFolder, name);
}

/** Kinds of artifact: each has a folder of entries. */
export const kinds = ['briefs', 'bundles', 'cards', 'checks', 'facts', 'pictures', 'search'] as const;
export type Kind = (typeof kinds)[number];

/** What was made from the inputs in a key: a value, a text, files, or several of these. */
export interface Entry<Value> {
  readonly value: Value;
  /** Read only when needed, so that a build does not parse the text of every brief. */
  readonly text: string;
  /** By name. */
  readonly files: Readonly<Record<string, FileRecord>>;
}

/**
 * Artifacts on disk. The key of an entry says what it was made from, so an entry is never out of date. Files are stored by the
 * digest of their content, once for all entries.
 */
export interface Cache {
  /** Undefined if there is no such entry, or if it or one of its files is damaged: then it must be made again. */
  readonly read: <Value>(kind: Kind, key: string) => Entry<Value> | undefined;
  /** What has to be there before an entry can be read: paths below the cache's folder of the entry itself, or of its files. */
  readonly missing: (kind: Kind, key: string) => string[];
  /** Writes an entry, complete or not at all. */
  readonly write: <Value>(kind: Kind, key: string, entry: Partial<Entry<Value>>) => void;
  /** The keys of all entries of a kind, newest first. */
  readonly keys: (kind: Kind) => string[];
  /** Stores a file, by moving or linking the one at a path. */
  readonly put: (path: string, how: 'move' | 'link', sha256?: string) => FileRecord;
  /** Where a stored file is. */
  readonly pathOf: (file: FileRecord) => string;
}

/** Raised when the format of entries changes: entries of another version count as damaged. */
const version = '1';

/** Each entry starts with the SHA-256 of the rest, so that a flipped bit or a cut end is noticed; then one line of JSON, and the text. */
export function openCache(root: string): Cache {
  const folder = join(root, cacheFolder);
  const folders = new Set<string>();
  const makeFolder = (path: string): void => {
    if (!folders.has(path)) mkdirSync(path, { recursive: true });
    folders.add(path);
  };
  const pathOf = (file: FileRecord): string => join(folder, filePath(file));
  const write: Cache['write'] = (kind, key, { value, text = '', files = {} }) => {
    const path = join(folder, entryPath(kind, key));
    makeFolder(dirname(path));
    const content = `${JSON.stringify({ value, files })}\n${text}`;
    // What is lost in a power cut is made again; waiting for the disk would double the time of a cold build.
    // Not with write-file-atomic, which reads owners and modes for each of ten thousand entries.
    const draft = draftOf(path);
    writeFileSync(draft, `${digestOf(version, content)}\n${content}`);
    renameSync(draft, path);
  };
  /** An entry that is not damaged, whether or not its files are there. */
  const readEntry = <Value>(kind: Kind, key: string): Entry<Value> | undefined => {
    const stored = readIfThere(join(folder, entryPath(kind, key)));
    const content = stored?.slice(65);
    if (content === undefined || stored?.slice(0, 65) !== `${digestOf(version, content)}\n`) return undefined;
    const end = content.indexOf('\n');
    const head = JSON.parse(content.slice(0, end)) as Omit<Entry<Value>, 'text'>;
    return { ...head, text: content.slice(end + 1) };
  };
  return {
    // At once: ten thousand small files read or written one after another cost a fraction of as many promises.
    read: <Value>(kind: Kind, key: string): Entry<Value> | undefined => {
      const entry = readEntry<Value>(kind, key);
      if (!entry) return undefined;
      const files = Object.entries(entry.files);
      if (!files.every(([, file]) => isIntact(pathOf(file), file))) return undefined;
      const found = files.map(
        ([name, file]) => [name, { ...file, mtimeMs: statSync(pathOf(file)).mtimeMs }] as const,
      );
      if (found.every(([name, { mtimeMs }]) => mtimeMs === entry.files[name]?.mtimeMs)) return entry;
      // The cache was copied, and nothing has changed: from now on the times show it.
      const copied = { ...entry, files: Object.fromEntries(found) };
      write(kind, key, copied);
      return copied;
    },
    missing: (kind, key) => {
      const entry = readEntry(kind, key);
      if (!entry) return [entryPath(kind, key)];
      return Object.values(entry.files).flatMap((file) =>
        isIntact(pathOf(file), file) ? [] : [filePath(file)],
      );
    },
    write,
    keys: (kind) => {
      const entries = listFolder(join(folder, entriesFolder, kind)).flatMap((start) =>
        listFolder(join(folder, entriesFolder, kind, start)).map((rest) => start + rest),
      );
      return entries
        .filter((key) => !key.includes('.'))
        .map((key) => ({ key, at: statSync(join(folder, entryPath(kind, key))).mtimeMs }))
        .sort((one, other) => other.at - one.at)
        .map(({ key }) => key);
    },
    put: (path, how, sha256 = digestOfFile(path)) => {
      const { size: bytes, mtimeMs } = statSync(path);
      const to = pathOf({ bytes, mtimeMs, sha256 });
      makeFolder(dirname(to));
      const known = statSync(to, { throwIfNoEntry: false });
      if (known?.size === bytes && digestOfFile(to) === sha256) {
        // One file with two paths, as if it had been stored now: a build changes nothing that comes out the same.
        rmSync(path);
        if (how === 'link') linkFile(to, path);
        return { bytes, mtimeMs: known.mtimeMs, sha256 };
      }
      const draft = how === 'move' ? path : draftOf(to);
      if (how === 'link') linkFile(path, draft);
      renameSync(draft, to);
      return { bytes, mtimeMs: statSync(to).mtimeMs, sha256 };
    },
    pathOf,
  };
}

/** A place for a file that is not complete yet, for this process and thread alone. */
export function draftOf(path: string): string {
  return `${path}.${process.pid}-${threadId}`;
}

/** Where an entry is below the cache's folder; no folder should hold ten thousand files. */
export function entryPath(kind: Kind, key: string): string {
  return `${entriesFolder}/${kind}/${key.slice(0, 2)}/${key.slice(2)}`;
}

/** Where a file is below the cache's folder. */
export function filePath({ sha256 }: Pick<FileRecord, 'sha256'>): string {
  return `${filesFolder}/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
}

/** The digest of the file with such a path; empty for an entry. */
export function digestOfFilePath(path: string): string {
  const [top, start = '', rest = ''] = path.split('/');
  return top === filesFolder ? `${start}${rest}` : '';
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
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
  // One call is a fifth of the work of many, and a build of 10,000 briefs makes 100,000 digests.
  if (parts.every((part) => typeof part === 'string'))
    return hashOnce('sha256', parts.map((part) => `${part.length}:${part}`).join(''), 'hex');
  const hash: Hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
