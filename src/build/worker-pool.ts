import { readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Tinypool from 'tinypool';
import writeFileAtomic from 'write-file-atomic';
import { cacheFolder } from '../store/cache.ts';
import { digestOfMaker } from './makers.ts';
import type { Output } from '../store/output.ts';
import { tell } from './progress.ts';
import { errorOfReport } from '../check/report.ts';
import { isIntact, type Trace } from '../store/fingerprint.ts';

/** Kinds of file that worker threads make, by the folder they stand in, and the workers. */
const workers = { cards: 'src/cards/worker.ts', pictures: 'src/build/image-worker.ts' } as const;

export type Craft = keyof typeof workers;

/** A file to be there when the build ends. */
export interface Job {
  /** Its name holds a hash of all that it is made from. */
  readonly file: string;
  /** What its worker needs, beside the path to write to. */
  readonly input: object;
  /** Kind of what its worker makes, if there are several. */
  readonly variant?: string;
  /** The brief that it is made for, by file: its writer can fix what keeps it from being made. */
  readonly about?: string;
  /** What has to be there before it. */
  readonly parts?: readonly Job[];
}

/** What is known of a file that was made. */
export interface Receipt extends Trace {
  /** What else the worker says of it. */
  readonly [more: string]: unknown;
}

/** What keeps a file from being made, as its worker says. */
export interface Refusal<Problem = unknown> {
  readonly job: Job;
  readonly problem: Problem;
}

/** What a worker says: what it knows of the file that it made, or why it made none. */
type Made = Pick<Receipt, 'bytes' | 'sha256'> & { readonly problems?: readonly unknown[] };

/** A file in the cache. */
export interface MadeFile extends Receipt {
  readonly path: string;
}

export interface Outcome {
  /** How many of the jobs had to be made. */
  readonly made: number;
  readonly refusals: readonly Refusal[];
  /** What there is now, by name. */
  readonly files: ReadonlyMap<string, MadeFile>;
}

/** Makes files in worker threads, each once: one that is whole in the cache is not made again. */
export interface Workshop {
  /** Makes what is not there yet; all that can be made is, whatever else is refused. */
  readonly make: (jobs: readonly Job[]) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

export async function openWorkshop(root: string, craft: Craft): Promise<Workshop> {
  const pathOf = openMadePaths(root, craft);
  await mkdir(join(root, cacheFolder, craft), { recursive: true });
  const filename = pathToFileURL(join(root, workers[craft])).href;
  let pool: Tinypool | undefined;
  const underWay = new Map<string, Promise<Outcome>>();
  const makeOnce = (job: Job): Promise<Outcome> => {
    const known = underWay.get(job.file);
    if (known) return known;
    const making = makeOne(job).finally(() => underWay.delete(job.file));
    underWay.set(job.file, making);
    return making;
  };
  const makeOne = async (job: Job): Promise<Outcome> => {
    const { file, input, parts = [] } = job;
    const before = await Promise.all(parts.map(makeOnce));
    // What keeps a part from being made is told with that part.
    if (before.some(({ refusals }) => refusals.length > 0)) return outcomeOf(0, []);
    const path = pathOf(job);
    // The receipt is written after the file, so one that is cut short or has a flipped bit is found out here.
    const known = readReceiptAt(path);
    if (known && isIntact(path, known)) {
      const { mtimeMs } = statSync(path);
      if (mtimeMs === known.mtimeMs) return outcomeOf(0, [], file, { ...known, path });
      // The cache was copied: next time a look at the time is enough again.
      const copied: Receipt = { ...known, mtimeMs };
      writeReceipt(path, copied);
      return outcomeOf(0, [], file, { ...copied, path });
    }
    await mkdir(dirname(path), { recursive: true });
    pool ??= new Tinypool({
      filename,
      minThreads: 1,
      maxThreads: availableParallelism(),
      idleTimeout: 60_000,
      // Left alone, V8 lets garbage pile up to 300 MB a thread; a card needs 40.
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 48 },
    });
    const made = (await pool.run({ ...input, parts: parts.map(pathOf), root, path })) as Made;
    if (made.problems) {
      const refusals = made.problems.map((problem): Refusal => ({ job, problem }));
      return outcomeOf(0, refusals);
    }
    const receipt: Receipt = { ...made, mtimeMs: statSync(path).mtimeMs };
    writeReceipt(path, receipt);
    return outcomeOf(1, [], file, { ...receipt, path });
  };
  return {
    make: async (jobs) => {
      let done = 0;
      const results = await Promise.allSettled(
        jobs.map(async (job) => {
          const outcome = await makeOnce(job);
          done += 1;
          tell({ phase: craft, done, total: jobs.length });
          return outcome;
        }),
      );
      const failures = results.flatMap((result, at): string[] =>
        result.status === 'rejected' ? [messageOf(result.reason, jobs[at])] : [],
      );
      if (failures.length > 0) throw failureOf(failures);
      const outcomes = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      return {
        made: outcomes.reduce((sum, { made }) => sum + made, 0),
        refusals: outcomes.flatMap(({ refusals }) => refusals),
        files: new Map(outcomes.flatMap(({ files }) => [...files])),
      };
    },
    close: async () => pool?.destroy(),
  };
}

function outcomeOf(made: number, refusals: readonly Refusal[], file?: string, found?: MadeFile): Outcome {
  return { made, refusals, files: new Map(file !== undefined && found ? [[file, found]] : []) };
}

/** Every failure at once. */
function failureOf(messages: readonly string[]): Error {
  return errorOfReport([...new Set(messages)].join('\n'));
}

function messageOf(reason: unknown, job: Job | undefined): string {
  const message = reason instanceof Error ? reason.message : String(reason);
  return job?.about === undefined ? message : `${job.about}: ${message}`;
}

/** Lays what was made from the cache into the output. */
export function layMade(craft: Craft, { files }: Outcome, output: Output): void {
  for (const [file, { path, ...trace }] of files) {
    if (output.lay(`${craft}/${file}`, path, trace)) continue;
    throw new Error(`${craft}/${file} was damaged while the site was built; build again to make it anew.`);
  }
}

/** Where the cache keeps what is made of jobs: apart by the code that makes it, so that who undoes a change finds the earlier files. */
export function openMadePaths(root: string, craft: Craft): (job: Pick<Job, 'file' | 'variant'>) => string {
  const folders = new Map<string | undefined, string>();
  return ({ file, variant }) => {
    const folder = folders.get(variant) ?? digestOfMaker(root, craft, variant).slice(0, 16);
    folders.set(variant, folder);
    return join(root, cacheFolder, craft, folder, file);
  };
}

/** What is known of a file in the cache; undefined if it was never made whole. */
export function readReceiptAt(path: string): Receipt | undefined {
  try {
    return JSON.parse(readFileSync(receiptPath(path), 'utf8')) as Receipt;
  } catch {
    return undefined;
  }
}

function writeReceipt(path: string, receipt: Receipt): void {
  writeFileAtomic.sync(receiptPath(path), JSON.stringify(receipt), { fsync: false });
}

function receiptPath(path: string): string {
  return `${path}.json`;
}
