import { readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Tinypool from 'tinypool';
import writeFileAtomic from 'write-file-atomic';
import { cacheFolder } from '../store/cache.ts';
import { digestOfMaker } from './makers.ts';
import type { Output } from '../store/output.ts';
import { tell } from './progress.ts';
import { errorOfReport } from '../check/report.ts';
import { isIntact, type Trace } from '../store/fingerprint.ts';

/** Kinds of file that worker threads make, by the folder they stand in: the worker reaches all the code that makes them. */
export const crafts = {
  cards: { worker: 'src/cards/worker.ts' },
  pictures: { worker: 'src/build/image-worker.ts' },
} as const;

export type Craft = keyof typeof crafts;

/** A file to be there when the build ends. */
export interface Job {
  /** Its name holds a hash of all that it is made from. */
  readonly file: string;
  /** What its worker needs, beside the path to write to. */
  readonly input: object;
  /** The brief that it is made for, by file: its writer can fix what keeps it from being made. */
  readonly about?: string;
  /** What has to be there before it. */
  readonly parts?: readonly Job[];
}

/** What is known of a file that was made. */
export interface Receipt extends Trace {
  /** Digest of the code that made it. */
  readonly recipe: string;
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

export interface Outcome {
  /** How many of the jobs had to be made. */
  readonly made: number;
  readonly refusals: readonly Refusal[];
  /** What there is now, by name. */
  readonly traces: ReadonlyMap<string, Trace>;
}

/** Makes files in worker threads, each once: one that is whole in the cache is not made again. */
export interface Workshop {
  /** Makes what is not there yet; all that can be made is, whatever else is refused. */
  readonly make: (jobs: readonly Job[]) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

export async function openWorkshop(root: string, craft: Craft): Promise<Workshop> {
  const { worker } = crafts[craft];
  const recipe = digestOfMaker(root, craft);
  await mkdir(join(root, cacheFolder, craft), { recursive: true });
  const filename = pathToFileURL(join(root, worker)).href;
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
    const path = madePath(root, craft, file);
    // The receipt is written after the file, so one that is cut short or has a flipped bit is found out here.
    const known = readReceiptAt(path);
    if (known?.recipe === recipe && isIntact(path, known)) {
      const { mtimeMs } = statSync(path);
      if (mtimeMs === known.mtimeMs) return outcomeOf(0, [], file, known);
      // The cache was copied: next time a look at the time is enough again.
      const copied: Receipt = { ...known, mtimeMs };
      writeReceipt(path, copied);
      return outcomeOf(0, [], file, copied);
    }
    pool ??= new Tinypool({
      filename,
      minThreads: 1,
      maxThreads: availableParallelism(),
      idleTimeout: 60_000,
      // Left alone, V8 lets garbage pile up to 300 MB a thread; a card needs 40.
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 48 },
    });
    const made = (await pool.run({ ...input, root, path })) as Made;
    if (made.problems) {
      const refusals = made.problems.map((problem): Refusal => ({ job, problem }));
      return outcomeOf(0, refusals);
    }
    const receipt: Receipt = { ...made, mtimeMs: statSync(path).mtimeMs, recipe };
    writeReceipt(path, receipt);
    return outcomeOf(1, [], file, receipt);
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
        traces: new Map(outcomes.flatMap(({ traces }) => [...traces])),
      };
    },
    close: async () => pool?.destroy(),
  };
}

function outcomeOf(made: number, refusals: readonly Refusal[], file?: string, trace?: Trace): Outcome {
  return { made, refusals, traces: new Map(file !== undefined && trace ? [[file, trace]] : []) };
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
export function layMade(root: string, craft: Craft, { traces }: Outcome, output: Output): void {
  for (const [file, trace] of traces) {
    if (output.lay(`${craft}/${file}`, madePath(root, craft, file), trace)) continue;
    throw new Error(`${craft}/${file} was damaged while the site was built; build again to make it anew.`);
  }
}

/** Where the cache keeps a file that was made. */
export function madePath(root: string, craft: Craft, file: string): string {
  return join(root, cacheFolder, craft, file);
}

/** What is known of a file in the cache; undefined if it was never made whole. */
export function readReceipt(root: string, craft: Craft, file: string): Receipt | undefined {
  return readReceiptAt(madePath(root, craft, file));
}

function readReceiptAt(path: string): Receipt | undefined {
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
