import { mkdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Tinypool from 'tinypool';
import writeFileAtomic from 'write-file-atomic';
import { cacheFolder, digestOf } from './cache.ts';
import { codeDigest } from './code-digest.ts';

/** Kinds of file that worker threads make: the folder they stand in, the worker, and the code that it is made of. */
const crafts = {
  cards: { worker: 'src/cards/worker.ts', rooms: ['src/cards', 'src/fonts'] },
  pictures: { worker: 'src/press/picture-worker.ts', rooms: ['src/press'] },
} as const;

export type Craft = keyof typeof crafts;

/** A file to be there when the build ends. */
export interface Job {
  /** Its name holds a hash of all that it is made from. */
  readonly file: string;
  /** What its worker needs, beside the path to write to. */
  readonly input: object;
}

/** What is known of a file that was made. */
export interface Receipt {
  readonly bytes: number;
  readonly sha256: string;
  /** Digest of the code that made it. */
  readonly recipe: string;
}

/** Makes files in worker threads, each once: one that is whole in the cache is not made again. */
export interface Workshop {
  /** How many of the jobs had to be made. */
  readonly make: (jobs: readonly Job[]) => Promise<number>;
  readonly close: () => Promise<void>;
}

export async function openWorkshop(root: string, craft: Craft): Promise<Workshop> {
  const { worker, rooms } = crafts[craft];
  const recipe = await codeDigest(root, rooms);
  await mkdir(join(root, cacheFolder, craft), { recursive: true });
  const filename = pathToFileURL(join(root, worker)).href;
  let pool: Tinypool | undefined;
  const makeOne = async ({ file, input }: Job): Promise<number> => {
    const path = madePath(root, craft, file);
    if (await isWhole(path, recipe)) return 0;
    pool ??= new Tinypool({
      filename,
      minThreads: 1,
      maxThreads: availableParallelism(),
      idleTimeout: 60_000,
    });
    const made = (await pool.run({ ...input, root, path })) as Omit<Receipt, 'recipe'>;
    await writeFileAtomic(receiptPath(path), JSON.stringify({ ...made, recipe }), { fsync: false });
    return 1;
  };
  return {
    make: async (jobs) => {
      const results = await Promise.allSettled(jobs.map(makeOne));
      const failures = results.flatMap((result): unknown[] =>
        result.status === 'rejected' ? [result.reason] : [],
      );
      if (failures.length > 0) throw failureOf(failures);
      return results.reduce((sum, result) => sum + (result.status === 'fulfilled' ? result.value : 0), 0);
    },
    close: async () => pool?.destroy(),
  };
}

/** Every failure at once. What went wrong in which brief is said; where in our code helps no writer. */
function failureOf(reasons: readonly unknown[]): Error {
  const messages = reasons.map((reason) => (reason instanceof Error ? reason.message : String(reason)));
  const error = new Error([...new Set(messages)].join('\n'));
  error.stack = '';
  return error;
}

/** Where the cache keeps a file that was made. */
export function madePath(root: string, craft: Craft, file: string): string {
  return join(root, cacheFolder, craft, file);
}

/** What is known of a file in the cache; undefined if it was never made whole. */
export async function readReceipt(root: string, craft: Craft, file: string): Promise<Receipt | undefined> {
  return readReceiptAt(madePath(root, craft, file));
}

async function readReceiptAt(path: string): Promise<Receipt | undefined> {
  const text = await readFile(receiptPath(path), 'utf8').catch(() => undefined);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Receipt);
  } catch {
    return undefined;
  }
}

function receiptPath(path: string): string {
  return `${path}.json`;
}

/** The receipt is written after the file, so one that is cut short or has a flipped bit is found out here. */
async function isWhole(path: string, recipe: string): Promise<boolean> {
  const receipt = await readReceiptAt(path);
  if (receipt?.recipe !== recipe) return false;
  const bytes = await readFile(path).catch(() => undefined);
  return bytes?.length === receipt.bytes && digestOf(bytes) === receipt.sha256;
}
