import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type Tinypool from 'tinypool';
import { cachePath, digestOf, entryPath, filePath, openCache } from '../store/cache.ts';
import { digestOfMaker, workers } from './makers.ts';
import { home } from '../store/home.ts';
import type { Output } from '../store/output.ts';
import { reportProgress } from './progress.ts';
import { errorOfReport } from '../check/report.ts';
import type { FileRecord } from '../store/file-record.ts';

/** Kinds of artifact that worker threads make, by their folders in the output. */
export type JobKind = keyof typeof workers;

/** A file to make. */
export interface Job {
  /** Its name has a hash of its inputs. */
  readonly file: string;
  /** What its worker needs; read only if the file has to be made. */
  readonly input: object;
  /** Which variant of the maker makes it, if there are several. */
  readonly variant?: string;
  /** The file of the brief it is made for: its writer can fix problems. */
  readonly about?: string;
  /** Jobs whose files it needs. */
  readonly parts?: readonly Job[];
}

/** Why a file, or a part of it, could not be made. */
export interface JobProblem<Problem = unknown> {
  readonly job: Job;
  readonly problem: Problem;
  /** Whether the file was made all the same, without what has the problem. */
  readonly isMade?: boolean;
}

/** What a worker answers: the size and digest of the file that it wrote and what else it knows of it, or why it wrote none. */
type Answer =
  | { readonly problems: readonly unknown[]; readonly sha256?: never }
  | {
      readonly problems?: readonly unknown[];
      readonly bytes: number;
      readonly sha256: string;
      readonly [more: string]: unknown;
    };

/** A file in the cache, with what its worker knows of it. */
export interface MadeFile extends FileRecord {
  readonly path: string;
  /** Path of its entry below the cache's folder. */
  readonly entry: string;
  /** What keeps parts of it from being made. */
  readonly problems?: readonly unknown[];
  readonly [more: string]: unknown;
}

export interface Outcome {
  /** How many files were not in the cache. */
  readonly made: number;
  readonly problems: readonly JobProblem[];
  /** All files by name. */
  readonly files: ReadonlyMap<string, MadeFile>;
}

/** Makes files in worker threads, unless they are in the cache. */
export interface WorkerPool {
  /** Makes all files that it can, even if some have problems. */
  readonly run: (jobs: readonly Job[]) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

/** Opens a pool for at most `count` jobs. */
export function openWorkerPool(root: string, kind: JobKind, count = Infinity): WorkerPool {
  const cache = openCache(root);
  const keyOf = openJobKeys(root, kind);
  let pool: Promise<Tinypool> | undefined;
  const running = new Map<string, Promise<Outcome>>();
  const runJob = (job: Job): Promise<Outcome> => {
    const known = running.get(job.file);
    if (known) return known;
    const result = makeFile(job).finally(() => running.delete(job.file));
    running.set(job.file, result);
    return result;
  };
  const found = (job: Job): MadeFile | undefined => {
    const key = keyOf(job);
    const entry = cache.read<object>(kind, key);
    const file = entry?.files[job.file];
    return file && { ...entry.value, ...file, path: cache.pathOf(file), entry: entryPath(kind, key) };
  };
  const makeFile = async (job: Job): Promise<Outcome> => {
    const { file, parts = [] } = job;
    const before = await Promise.all(parts.map(runJob));
    // The problems of a part are reported with that part.
    if (before.some(({ files }) => files.size === 0)) return outcomeOf(job, 0);
    const known = found(job);
    if (known) return outcomeOf(job, 0, known);
    pool ??= openThreads(kind, count);
    // In `dev` two pools may draw the same card at the same time.
    const path = join(cachePath(root, 'drafts'), `${randomUUID()}-${file}`);
    mkdirSync(dirname(path), { recursive: true });
    const paths = before.flatMap(({ files }) => Array.from(files.values(), (part) => part.path));
    const answer = (await (await pool).run({ ...job.input, parts: paths, root, path })) as Answer;
    if (answer.sha256 === undefined) return outcomeOf(job, 0, undefined, answer.problems);
    const { bytes, sha256, ...value } = answer;
    cache.write(kind, keyOf(job), { value, files: { [file]: cache.put(path, 'move', sha256) } });
    return outcomeOf(job, 1, found(job));
  };
  return {
    run: async (jobs) => {
      let done = 0;
      const results = await Promise.allSettled(
        jobs.map(async (job) => {
          const outcome = await runJob(job);
          done += 1;
          reportProgress({ phase: kind, done, total: jobs.length });
          return outcome;
        }),
      );
      const failures = results.flatMap((result, at): string[] =>
        result.status === 'rejected' ? [messageOf(result.reason, jobs[at])] : [],
      );
      // All failures at once.
      if (failures.length > 0) throw errorOfReport([...new Set(failures)].join('\n'));
      return joinOutcomes(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
    },
    close: async () => (await pool)?.destroy(),
  };
}

async function openThreads(kind: JobKind, count: number): Promise<Tinypool> {
  const { default: Tinypool } = await import('tinypool');
  return new Tinypool({
    filename: pathToFileURL(join(home, workers[kind])).href,
    minThreads: 1,
    maxThreads: Math.min(availableParallelism(), Math.ceil(count / jobsOfThread)),
    idleTimeout: 60_000,
    // By default V8 lets garbage grow to 300 MB a thread; a card needs 40.
    resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 48 },
  });
}

/** A thread takes as long to start as it takes for this many cards. */
const jobsOfThread = 24;

export function joinOutcomes(outcomes: readonly Outcome[]): Outcome {
  return {
    made: outcomes.reduce((sum, { made }) => sum + made, 0),
    problems: outcomes.flatMap(({ problems }) => problems),
    files: new Map(outcomes.flatMap(({ files }) => [...files])),
  };
}

function outcomeOf(job: Job, made: number, file?: MadeFile, problems = file?.problems ?? []): Outcome {
  return {
    made,
    problems: problems.map((problem) => ({ job, problem, isMade: file !== undefined })),
    files: new Map(file ? [[job.file, file]] : []),
  };
}

function messageOf(reason: unknown, job: Job | undefined): string {
  const message = reason instanceof Error ? reason.message : String(reason);
  return job?.about === undefined ? message : `${job.about}: ${message}`;
}

/** Links the files of an outcome into the output. */
export function linkFiles(kind: JobKind, { files }: Outcome, output: Output): void {
  for (const [file, made] of files) {
    if (output.link(`${kind}/${file}`, made.path, made)) continue;
    throw new Error(`${kind}/${file} was damaged during the build. Build again.`);
  }
}

/** The paths below the cache's folder of what an outcome uses. */
export function pathsOf({ files }: Outcome): string[] {
  return [...files.values()].flatMap((file) => [file.entry, filePath(file)]);
}

/** The bytes of a file that was made, by name. */
export function openJobSizes(
  root: string,
  kind: JobKind,
): (job: Pick<Job, 'file' | 'variant'>) => number | undefined {
  const cache = openCache(root);
  const keyOf = openJobKeys(root, kind);
  return (job) => cache.read(kind, keyOf(job))?.files[job.file]?.bytes;
}

/** The name of a file has a hash of its inputs; its key also has the code of its maker, so that undoing a change finds the earlier file. */
export function openJobKeys(root: string, kind: JobKind): (job: Pick<Job, 'file' | 'variant'>) => string {
  const makers = new Map<string | undefined, string>();
  return ({ file, variant }) => {
    const maker = makers.get(variant) ?? digestOfMaker(root, kind, variant);
    makers.set(variant, maker);
    return digestOf(maker, file);
  };
}
