import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Imported } from './import/import-document.ts';
import type { Unreadable } from './import/read-document.ts';
import type { ImportRequest } from './import-thread.ts';

/** Seconds of computing, and MB of the thread's heap; the largest brief that `check` accepts needs a good half of each. */
const most = { seconds: 3, megabytes: 256 };

/** The thread of the last import, as long as it is good. */
let current: { readonly thread: Promise<Thread>; readonly megabytes: number } | undefined;

/**
 * Imports a document in a thread of its own; one at a time. What a document holds is counted before it is read, but it can be
 * made so that a parser takes for ever all the same: then only the thread ends, and the next document has a new one.
 */
export async function importApart(
  request: ImportRequest,
  { seconds, megabytes } = most,
): Promise<Imported | Unreadable> {
  if (current?.megabytes !== megabytes) await endThread();
  current ??= { thread: startThread(megabytes), megabytes };
  const thread = await current.thread;
  const stop = new AbortController();
  thread.worker.ref();
  try {
    return await Promise.race([
      ask(thread, request, stop.signal),
      thread.failed,
      tooLong(thread, seconds, stop.signal),
    ]);
  } catch (error) {
    await endThread();
    return { problem: reasonOf(error, megabytes) };
  } finally {
    stop.abort();
    // A thread that has nothing to do keeps no command from ending.
    thread.worker.unref();
  }
}

async function endThread(): Promise<void> {
  const ended = current;
  current = undefined;
  await (await ended?.thread)?.worker.terminate();
}

interface Thread {
  readonly worker: Worker;
  /** Rejects with the error that ended the thread. */
  readonly failed: Promise<never>;
}

async function startThread(megabytes: number): Promise<Thread> {
  const worker = new Worker(new URL('./import-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
  });
  const failed = new Promise<never>((_resolve, reject) => worker.once('error', reject));
  // Whoever waits for it is told; nobody may be waiting any more.
  failed.catch(() => undefined);
  await once(worker, 'message');
  return { worker, failed };
}

async function ask(
  { worker }: Thread,
  request: ImportRequest,
  signal: AbortSignal,
): Promise<Imported | Unreadable> {
  worker.postMessage(request);
  const [imported] = (await once(worker, 'message', { signal })) as [Imported | Unreadable];
  return imported;
}

/** Rejects when the thread has computed for too long; the clock would count what other programs do. */
async function tooLong(thread: Thread, longest: number, signal: AbortSignal): Promise<never> {
  const start = await computed(thread);
  while (!signal.aborted && (await computed(thread)) - start <= longest) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(
    `reading it takes more than ${longest} seconds: it holds more elements, or more inside each other, than a brief can; divide it`,
  );
}

/** Seconds. A thread that has just ended says why by itself. */
async function computed({ worker, failed }: Thread): Promise<number> {
  const { user, system } = await worker.cpuUsage().catch(() => failed);
  return (user + system) / 1e6;
}

function reasonOf(error: unknown, megabytes: number): string {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return `reading it takes more than ${megabytes} MB of memory; divide it`;
  return error instanceof Error ? error.message : String(error);
}
