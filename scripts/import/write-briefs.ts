import { mkdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { briefsFolder, liesIn } from '../../src/brief/briefs-folder.ts';
import { limits } from '../../src/brief/front-matter.ts';
import type { Moment } from '../../src/brief/moment.ts';
import type { Publication } from '../../src/brief/publication.ts';
import { findBriefs, readBrief } from '../../src/build/find-briefs.ts';
import { check } from '../../src/check/check.ts';
import { saysDraft } from '../../src/check/unfinished.ts';
import { codes } from '../../src/diagnostics/codes.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { absolutePath, briefsFolderPath } from '../../src/markdown/source-paths.ts';
import { applyEdits } from '../../src/markdown/text-edits.ts';
import { changeOf } from '../../src/markdown/field-edits.ts';
import { parse } from '../../src/markdown/parse.ts';
import { checkTexts } from '../caused-problems.ts';
import type { Imported } from './import-document.ts';
import { newVersionOf } from './update-brief.ts';

/** A document that was read. */
export interface ReadDocument {
  readonly name: string;
  readonly imported: Imported;
}

/** What became of a document. */
export type Outcome = Refused | Written;

export interface Refused {
  readonly name: string;
  readonly reason: string;
  /** What keeps a new version from taking the place of a published brief, in this text. */
  readonly missing?: readonly Diagnostic[];
  readonly text?: string;
}

export interface Written extends ReadDocument {
  /** The brief's file, relative to the project if it lies there. */
  readonly file: string;
  readonly slug: string;
  readonly text: string;
  /** Whether there was an earlier version. */
  readonly isUpdate: boolean;
  /** Fields that come from the earlier version. */
  readonly kept: readonly string[];
  /** What `check` reports, errors first. */
  readonly problems: readonly Diagnostic[];
  /** What a person must do before the brief can be published. */
  readonly missing: readonly Diagnostic[];
}

export interface WriteOptions {
  readonly root: string;
  readonly publication: Publication;
  readonly now: Moment;
  /** The folder of the new briefs. */
  readonly out: string;
  /** Whether a brief may take the place of its earlier version. */
  readonly update: boolean;
  /** The name that was given, which no other brief has. */
  readonly slug: string | undefined;
  readonly dryRun: boolean;
  /** The slugs of this run; new ones are added. */
  readonly taken: Set<string>;
}

interface Planned extends Omit<Written, 'problems' | 'missing'> {
  readonly path: string;
  readonly isPublished: boolean;
}

/**
 * Chooses a file for each brief, checks all of them beside those that exist, and writes them. A brief with errors becomes a draft;
 * it never takes the place of a published one.
 */
export async function writeBriefs(
  documents: readonly ReadDocument[],
  options: WriteOptions,
): Promise<Outcome[]> {
  const { root, publication, now, out, dryRun, taken } = options;
  const isInBriefs = liesIn(out, briefsFolderPath(root));
  const existing = await existingBriefs(options);
  const plans = documents.map(({ name, imported }): Planned | Refused => {
    const earlier = isInBriefs && options.update ? earlierVersionOf(imported, existing, options) : undefined;
    if (earlier && !taken.has(earlier.slug)) {
      taken.add(earlier.slug);
      const version = newVersionOf(earlier.file, { earlier: earlier.text, text: imported.markdown }, publication, now); // prettier-ignore
      if ('problem' in version) return { name, reason: version.problem };
      const path = absolutePath(root, earlier.file);
      return { name, imported, ...version, file: earlier.file, slug: earlier.slug, path, isUpdate: true };
    }
    const slug = freeSlug(imported.slug, taken, existing);
    const found = isInBriefs ? existing.find((each) => each.slug === slug) : undefined;
    const path = join(out, `${slug}.md`);
    const file = found?.file ?? fileOf(path, options);
    if (found || existsSync(path)) return { name, reason: `${file} already exists${options.update ? '' : hintOfUpdate}` }; // prettier-ignore
    taken.add(slug);
    return { name, imported, text: imported.markdown, file, slug, path, isUpdate: false, kept: [], isPublished: false }; // prettier-ignore
  });
  const planned = plans.filter((plan): plan is Planned => 'path' in plan);
  // A folder elsewhere is no part of the publication, but what becomes of its texts is.
  const placeOf = ({ file, slug }: Planned): string => (isInBriefs ? file : `${briefsFolder}/${slug}.md`);
  const texts = new Map(planned.map((plan) => [placeOf(plan), plan.text]));
  const makeDraft = (place: string, text: string): void => {
    texts.set(place, asDraft(place, text, publication));
  };
  const canWait = planned.filter(({ isPublished }) => !isPublished).map(placeOf);
  for (const place of canWait) {
    const text = texts.get(place) ?? '';
    if (check(parse(place, text, publication), publication).diagnostics.some(isGap)) makeDraft(place, text);
  }
  const checkSome = (some: ReadonlyMap<string, string>) => checkTexts(some, { root, publication, now });
  const problems = new Map(texts.size === 0 ? [] : await checkSome(texts));
  // Other briefs and the cards may have something to say as well.
  const broken = canWait.filter((place) => problems.get(place)?.some(isGap) && !saysDraft(texts.get(place) ?? '')); // prettier-ignore
  if (broken.length > 0) {
    for (const place of broken) makeDraft(place, texts.get(place) ?? '');
    for (const [place, found] of await checkSome(texts)) problems.set(place, found);
  }
  if (!dryRun) await mkdir(out, { recursive: true });
  const outcomes: Outcome[] = [];
  for (const plan of plans) {
    if (!('path' in plan)) {
      outcomes.push(plan);
      continue;
    }
    const { path, isPublished, ...rest } = plan;
    const place = placeOf(plan);
    const found = problems.get(place) ?? [];
    const missing = found.filter(isGap);
    const text = texts.get(place) ?? plan.text;
    if (isPublished && missing.length > 0) {
      const reason = `${plan.file} is published and stays as it is, since the new version needs a person: ${missing.map(({ message }) => message).join('; ')}`;
      outcomes.push({ name: plan.name, reason, missing, text });
      continue;
    }
    const written = { ...rest, text, missing, problems: found };
    const failure = dryRun ? undefined : await write(path, written);
    outcomes.push(failure === undefined ? written : { name: plan.name, reason: failure });
  }
  return outcomes;
}

const hintOfUpdate = '; to replace it with this version, add --update';

/** Whether a problem needs a person before the brief is published; in a draft, it is a warning. */
function isGap({ code, severity }: Diagnostic): boolean {
  return severity === 'error' || codes[code] === 'error' || code === 'placeholder-text';
}

/** The text with the status of a draft, on a line of its own. */
function asDraft(file: string, text: string, publication: Publication): string {
  const draft = parse(file, text, publication);
  const edits = changeOf(draft, 'status', 'draft');
  if (edits.length > 0) return applyEdits(text, edits);
  const { range } = draft.frontMatter ?? {};
  if (!range) return `---\nstatus: draft\n---\n\n${text}`;
  const end = text.lastIndexOf('---', range.end);
  return `${text.slice(0, end)}status: draft\n${text.slice(end)}`;
}

interface Existing {
  readonly file: string;
  readonly slug: string;
  readonly text: string;
  readonly title: string;
  readonly aliases: readonly string[];
}

/** Their texts are read only where one may be replaced. */
async function existingBriefs({ root, publication, update }: WriteOptions): Promise<Existing[]> {
  const { files } = await findBriefs(root);
  return files.map(({ file, slug }): Existing => {
    if (!update) return { file, slug, text: '', title: '', aliases: [] };
    const read = readBrief(root, file);
    const text = 'text' in read ? read.text : '';
    return { file, slug, text, ...namesIn(file, text, publication) };
  });
}

/** The brief that a document is a new version of: by its name, by a name that it had, or by its title if no name was given. */
function earlierVersionOf(
  { slug, markdown }: Imported,
  existing: readonly Existing[],
  { publication, slug: given }: WriteOptions,
): Existing | undefined {
  const title = given === undefined ? namesIn(`${briefsFolder}/${slug}.md`, markdown, publication).title : '';
  return (
    existing.find((each) => each.slug === slug) ??
    existing.find(({ aliases }) => aliases.includes(slug)) ??
    existing.find((each) => title !== '' && each.title === title)
  );
}

/** Without parsing the body, which takes most of the time. */
function namesIn(file: string, text: string, publication: Publication): Pick<Existing, 'title' | 'aliases'> {
  const end = text.indexOf('\n---', 3);
  const { frontMatter } = parse(file, end < 0 ? '' : `${text.slice(0, end)}\n---\n`, publication);
  const { title, aliases } = (frontMatter?.values ?? {}) as { title?: unknown; aliases?: unknown };
  return {
    title: typeof title === 'string' ? title.trim() : '',
    aliases: Array.isArray(aliases) ? aliases.filter((each) => typeof each === 'string') : [],
  };
}

/** A slug that is new in this run: the second document with the same title gets `-2`. */
function freeSlug(slug: string, made: ReadonlySet<string>, existing: readonly Existing[]): string {
  if (!made.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    const end = `-${number}`;
    const isLong = slug.length + end.length > limits.slug;
    const numbered = (isLong ? slug.replace(/-[^-]*$/, '').slice(0, limits.slug - end.length) : slug) + end;
    if (!made.has(numbered) && !existing.some((each) => each.slug === numbered)) return numbered;
  }
}

function fileOf(path: string, { root, out }: WriteOptions): string {
  const folder = briefsFolderPath(root);
  const inBriefs = relative(folder, out);
  if (liesIn(out, folder)) return [briefsFolder, ...inBriefs.split(/[\\/]/), path.slice(out.length + 1)].filter(Boolean).join('/'); // prettier-ignore
  return liesIn(path, root) ? relative(root, path) : path;
}

/** Writes a brief, or returns the reason why it cannot be written. */
async function write(path: string, { text, file, isUpdate }: Written): Promise<string | undefined> {
  try {
    await (isUpdate ? writeFileAtomic(path, text) : writeFile(path, text, { flag: 'wx' }));
    return undefined;
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (isThere) return `${file} already exists`;
    // On a full disk, the start of the text may be there.
    if (!isUpdate) await rm(path, { force: true });
    return error instanceof Error ? error.message : String(error);
  }
}
