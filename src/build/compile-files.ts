import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isStanding } from '../brief/briefs-folder.ts';
import type { Publication } from '../brief/publication.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { digestOf, openCache, type Cache } from '../store/cache.ts';
import { home } from '../store/home.ts';
import { openFileDigests } from '../store/file-memory.ts';
import { openBriefMemory, stateOfFile, type BriefMemory, type CheckedFile } from './brief-memory.ts';
import type { CompileSettings, CompileTask, Compiling } from './compile-batch.ts';
import { hasImages, openImageStates, readRecord, type BriefRecord, type CompileRecord, type PageRecord, type ImageStates } from './compiled-brief.ts'; // prettier-ignore
import { readBrief } from './find-briefs.ts';
import { digestOfMaker } from './makers.ts';
import { reportProgress } from './progress.ts';

/** A compiled file, with the key of its check. */
export interface Loaded<Record extends CompileRecord = BriefRecord> {
  readonly key: string;
  readonly record: Record;
}

/** Texts by file; undefined for a file that is left out. */
export type ReplacedTexts = ReadonlyMap<string, string | undefined>;

/** The results for some files. */
export interface LoadedFiles {
  readonly loaded: readonly Loaded[];
  readonly pages: readonly Loaded<PageRecord>[];
  /** Briefs that were not in the cache. */
  readonly compiled: number;
  readonly diagnostics: Diagnostic[];
}

/** Compiles briefs and standing pages, except those whose results are known. */
export async function compileFiles(
  {
    root,
    publication,
    replaced,
  }: {
    readonly root: string;
    readonly publication: Publication;
    readonly replaced?: ReplacedTexts | undefined;
  },
  components: readonly string[],
  files: readonly string[],
): Promise<LoadedFiles> {
  const cache = openCache(root);
  const code = digestOfMaker(root, 'checks');
  loadedCode ??= code;
  const compilerOf = compilersOf(code, publication, components);
  const memory = openBriefMemory(root);
  const digests = openFileDigests(root);
  const states = openImageStates(root, digests);
  const results = files.map((file) =>
    lookUp({ cache, root, compiler: compilerOf(file), states, memory, replaced }, file),
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
    const checked = 'record' in result ? result : checkedIn(records, result);
    if (!checked) return [];
    const { file } = checked.record.facts;
    if (result.state !== undefined) memory.note(file, result.state, compilerOf(file), checked);
    return [checked];
  });
  memory.close();
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

/** Digest of everything that the check of a file depends on except its name and its text. */
function compilersOf(
  code: string,
  publication: Publication,
  components: readonly string[],
): (file: string) => string {
  const compiler = compilerDigest(code, publication);
  const compilerOfMdx = digestOf(compiler, ...components);
  return (file) => (file.endsWith('.mdx') ? compilerOfMdx : compiler);
}

/** The keys of the checks of files. */
export function openCheckKeys(
  root: string,
  publication: Publication,
  components: readonly string[],
): (file: string, text: string) => string {
  const compilerOf = compilersOf(digestOfMaker(root, 'checks'), publication, components);
  return (file, text) => digestOf(compilerOf(file), file, text);
}

/** Digest of the code and settings that every compilation depends on. */
function compilerDigest(code: string, publication: Publication): string {
  const { address, lang, timeZone, ai, authors, headings, limits } = publication;
  const settings = JSON.stringify({ address, lang, timeZone, ai, authors, headings, limits });
  return digestOf(settings, code);
}

/** Digest of the code in this process. A dev server continues with it when a file changes; a new thread loads the new code. */
let loadedCode: string | undefined;

/** `state` is set if the result should be noted. */
type LookUp =
  | { gone: true }
  | { problem: Diagnostic }
  | { task: CompileTask; state: string | undefined }
  | (CheckedFile & { state?: string | undefined });

function lookUp(
  {
    cache,
    root,
    compiler,
    states,
    memory,
    replaced,
  }: {
    readonly cache: Cache;
    readonly root: string;
    readonly compiler: string;
    readonly states: ImageStates;
    readonly memory: BriefMemory;
    readonly replaced: ReplacedTexts | undefined;
  },
  file: string,
): LookUp {
  const text = replaced?.get(file);
  // Before the text is read, so that a later change is noticed.
  const state = text === undefined ? stateOfFile(root, file) : undefined;
  const known = state === undefined ? undefined : memory.find(file, state, compiler);
  if (known && hasImages(known.record, states)) return known;
  const read = text === undefined ? readBrief(root, file) : { text };
  if ('problem' in read || 'gone' in read) return read;
  const key = digestOf(compiler, file, read.text);
  const record = readRecord(cache, key, states);
  return record ? { key, record, state } : { task: { file, text: read.text, key }, state };
}

function checkedIn(
  records: ReadonlyMap<string, Compiling>,
  { task: { key } }: { readonly task: CompileTask },
): CheckedFile | undefined {
  const record = records.get(key)?.record;
  return record && { key, record };
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
    filename: pathToFileURL(join(home, 'src/build/compile-thread.ts')).href,
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

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  const batches: Item[][] = [];
  for (let at = 0; at < items.length; at += size) batches.push(items.slice(at, at + size));
  return batches;
}
