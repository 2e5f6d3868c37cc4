import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { briefsFolder, liesIn } from '../src/brief/briefs-folder.ts';
import type { Moment } from '../src/brief/moment.ts';
import type { Publication } from '../src/brief/publication.ts';
import { slugFromTitle } from '../src/brief/slug-from-title.ts';
import { slugOf } from '../src/brief/slug.ts';
import { decodeBrief, maxBriefSize, sizeProblem } from '../src/build/find-briefs.ts';
import { fix, type Fixed } from '../src/check/fixes/fix.ts';
import { diagnosticOf, sortDiagnostics, type Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { briefsFolderPath } from '../src/markdown/source-paths.ts';
import { checkTexts } from './caused-problems.ts';
import { UsageProblem, type Io } from './command.ts';
import { foreignKind } from './import/foreign-files.ts';

/** A text to check that is no file in the folder of briefs. */
export interface TextElsewhere {
  /** As in the report. */
  readonly name: string;
  /** Undefined for standard input. */
  readonly path: string | undefined;
  readonly text: string;
}

export interface Elsewhere {
  readonly texts: readonly TextElsewhere[];
  /** Files that are no text. */
  readonly problems: readonly Diagnostic[];
  /** The paths that belong to the publication, or to nothing. */
  readonly others: readonly string[];
}

/** The Markdown files among the paths, and in the folders among them, that are not in the folder of briefs; and standard input for `-`. */
export async function findElsewhere(paths: readonly string[], io: Io): Promise<Elsewhere> {
  const texts: TextElsewhere[] = [];
  const problems: Diagnostic[] = [];
  const others: string[] = [];
  for (const given of paths) {
    const files = given === '-' ? [{ name: 'standard input', path: undefined }] : await listFiles(given, io);
    if (files.length === 0) others.push(given);
    for (const { name, path } of files) {
      const read = path === undefined ? decode(name, await readInput(io)) : await readFileAt(name, path);
      if ('problem' in read) problems.push(read.problem);
      else texts.push({ name, path, text: read.text });
    }
  }
  return { texts, problems, others };
}

interface Named {
  readonly name: string;
  readonly path: string | undefined;
}

async function listFiles(given: string, { root, start }: Io): Promise<Named[]> {
  const place = resolve(start, given);
  const briefs = briefsFolderPath(root);
  // A folder around that of the briefs is the publication.
  if (liesIn(place, briefs) || liesIn(briefs, place)) return [];
  const found = await stat(place).catch(() => undefined);
  if (found?.isFile()) return isMarkdown.test(given) ? [{ name: given, path: place }] : [];
  if (!found?.isDirectory()) return [];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isMarkdown.test(entry.name))
    .map((entry) => relative(place, join(entry.parentPath, entry.name)))
    .filter((file) => !/(?:^|[\\/])(?:[._]|node_modules[\\/])/.test(file))
    .sort()
    .map((file) => ({ name: join(given, file), path: join(place, file) }));
}

const isMarkdown = /\.(?:md|mdx|markdown)$/i;

async function readFileAt(name: string, path: string): Promise<ReturnType<typeof decode>> {
  const { size } = await stat(path);
  return size > maxBriefSize ? { problem: sizeProblem(name, size) } : decode(name, await readFile(path));
}

function decode(name: string, bytes: Uint8Array): ReturnType<typeof decodeBrief> {
  const kind = foreignKind(bytes);
  if (kind === undefined) return decodeBrief(name, bytes);
  const problem = diagnosticOf(name, {
    code: 'file-kind',
    range: { start: 0, end: 1 },
    message: `Unexpected file, ${kind}, expected Markdown`,
    note: { text: 'save it as .docx, .html or .txt, and make a brief of it with `npm run import`' },
  });
  return { problem };
}

/** Loads the readers of documents, which other checks do without. */
async function readInput(io: Io): Promise<Uint8Array> {
  const { readPasted } = await import('./import/import-files.ts');
  return (await readPasted(io)) ?? new Uint8Array(maxBriefSize + 1);
}

/** Its place if it were a brief. */
function placeOf(name: string): string {
  const slug = slugFromTitle(slugOf(`/${basename(name)}`), 'en') ?? 'draft';
  return `${briefsFolder}/${slug}${name.endsWith('.mdx') ? '.mdx' : '.md'}`;
}

/** Checks each text as if it were a brief of its name. */
export async function checkElsewhere(
  { texts, problems }: Pick<Elsewhere, 'texts' | 'problems'>,
  options: { readonly root: string; readonly publication: Publication; readonly now: Moment },
): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [...problems];
  for (const { name, text } of texts) {
    const file = placeOf(name);
    const caused = (await checkTexts(new Map([[file, text]]), options)).get(file) ?? [];
    const named = (other: string): string => (other === file ? name : other);
    for (const { note, ...problem } of caused)
      found.push({
        ...problem,
        file: named(problem.file),
        ...(note && { note: { ...note, ...(note.at && { at: { ...note.at, file: named(note.at.file) } }) } }),
      });
  }
  return sortDiagnostics(found);
}

/** A text with its safe fixes, and what they are. */
export interface FixElsewhere extends TextElsewhere {
  readonly before: string;
  readonly fixed: Fixed['fixed'];
}

/** The texts with their safe fixes, which are written unless `dryRun`. Standard input cannot be written. */
export async function fixElsewhere(
  texts: readonly TextElsewhere[],
  publication: Publication,
  dryRun: boolean,
): Promise<FixElsewhere[]> {
  if (!dryRun && texts.some(({ path }) => path === undefined))
    throw new UsageProblem(
      '--fix cannot write standard input. Name a file, or add --dry-run to see the changes.',
    );
  const all = texts.map(({ text: before, ...rest }) => ({ ...rest, before, ...fix(placeOf(rest.name), before, publication) })); // prettier-ignore
  for (const { path, before, text } of all) {
    if (dryRun || path === undefined || text === before) continue;
    const mark = (await readFile(path)).subarray(0, 3).equals(byteOrderMark)
      ? byteOrderMark
      : Buffer.alloc(0);
    await writeFileAtomic(path, Buffer.concat([mark, Buffer.from(text)]));
  }
  return all;
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
