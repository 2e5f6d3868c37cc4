import { mkdirSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

/**
 * The file that a project's one build at a time locks. It is an empty SQLite database, since SQLite is the only part of Node that
 * locks files, and it stays: removing a locked file would let the next build lock another one of the same name.
 */
const lockFile = '.dist-next.lock';
/** Milliseconds between two attempts. */
const pause = 200;
/** Result codes of SQLite (sqlite.org/rescode.html). */
const busy = 5;
const notADatabase = 26;
/** Locks are held as long as their database is open, which must not be left to the collection of garbage. */
const held = new Set<DatabaseSync>();

/**
 * Waits until no other process works on this project's build, since both would write into one folder; `wait` is called once if
 * there is one. The lock is held by the kernel, which releases it when the process ends in whatever way: no process id is
 * compared, which another process may have by then, as in a container where each build has the same.
 */
export async function lockBuild(root: string, wait: () => void): Promise<Disposable> {
  const path = join(root, lockFile);
  mkdirSync(dirname(path), { recursive: true });
  let lock = takeLock(path);
  if (!lock) wait();
  while (!lock) {
    await setTimeout(pause);
    lock = takeLock(path);
  }
  return lock;
}

function takeLock(path: string): Disposable | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: 0 });
    // Without a journal in memory there would be a file for it.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
    if (code === busy) return undefined;
    if (code !== notADatabase) throw unlockable(error);
    // Earlier versions wrote a process id into it.
    truncateSync(path);
    return takeLock(path);
  }
  return holding(database);
}

function holding(database: DatabaseSync): Disposable {
  held.add(database);
  return {
    [Symbol.dispose]: () => {
      held.delete(database);
      database.close();
    },
  };
}

function unlockable(cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(
    `${lockFile} cannot be locked (${reason}). The project must lie in a folder that builds can write to, on a file system with file locks, such as a local disk.`,
    { cause },
  );
}
