import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import type { FieldOptions } from './choose-fields.ts';
import type { Imported } from './import-document.ts';
import { kindOfEnding, otherEndings, type Unreadable } from './read-document.ts';
import { formatReport } from './report.ts';
import { limits } from '../../src/brief/front-matter.ts';
import { briefsFolderPath } from '../../src/markdown/source-paths.ts';
import { findBriefs } from '../../src/build/find-briefs.ts';
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

export interface Batch extends FieldOptions {
  readonly io: Pick<Io, 'root' | 'input' | 'console'>;
  /** The folder of the new briefs. */
  readonly out: string;
  /** Called after each brief is written. */
  readonly print: (report: string) => void;
}

/** Imports documents one after another; a failure does not stop the others. */
export async function importAll(documents: readonly Document[], batch: Batch): Promise<Failure[]> {
  const existing = await existingSlugs(batch);
  const made = new Set<string>();
  await mkdir(batch.out, { recursive: true });
  const failures: Failure[] = [];
  for (const document of documents) {
    const result = await importOne(document, batch);
    const reason =
      'problem' in result ? result.problem : await write(result, document, batch, { existing, made });
    if (reason !== undefined) failures.push({ name: document.name, reason });
  }
  return failures;
}

async function importOne(
  { path }: Document,
  { io, publication, lang, topics }: Batch,
): Promise<Imported | Unreadable> {
  try {
    const bytes = path === undefined ? await readPasted(io) : await readWhole(path);
    if (bytes === undefined) return { problem: 'it is larger than 50 MB' };
    const file = path === undefined ? '' : basename(path);
    return await importApart({ bytes, file, options: { publication, lang, topics } });
  } catch (error) {
    return { problem: messageOf(error) };
  }
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

/** Existing briefs by slug; slugs are unique across folders. */
async function existingSlugs({ io: { root }, out }: Batch): Promise<Map<string, string>> {
  const isInBriefs = !relative(briefsFolderPath(root), out).startsWith('..');
  const { files } = isInBriefs ? await findBriefs(root) : { files: [] };
  return new Map(files.map(({ slug, file }) => [slug, `${file} already exists`]));
}

interface Slugs {
  /** Slugs that exist already, and why they cannot be used. */
  readonly existing: ReadonlyMap<string, string>;
  /** Slugs written in this run. */
  readonly made: Set<string>;
}

/** A slug that is new in this run: the second document with the same title gets `-2`. */
function freeSlug(slug: string, { existing, made }: Slugs): string {
  if (!made.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    const end = `-${number}`;
    const isLong = slug.length + end.length > limits.slug;
    const numbered = (isLong ? slug.replace(/-[^-]*$/, '').slice(0, limits.slug - end.length) : slug) + end;
    if (!made.has(numbered) && !existing.has(numbered)) return numbered;
  }
}

/** Writes a brief and reports it, or returns the reason for the failure. */
async function write(
  { slug: wanted, markdown, report }: Imported,
  { name }: Document,
  { io: { root }, out, print }: Batch,
  slugs: Slugs,
): Promise<string | undefined> {
  const slug = freeSlug(wanted, slugs);
  const reason = slugs.existing.get(slug);
  if (reason !== undefined) return reason;
  const path = join(out, `${slug}.md`);
  const file = relative(root, path).startsWith('..') ? path : relative(root, path);
  try {
    await writeFile(path, markdown, { flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    return isThere ? `${file} already exists` : messageOf(error);
  }
  slugs.made.add(slug);
  print(formatReport(report, name, file));
  return undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
