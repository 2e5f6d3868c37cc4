import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { briefsFolder } from '../src/brief/briefs-folder.ts';
import type { Moment } from '../src/brief/moment.ts';
import type { Publication } from '../src/brief/publication.ts';
import { slugFromTitle } from '../src/brief/slug-from-title.ts';
import { slugOf } from '../src/brief/slug.ts';
import { maxBriefSize } from '../src/build/find-briefs.ts';
import { sortDiagnostics, type Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { projectPathOf } from '../src/markdown/source-paths.ts';
import { checkTexts } from './caused-problems.ts';
import type { Io } from './command.ts';

/** A text to check that is no file in the folder of briefs. */
export interface TextElsewhere {
  /** As in the report. */
  readonly name: string;
  readonly text: string;
}

interface Found {
  readonly texts: readonly TextElsewhere[];
  /** The paths that belong to the publication, or to nothing. */
  readonly others: readonly string[];
  readonly problem?: string;
}

/** The Markdown files among the paths that are not in the folder of briefs, and standard input for `-`. */
export async function findElsewhere(paths: readonly string[], io: Io): Promise<Found> {
  const texts: TextElsewhere[] = [];
  const others: string[] = [];
  for (const path of paths) {
    const place = resolve(io.start, path);
    const file = path === '-' ? undefined : await stat(place).catch(() => undefined);
    const isElsewhere = /\.(?:md|mdx|markdown)$/i.test(path) && file?.isFile() === true && !projectPathOf(io.root, place).startsWith(`${briefsFolder}/`); // prettier-ignore
    if (path !== '-' && !isElsewhere) {
      others.push(path);
      continue;
    }
    const bytes = path === '-' ? await readInput(io) : file && file.size <= maxBriefSize ? await readFile(place) : undefined; // prettier-ignore
    const name = path === '-' ? 'standard input' : path;
    const read = readText(bytes);
    if ('problem' in read) return { texts, others, problem: `${name} cannot be checked: ${read.problem}.` };
    texts.push({ name, text: read.text });
  }
  return { texts, others };
}

/** Loads the readers of documents, which other checks do without. */
async function readInput(io: Io): Promise<Uint8Array | undefined> {
  const { readPasted } = await import('./import/import-files.ts');
  return readPasted(io);
}

function readText(bytes: Uint8Array | undefined): { readonly text: string } | { readonly problem: string } {
  if (bytes === undefined || bytes.length > maxBriefSize) return { problem: 'it is larger than 1 MB' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: 'it is not UTF-8' };
  }
}

/** Checks each text as if it were a brief of its name. */
export async function checkElsewhere(
  texts: readonly TextElsewhere[],
  options: { readonly root: string; readonly publication: Publication; readonly now: Moment },
): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { name, text } of texts) {
    const slug = slugFromTitle(slugOf(`/${basename(name)}`), 'en') ?? 'draft';
    const file = `${briefsFolder}/${slug}${name.endsWith('.mdx') ? '.mdx' : '.md'}`;
    const problems = (await checkTexts(new Map([[file, text]]), options)).get(file) ?? [];
    const named = (other: string): string => (other === file ? name : other);
    for (const { note, ...problem } of problems)
      found.push({
        ...problem,
        file: named(problem.file),
        ...(note && { note: { ...note, ...(note.at && { at: { ...note.at, file: named(note.at.file) } }) } }),
      });
  }
  return sortDiagnostics(found);
}
