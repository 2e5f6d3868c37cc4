import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Imported } from './import/import-document.ts';
import type { Several, Unreadable } from './import/read-document.ts';
import type { ImportRequest } from './import-thread.ts';

type Answer = Imported | Several | Unreadable;

/** CPU seconds, and MB of the thread's heap. The largest brief that `check` accepts needs more than half of each. */
const limits = { seconds: 3, megabytes: 256 };

/** The thread of the last import, reused while it works. */
let current: { readonly thread: Promise<Thread>; readonly megabytes: number } | undefined;

/**
 * Imports one document at a time in a thread. Its size is checked before parsing, but a document can still make a parser
 * run forever; then only the thread is stopped, and the next document gets a new one.
 */
export function importApart(request: ImportRequest, most = limits): Promise<Answer> {
  const result = last.then(() => importInThread(request, most));
  last = result;
  return result;
}

/** The import before the next one. The thread's answers do not say to which document they belong. */
let last: Promise<unknown> = Promise.resolve();

async function importInThread(
  request: ImportRequest,
  { seconds, megabytes }: typeof limits,
): Promise<Answer> {
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
    // An idle thread does not keep the process alive.
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
  // Avoids an unhandled rejection when nobody is waiting.
  failed.catch(() => undefined);
  await once(worker, 'message');
  return { worker, failed };
}

async function ask({ worker }: Thread, request: ImportRequest, signal: AbortSignal): Promise<Answer> {
  worker.postMessage(request);
  const [imported] = (await once(worker, 'message', { signal })) as [Answer];
  return imported;
}

/** Rejects when the thread has used too much CPU time. Wall-clock time would include other programs. */
async function tooLong(thread: Thread, longest: number, signal: AbortSignal): Promise<never> {
  const start = await computed(thread);
  while (!signal.aborted && (await computed(thread)) - start <= longest) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(
    `reading it takes more than ${longest} seconds: it has more elements, or deeper nesting, than a brief can have; split it`,
  );
}

/** CPU seconds. A thread that has ended rejects with its own error. */
async function computed({ worker, failed }: Thread): Promise<number> {
  const { user, system } = await worker.cpuUsage().catch(() => failed);
  return (user + system) / 1e6;
}

function reasonOf(error: unknown, megabytes: number): string {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return `reading it takes more than ${megabytes} MB of memory; split it`;
  return error instanceof Error ? error.message : String(error);
}
