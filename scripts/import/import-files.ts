import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import type { FieldOptions } from './choose-fields.ts';
import type { Dropped } from './document-source.ts';
import type { Imported } from './import-document.ts';
import { kindOfEnding, otherEndings, type Several, type Unreadable } from './read-document.ts';
import type { ReadDocument } from './write-briefs.ts';
import type { Io } from '../command.ts';
import { importApart } from '../import-apart.ts';

/** A document to import. */
export interface Document {
  /** As given on the command line. */
  readonly name: string;
  /** Undefined for standard input. */
  readonly path?: string;
}

/** A document that could not be imported, and why. */
export interface Failure {
  readonly name: string;
  readonly reason: string;
}

/** The documents that the arguments name: files, folders, and `-` for standard input. */
export async function findDocuments(
  inputs: readonly string[],
  start: string,
): Promise<{ documents: Document[]; failures: Failure[]; others: number }> {
  const documents: Document[] = [];
  const failures: Failure[] = [];
  let others = 0;
  for (const name of inputs) {
    const path = resolve(start, name);
    const found = name === '-' ? undefined : await stat(path).catch(() => undefined);
    if (name === '-') documents.push({ name: 'standard input' });
    else if (found?.isDirectory()) {
      const inside = await listFolder(path, name);
      const isDocument = ({ name: each }: Document): boolean => endings.includes(extname(each).toLowerCase());
      documents.push(...inside.filter(isDocument));
      others += inside.filter((each) => !isDocument(each)).length;
    } else if (found) documents.push({ name, path });
    else failures.push({ name, reason: 'no such file or folder' });
  }
  return { documents, failures, others };
}

const endings = [...Object.keys(kindOfEnding), ...otherEndings];

/** Every file in a folder, sorted by name, without hidden files and Word's lock files. */
async function listFolder(path: string, name: string): Promise<Document[]> {
  const entries = await readdir(path, { withFileTypes: true });
  const documents: Document[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (/^(?:[._]|~\$)/.test(entry.name)) continue;
    const inside = { name: join(name, entry.name), path: join(path, entry.name) };
    if (entry.isDirectory()) documents.push(...(await listFolder(inside.path, inside.name)));
    else if (entry.isFile()) documents.push(inside);
  }
  return documents;
}

/** Imports a document into memory: one brief, or all those of a list. */
export async function importOne(
  { name, path }: Document,
  io: Pick<Io, 'input' | 'console'>,
  options: FieldOptions,
): Promise<(ReadDocument | Failure)[]> {
  try {
    const bytes = path === undefined ? await readPasted(io) : await readWhole(path);
    if (bytes === undefined) return [{ name, reason: 'it is larger than 50 MB' }];
    const file = path === undefined ? '' : basename(path);
    const read = await importApart({ bytes, file, options });
    return 'several' in read ? await importSeveral(name, read, options) : [resultOf(name, read)];
  } catch (error) {
    return [{ name, reason: error instanceof Error ? error.message : String(error) }];
  }
}

/** Imports each brief of a list like a file of its own. The report of the first one says what stood around the list. */
async function importSeveral(
  name: string,
  { several, dropped }: Several,
  options: FieldOptions,
): Promise<(ReadDocument | Failure)[]> {
  const results: (ReadDocument | Failure)[] = [];
  for (const [at, entry] of several.entries()) {
    const place = `${name}, brief ${at + 1} of ${several.length}`;
    const read =
      'json' in entry
        ? await importApart({ bytes: new TextEncoder().encode(entry.json), file: '.json', options })
        : entry;
    results.push(resultOf(place, read));
  }
  const first = results.find((result) => 'imported' in result);
  return results.map((result) =>
    result === first ? { ...first, imported: withDropped(first.imported, dropped) } : result,
  );
}

function withDropped(imported: Imported, dropped: readonly Dropped[]): Imported {
  const { report } = imported;
  return { ...imported, report: { ...report, dropped: [...dropped, ...report.dropped] } };
}

function resultOf(name: string, read: Imported | Several | Unreadable): ReadDocument | Failure {
  if ('several' in read)
    return { name, reason: 'it is a list inside a list; put each brief in a file of its own' };
  return 'problem' in read ? { name, reason: read.problem } : { name, imported: read };
}

async function readWhole(path: string): Promise<Buffer | undefined> {
  const found = await stat(path);
  // A device or pipe may be endless.
  if (!found.isFile()) throw new Error('it is not a file');
  return found.size > maxDocumentSize ? undefined : readFile(path);
}

/** Reads standard input up to a limit; prompts on a terminal. */
export async function readPasted({
  input,
  console,
}: Pick<Io, 'input' | 'console'>): Promise<Buffer | undefined> {
  if (input.isTTY) console.error('Paste the text, then press Ctrl-D.');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > maxDocumentSize) return undefined;
  }
  return Buffer.concat(chunks);
}

/** Bytes; a Word document with many images has 20 MB. */
const maxDocumentSize = 50_000_000;
