import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Moment } from '../brief/moment.ts';
import { compareMoments } from '../brief/moment.ts';
import type { Publication } from '../brief/publication.ts';
import { crossBriefRules } from '../check/rules/cross-brief-rules.ts';
import { slugDuplicates } from '../check/rules/slug-duplicate.ts';
import { isStanding } from '../brief/briefs-folder.ts';
import { isOutOfDate, visibilityOf } from '../brief/visibility.ts';
import { sortDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { digestOf, entryPath, openCache, type Cache } from '../store/cache.ts';
import { digestOfMaker } from './makers.ts';
import type { CompileSettings, CompileTask, Compiling } from './compile-batch.ts';
import { addressClashes } from './address-clashes.ts';
import { ownFiles, ownPaths } from './own-paths.ts';
import { openImageStates, readRecord, type BriefRecord, type CompileRecord, type PageRecord, type ImageStates } from './compiled-brief.ts'; // prettier-ignore
import { openFileDigests } from '../store/file-memory.ts';
import type { Audience, Snapshot, SnapshotBrief, Notice } from './snapshot.ts';
import type { ImageJob } from './images.ts';
import { findBriefs, readBrief } from './find-briefs.ts';
import { reportProgress } from './progress.ts';
import { findStrayLocations } from './stray-images.ts';
import { findComponents } from './own-components.ts';
import { listStandingFiles } from './standing-pages.ts';
import { findSampleText } from './sample-text.ts';
import { factsOfSettings, locateInSettings } from '../settings/own-links.ts';
import { factsOfRedirects, readRedirects, redirectClashes } from './redirect-lines.ts';
import { findPrivateAddress } from '../settings/private-address.ts';

export interface LoadOptions {
  readonly root: string;
  readonly publication: Publication;
  /** The moment that decides what is public. */
  readonly now: Moment;
  readonly audience: Audience;
}

/**
 * Reads every brief and standing page, compiles those that are not in the cache, checks them together, and decides what is shown.
 * Leaves out broken briefs and reports their problems; does not throw.
 */
export async function loadSnapshot(options: LoadOptions): Promise<Snapshot> {
  const { root, publication, now } = options;
  reportProgress({ phase: 'load', begins: true });
  const { files, problems } = await findBriefs(root);
  const standing = await listStandingFiles(root);
  const components = await findComponents(root);
  const { loaded, pages, compiled, diagnostics } = await compileAll(options, components.names, [
    ...files.map(({ file }) => file),
    ...standing.files,
  ]);
  reportProgress({ phase: 'check', begins: true });
  const facts = loaded.map(({ record }) => record.facts);
  const drafts = draftsOf(loaded);
  const slugs = new Set(files.map(({ slug }) => slug));
  const samples = await findSampleText(root, publication);
  const shown = new Set(
    [...loaded, ...pages].flatMap(({ record }) => record.images.map(({ path }) => path.normalize('NFC'))),
  );
  const strays = await findStrayLocations(root, shown);
  const ownOnes = await ownFiles(root);
  const factsOfPages = pages.map(({ record }) => record.facts);
  const own = ownPaths(ownOnes, factsOfPages);
  const redirects = readRedirects(root);
  const linking = [...factsOfPages, factsOfSettings(publication), factsOfRedirects(redirects, publication)];
  const together = crossBriefRules.flatMap((rule) => [
    ...rule({ briefs: facts, pages: linking, publication, now, slugs, own }),
  ]);
  return {
    now,
    ...selectShown(loaded, pages, options),
    pages: pages.flatMap(({ record }) => record.page ?? []),
    keys: [...loaded, ...pages].flatMap(({ key, record }) => [
      entryPath('checks', key),
      ...('brief' in record ? [entryPath('briefs', record.brief)] : []),
    ]),
    diagnostics: sortDiagnostics([
      ...problems,
      ...standing.others,
      ...components.problems,
      ...samples,
      ...findPrivateAddress(root, publication),
      ...strays,
      ...ofDrafts(
        [
          ...diagnostics,
          ...locateInSettings(root, publication, together),
          ...slugDuplicates(draftsLast(files, drafts)),
        ],
        drafts,
      ),
      ...addressClashes({ publication, briefs: facts, now, own: ownOnes }),
      ...redirectClashes(redirects, publication, facts),
    ]),
    counts: { files: files.length, compiled, ...countHidden(loaded, now) },
  };
}

/** Reads and compiles some of the briefs and standing pages, without the rules that need all of them. */
export async function loadShare(
  options: LoadOptions,
  files: readonly string[],
): Promise<Pick<Snapshot, 'briefs' | 'images' | 'diagnostics'> & { readonly compiled: number }> {
  reportProgress({ phase: 'load', begins: true });
  const { names } = await findComponents(options.root);
  const { loaded, pages, compiled, diagnostics } = await compileAll(options, names, files);
  const { briefs, images } = selectShown(loaded, pages, options);
  return {
    briefs,
    images,
    compiled,
    diagnostics: sortDiagnostics(ofDrafts(diagnostics, draftsOf(loaded))),
  };
}

/** Marks the diagnostics of drafts. */
function ofDrafts(diagnostics: readonly Diagnostic[], drafts: ReadonlySet<string>): Diagnostic[] {
  return diagnostics.map((diagnostic) =>
    drafts.has(diagnostic.file) ? { ...diagnostic, isOfDraft: true } : diagnostic,
  );
}

function draftsOf(loaded: readonly Loaded[]): Set<string> {
  return new Set(loaded.flatMap(({ record: { facts } }) => (facts.status === 'draft' ? [facts.file] : [])));
}

/** Of two files with the same slug, the second is the error. */
function draftsLast<Item extends { readonly file: string }>(
  items: readonly Item[],
  drafts: ReadonlySet<string>,
): Item[] {
  return items.toSorted((one, other) => Number(drafts.has(one.file)) - Number(drafts.has(other.file)));
}

/** A compiled file, with the key of its check. */
interface Loaded<Record extends CompileRecord = BriefRecord> {
  readonly key: string;
  readonly record: Record;
}

/** The results for some files. */
interface LoadedFiles {
  readonly loaded: readonly Loaded[];
  readonly pages: readonly Loaded<PageRecord>[];
  /** Briefs that were not in the cache. */
  readonly compiled: number;
  readonly diagnostics: Diagnostic[];
}

async function compileAll(
  { root, publication }: LoadOptions,
  components: readonly string[],
  files: readonly string[],
): Promise<LoadedFiles> {
  const cache = openCache(root);
  const code = digestOfMaker(root, 'checks');
  loadedCode ??= code;
  const compiler = compilerDigest(code, publication);
  const compilerOfMdx = digestOf(compiler, ...components);
  const digests = openFileDigests(root);
  const states = openImageStates(root, digests);
  const results = files.map((file) =>
    lookUp({ cache, root, compiler: file.endsWith('.mdx') ? compilerOfMdx : compiler, states }, file),
  );
  digests.save();
  const tasks = results.flatMap((result) => ('task' in result ? [result.task] : []));
  const makers = {
    briefs: compilerDigest(digestOfMaker(root, 'briefs'), publication),
    facts: digestOfMaker(root, 'facts'),
  };
  const settings = { root, publication, components, makers };
  const isFew = tasks.length <= batchSize && code === loadedCode;
  const records = await (isFew ? compileHere(tasks, settings) : compileInThreads(tasks, settings));
  const found = results.flatMap((result): Loaded<CompileRecord>[] => {
    if ('problem' in result || 'gone' in result) return [];
    if ('record' in result) return [result];
    const record = records.get(result.task.key)?.record;
    return record ? [{ key: result.task.key, record }] : [];
  });
  const pages = found.filter(isPage);
  const briefs = found.filter((each): each is Loaded => !isPage(each));
  const { draft = [], other = [] } = Object.groupBy(briefs, ({ record }) => record.facts.status === 'draft' ? 'draft' : 'other'); // prettier-ignore
  // No draft takes an address from a brief that readers see.
  const loaded = [...other, ...draft];
  const unreadable = results.flatMap((result) => ('problem' in result ? [result.problem] : []));
  const diagnostics = [...unreadable, ...found.flatMap(({ record }) => record.diagnostics)];
  const compiled = [...records.values()].filter(({ isNew }) => isNew).length;
  return { loaded, pages, compiled, diagnostics };
}

function isPage(loaded: Loaded<CompileRecord>): loaded is Loaded<PageRecord> {
  return isStanding(loaded.record.facts.file);
}

/** Digest of the code and settings that every compilation depends on. */
function compilerDigest(code: string, publication: Publication): string {
  const { address, lang, timeZone, ai, authors, headings, limits } = publication;
  const settings = JSON.stringify({ address, lang, timeZone, ai, authors, headings, limits });
  return digestOf(settings, code);
}

/** Digest of the code in this process. A dev server continues with it when a file changes; a new thread loads the new code. */
let loadedCode: string | undefined;

type LookUp = { gone: true } | { problem: Diagnostic } | { task: CompileTask } | Loaded<CompileRecord>;

function lookUp(
  {
    cache,
    root,
    compiler,
    states,
  }: {
    readonly cache: Cache;
    readonly root: string;
    readonly compiler: string;
    readonly states: ImageStates;
  },
  file: string,
): LookUp {
  const read = readBrief(root, file);
  if ('problem' in read || 'gone' in read) return read;
  const key = digestOf(compiler, file, read.text);
  const record = readRecord(cache, key, states);
  return record ? { key, record } : { task: { file, text: read.text, key } };
}

/** A few briefs are compiled faster than a thread starts. */
async function compileHere(
  tasks: readonly CompileTask[],
  settings: CompileSettings,
): Promise<Map<string, Compiling>> {
  if (tasks.length === 0) return new Map();
  reportProgress({ phase: 'compile', begins: true, done: 0, total: tasks.length });
  const { compileBatch } = await import('./compile-batch.ts');
  const made = await compileBatch(tasks, settings);
  reportProgress({ phase: 'compile', done: made.length, total: tasks.length });
  return new Map(made.map((each, at) => [tasks[at]?.key ?? '', each]));
}

async function compileInThreads(
  tasks: readonly CompileTask[],
  settings: CompileSettings,
): Promise<Map<string, Compiling>> {
  const records = new Map<string, Compiling>();
  const { default: Tinypool } = await import('tinypool');
  const threads = threadsFor(tasks.length, availableParallelism());
  const pool = new Tinypool({
    // By path from the project root, because in a build this module is bundled to another place.
    filename: pathToFileURL(join(settings.root, 'src/build/compile-thread.ts')).href,
    workerData: settings,
    minThreads: threads,
    maxThreads: threads,
  });
  reportProgress({ phase: 'compile', begins: true, done: 0, total: tasks.length });
  try {
    const batches = chunk(tasks, batchSize);
    await Promise.all(
      batches.map(async (batch) => {
        const made = (await pool.run(batch)) as Compiling[];
        batch.forEach(({ key }, at) => {
          const record = made[at];
          if (record) records.set(key, record);
        });
        reportProgress({ phase: 'compile', done: records.size, total: tasks.length });
      }),
    );
  } finally {
    await pool.destroy();
  }
  return records;
}

const batchSize = 16;

/**
 * A thread takes a quarter of a second to start, so there is at most one for each batch. While it compiles its first thousand
 * briefs, V8 optimizes its code on a second core: on two cores, a second thread would use half as much CPU again and save no time.
 */
export function threadsFor(tasks: number, cores: number): number {
  const most = cores <= 2 && tasks <= 1000 ? 1 : cores;
  return Math.min(most, Math.ceil(tasks / batchSize));
}

function selectShown(
  loaded: readonly Loaded[],
  pages: readonly Loaded<PageRecord>[],
  { now, audience }: LoadOptions,
): Pick<Snapshot, 'briefs' | 'notices' | 'images'> {
  const briefs: SnapshotBrief[] = [];
  const notices: Notice[] = [];
  const images = new Map<string, ImageJob>();
  const slugs = new Set<string>();
  for (const { record } of loaded) {
    const { listing, brief: key } = record;
    // One address shows one brief; the second was reported.
    if (!listing || key === undefined || slugs.has(listing.slug)) continue;
    slugs.add(listing.slug);
    const visibility = visibilityOf(listing, now);
    if (visibility === 'withdrawn') {
      const { slug, lang, withdrawn } = listing;
      if (withdrawn) notices.push({ slug, lang, ...withdrawn });
    } else if (visibility === 'public' || audience === 'editors') {
      briefs.push({ listing, visibility, outOfDate: isOutOfDate(listing, now), key });
      for (const job of record.jobs) images.set(job.file, job);
    }
  }
  for (const { record } of pages) for (const job of record.page ? record.jobs : []) images.set(job.file, job);
  briefs.sort(
    (a, b) => compareMoments(b.listing.date, a.listing.date) || (a.listing.slug < b.listing.slug ? -1 : 1),
  );
  return { briefs, notices, images: [...images.values()] };
}

function countHidden(loaded: readonly Loaded[], now: Moment) {
  let drafts = 0;
  const embargoes: Moment[] = [];
  for (const { record } of loaded) {
    if (record.facts.status === 'draft') drafts += 1;
    else if (record.listing && visibilityOf(record.listing, now) === 'embargoed')
      embargoes.push(record.listing.date);
  }
  const [nextEmbargo] = embargoes.sort(compareMoments);
  return { drafts, embargoed: embargoes.length, ...(nextEmbargo === undefined ? {} : { nextEmbargo }) };
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  const batches: Item[][] = [];
  for (let at = 0; at < items.length; at += size) batches.push(items.slice(at, at + size));
  return batches;
}
