import { mkdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Tinypool from 'tinypool';
import writeFileAtomic from 'write-file-atomic';
import { cacheFolder, digestOf } from './cache.ts';
import { codeDigest } from './code-digest.ts';

/** A card to be there when the build ends: its file, and all that its worker needs to draw it. */
export interface CardJob {
  /** Name of the file; it holds a hash of what the card is made from. */
  readonly file: string;
  readonly sheet: object;
}

/** What is known of a drawn card. */
export interface CardReceipt {
  readonly bytes: number;
  readonly sha256: string;
  /** Digest of the code and fonts that drew it. */
  readonly recipe: string;
}

/** Draws cards in worker threads, each once: one that is whole in the cache is not drawn again. */
export interface Drawing {
  /** How many of the jobs had to be drawn. */
  readonly draw: (jobs: readonly CardJob[]) => Promise<number>;
  readonly close: () => Promise<void>;
}

export async function openDrawing(root: string): Promise<Drawing> {
  const recipe = await codeDigest(root, ['src/cards', 'src/fonts']);
  await mkdir(join(root, cacheFolder, 'cards'), { recursive: true });
  const filename = pathToFileURL(join(root, 'src/cards/worker.ts')).href;
  let pool: Tinypool | undefined;
  const drawOne = async ({ file, sheet }: CardJob): Promise<number> => {
    if (await isWhole(root, file, recipe)) return 0;
    pool ??= new Tinypool({
      filename,
      minThreads: 1,
      maxThreads: availableParallelism(),
      idleTimeout: 60_000,
    });
    const path = cardPath(root, file);
    const drawn = (await pool.run({ sheet, path })) as Omit<CardReceipt, 'recipe'>;
    await writeFileAtomic(receiptPath(root, file), JSON.stringify({ ...drawn, recipe }), { fsync: false });
    return 1;
  };
  return {
    draw: async (jobs) => {
      const drawn = await Promise.all(jobs.map(drawOne));
      return drawn.reduce((sum, count) => sum + count, 0);
    },
    close: async () => pool?.destroy(),
  };
}

/** Where the cache keeps a drawn card. */
export function cardPath(root: string, file: string): string {
  return join(root, cacheFolder, 'cards', file);
}

/** What is known of a card in the cache; undefined if it was never drawn whole. */
export async function readReceipt(root: string, file: string): Promise<CardReceipt | undefined> {
  const text = await readFile(receiptPath(root, file), 'utf8').catch(() => undefined);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as CardReceipt);
  } catch {
    return undefined;
  }
}

function receiptPath(root: string, file: string): string {
  return `${cardPath(root, file)}.json`;
}

/** The receipt is written after the card, so a card that is cut short or has a flipped bit is found out here. */
async function isWhole(root: string, file: string, recipe: string): Promise<boolean> {
  const receipt = await readReceipt(root, file);
  if (receipt?.recipe !== recipe) return false;
  const bytes = await readFile(cardPath(root, file)).catch(() => undefined);
  return bytes !== undefined && digestOf(bytes) === receipt.sha256;
}
