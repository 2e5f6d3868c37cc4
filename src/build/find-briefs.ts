import { readFileSync, statSync, type Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { briefsFolder, liesIn } from '../brief/briefs-folder.ts';
import { absolutePath, briefsFolderPath } from '../markdown/source-paths.ts';
import { isUnreadableName, problemOfKind, type KindProblem } from './file-kind.ts';
import { entryOf } from '../store/folder.ts';
import type { Code } from '../diagnostics/codes.ts';
import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { inDraft, saysDraft } from '../check/unfinished.ts';
import { quote } from '../diagnostics/quote.ts';
import { canonicalTag } from '../languages/languages.ts';
import { slugFromTitle } from '../brief/slug-from-title.ts';
import { isReservedSlug, maxSlugLength, slugOf, slugPattern } from '../brief/slug.ts';

/** A file in the briefs folder that is a brief or is meant to be one. */
export interface BriefFile {
  /** Relative to the project root, with forward slashes. */
  readonly file: string;
  readonly slug: string;
}

/** A file's text, or why it cannot be read; an editor may move a file while the folder is read. */
export type ReadResult =
  { readonly text: string } | { readonly problem: Diagnostic } | { readonly gone: true };

/**
 * Finds every brief in the folder, sorted by path. Ignores names that start with `_` or `.` and other kinds of file, such as
 * images. A missing folder has no briefs; but if `BRIEFS_DIR` names a folder that is missing or that builds replace, that is an
 * error, so that a typo does not replace a full site with an empty one.
 */
export async function findBriefs(root: string): Promise<{ files: BriefFile[]; problems: Diagnostic[] }> {
  const files: BriefFile[] = [];
  const problems: Diagnostic[] = [];
  const folder = briefsFolderPath(root);
  assertBriefsFolder(root);
  if (entryOf(folder)?.isDirectory() === false)
    return {
      files,
      problems: [
        problemIn(
          briefsFolder,
          'file-kind',
          'Unexpected file, expected a folder',
          'rename it; briefs lie in a folder of this name',
        ).problem,
      ],
    };
  const listed = await listFolder(folder);
  const originals = new Map(
    listed
      .map(({ path, entry }) => [slugOf(entry.name), path] as const)
      .filter(([slug]) => slugPattern.test(slug)),
  );
  for (const { path, entry } of listed) {
    const file = join(briefsFolder, relative(folder, path)).split(sep).join('/');
    const kind = problemOfFile(path, entry);
    const problem = kind
      ? problemIn(file, 'file-kind', kind.message, kind.note).problem
      : (problemOfLink(entry, file) ?? nameProblemOf(file, path, originals));
    if (problem) problems.push(problem);
    else files.push({ file, slug: slugOf(file) });
  }
  return { files, problems };
}

/** Throws if `BRIEFS_DIR` cannot be right, before anything is read from there. */
export function assertBriefsFolder(root: string): void {
  const given = process.env['BRIEFS_DIR'];
  if (!given) return;
  const folder = briefsFolderPath(root);
  const say = (expected: string): Error =>
    new Error(`Unexpected BRIEFS_DIR ${quote(given)}, which is ${folder}: expected ${expected}`);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw say('a folder that is there');
  if (['dist', 'node_modules'].some((part) => liesIn(folder, join(root, part))))
    throw say('a folder that the build does not write to');
}

/** Reads a brief: at most 1 MB (10^6 bytes) of UTF-8. A byte order mark is dropped. */
export function readBrief(root: string, file: string): ReadResult {
  const path = absolutePath(root, file);
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return { gone: true };
  if (size > maxBriefSize) return { problem: ofDraft(sizeProblem(file, size), path) };
  const bytes = readIfThere(path);
  if (!bytes) return { gone: true };
  const read = decodeBrief(file, bytes);
  return 'problem' in read ? { problem: ofDraft(read.problem, path) } : read;
}

/** The text in some bytes, under the limits of a brief. */
export function decodeBrief(
  file: string,
  bytes: Uint8Array,
): { readonly text: string } | { readonly problem: Diagnostic } {
  if (bytes.length > maxBriefSize) return { problem: sizeProblem(file, bytes.length) };
  try {
    return { text: decoder.decode(bytes) };
  } catch {
    return { problem: encodingProblem(file, bytes) };
  }
}

function nameProblemOf(
  file: string,
  path: string,
  originals: ReadonlyMap<string, string>,
): Diagnostic | undefined {
  const problem = problemOfName(file, path, originals);
  return problem && ofDraft(problem, path);
}

/** A file is not read to find out that it is too large. */
export function sizeProblem(file: string, size: number): Diagnostic {
  const megabytes = (Math.ceil(size / 1e5) / 10).toFixed(1);
  return problemIn(
    file,
    'file-size',
    `Unexpected file of ${megabytes} MB, expected at most 1 MB`,
    'a brief is text alone: images lie beside it as files of their own',
  ).problem;
}

/** A problem in a file that says it is a draft counts as the draft's: no reader waits for it. */
function ofDraft(problem: Diagnostic, path: string): Diagnostic {
  return saysDraft(startOf(path)) ? { ...inDraft(problem), isOfDraft: true } : problem;
}

/** The ASCII characters of its start, which UTF-16 and older encodings share with UTF-8. */
function startOf(path: string): string {
  const bytes = readIfThere(path)?.subarray(0, 20_000) ?? [];
  return Buffer.from(bytes.filter((byte) => byte > 0 && byte < 0x80)).toString('latin1');
}

/** A brief's limit, in bytes. */
export const maxBriefSize = 1_000_000;

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

interface Listed {
  readonly path: string;
  readonly entry: Dirent;
}

/** What may be a brief, and what cannot be read, also in the folders of standing pages. */
async function listFolder(folder: string, isOfBriefs = true): Promise<Listed[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const listed: Listed[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    const mayBeBrief = isOfBriefs && !entry.name.startsWith('_');
    const isText = textEndings.test(entry.name);
    if (problemOfFile(path, entry)) {
      if (isText || entry.isDirectory()) listed.push({ path, entry });
    } else if (entry.isDirectory()) listed.push(...(await listFolder(path, mayBeBrief)));
    // Its files would be left out silently.
    else if (mayBeBrief && (isText || isLinkToFolder(path, entry))) listed.push({ path, entry });
  }
  return listed;
}

function isLinkToFolder(path: string, entry: Dirent): boolean {
  return entry.isSymbolicLink() && entryOf(path)?.isDirectory() === true;
}

// Notepad adds `.txt` to the name and hides it.
const textEndings = /\.(?:mdx?|markdown)(?:\.txt)?$/i;

function problemOfName(
  file: string,
  path: string,
  originals: ReadonlyMap<string, string>,
): Diagnostic | undefined {
  const ending = /\.mdx?$/.exec(file)?.[0];
  const original = originalOf(slugOf(file), path, originals);
  if (original !== undefined) {
    return problemIn(
      file,
      'file-slug',
      `Unexpected name "${slugOf(file)}", which a sync service or a file manager gives to a copy of "${basename(original)}"`,
      howDiffers(path, original),
    ).problem;
  }
  if (ending === undefined) {
    return problemIn(
      file,
      'file-extension',
      `Unexpected kind of file "${file}", expected a name that ends in ".md" or ".mdx"`,
      'rename it; if it is not a brief, start its name with "_"',
    ).problem;
  }
  const slug = slugOf(file);
  if (!slugPattern.test(slug) || slug.length > maxSlugLength) {
    if (/^(?:readme|changelog|contributing|licen[cs]e)$/i.test(slug)) {
      return problemIn(
        file,
        'file-slug',
        `Unexpected ${quote(`${slug}${ending}`)} among the briefs`,
        `if it is not a brief, rename it to ${quote(`_${slug}${ending}`)}, or move it out of ${briefsFolder}/`,
      ).problem;
    }
    return problemIn(
      file,
      'file-slug',
      `Unexpected name "${slug}", expected lower-case letters a-z, digits and single hyphens, at most ${maxSlugLength} characters`,
      adviceOnName(slug, ending, textOf(path)),
    ).problem;
  }
  if (!isReservedSlug(slug)) return undefined;
  return problemIn(
    file,
    'file-slug',
    `Unexpected name "${slug}", expected one that neither the site nor Windows uses itself`,
    'rename the file',
  ).problem;
}

/** Kanji have several readings, and the transliterator knows the Chinese ones. */
function adviceOnName(name: string, ending: string, text: string): string {
  const [, tag = ''] = /^lang:[ \t]*["']?([\w-]+)/m.exec(text) ?? [];
  const language = canonicalTag(tag) ?? 'en';
  const isChinese =
    language.startsWith('zh') || (!/\p{Script=Hiragana}/u.test(text) && /\p{Script=Han}{4}/u.test(text));
  const [unread] = isChinese ? [] : (/[\p{Script=Han}々]+/u.exec(name) ?? []);
  const suggestion = slugFromTitle(
    name.replace(/[\p{Script=Han}々]+/gu, (run) => (isChinese ? run : '…')),
    language,
  );
  if (unread === undefined)
    return `rename the file${suggestion === undefined ? '' : ` to "${suggestion}${ending}"`}`;
  const form = suggestion === undefined ? 'its-topic' : `${suggestion}-…`;
  return `rename the file, and write ${quote(unread)} as it is read, in the letters a-z: "${form}${ending}"`;
}

/**
 * The brief of which this name is a longer form, in any language: `x 2`, `x (Ann's conflicted copy)`, `x - Kopie`,
 * `x.sync-conflict-20260504`, `Copy of x`.
 */
function originalOf(name: string, path: string, originals: ReadonlyMap<string, string>): string | undefined {
  if (slugPattern.test(name)) return undefined;
  const [, before = ''] = /^([a-z0-9-]+)(?:[^a-z0-9-]|-+\s)/.exec(name) ?? [];
  const [, behind = ''] = /[^a-z0-9-]([a-z0-9-]+)$/.exec(name) ?? [];
  const original = originals.get(before) ?? originals.get(behind);
  if (original === undefined || namesCopy.test(name)) return original;
  return titleLineOf(path) === titleLineOf(original) ? original : undefined;
}

/** Certain, whatever is in the file. */
const namesCopy = /conflict|konflikt|copy|copie|copia|kopi| \(?\d+\)?$/i;

function titleLineOf(path: string): string {
  return /^title:.*$/m.exec(textOf(path))?.[0] ?? '';
}

function textOf(path: string): string {
  return Buffer.from(readIfThere(path) ?? []).toString();
}

/** How a writer can tell two files apart. */
function howDiffers(path: string, original: string): string {
  const [copied, expected] = [path, original].map((file) => textOf(file).split(/\r?\n/));
  const at = copied?.findIndex((line, place) => line !== expected?.[place]) ?? -1;
  const line = at < 0 && copied?.length !== expected?.length ? (copied?.length ?? 0) + 1 : at + 1;
  return line === 0
    ? 'the two say the same: delete this one'
    : `line ${line} is the first that differs: compare the two and delete one; if it is another brief, give it a name of its own`;
}

/** Reports a link, whatever it leads to. */
function problemOfFile(path: string, entry: Dirent): KindProblem | undefined {
  if (isUnreadableName(entry.name))
    return { message: `Unexpected name ${quote(entry.name)}, expected UTF-8`, note: 'rename it' };
  const found = entry.isSymbolicLink() ? undefined : entryOf(path);
  return found && problemOfKind(path, found);
}

function problemOfLink(entry: Dirent, file: string): Diagnostic | undefined {
  if (!entry.isSymbolicLink()) return undefined;
  return problemIn(
    file,
    'file-link',
    'Unexpected symbolic link, expected a file or a folder',
    'put what it leads to here',
  ).problem;
}

function problemIn(file: string, code: Code, message: string, note?: string): { problem: Diagnostic } {
  // An empty range means the file as a whole.
  const finding = { code, range: { start: 0, end: 0 }, message };
  return { problem: diagnosticOf(file, note === undefined ? finding : { ...finding, note: { text: note } }) };
}

/** Points at the first byte that is not UTF-8, in the text with replacement characters. */
function encodingProblem(file: string, bytes: Uint8Array): Diagnostic {
  const text = new TextDecoder('utf-8').decode(bytes);
  const start = Math.max(0, text.indexOf('\ufffd'));
  return diagnosticOf(file, {
    code: 'file-encoding',
    range: { start, end: start + 1 },
    message: 'Unexpected byte, expected UTF-8',
    note: { text: 'save the file as UTF-8; most editors offer it as “Save with encoding”' },
  });
}
