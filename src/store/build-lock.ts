import { mkdirSync, truncateSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

/**
 * The file that a build locks. It is an empty SQLite database, since SQLite is the only part of Node that locks files. It is never
 * removed: otherwise the next build could lock another file of the same name.
 */
const lockFile = '.dist-next.lock';
/** Milliseconds between two attempts. */
const pause = 200;
/** Result codes of SQLite (sqlite.org/rescode.html). */
const busy = 5;
const notADatabase = 26;
/** A lock lasts while its database is open, so the database must not be garbage collected. */
const held = new Set<DatabaseSync>();

/**
 * Waits until no other process builds this project, since both would write to one folder; calls `wait` if there is one. The kernel
 * holds the lock and releases it however the process ends. No process ids are compared, which may be reused, or be the same in
 * each container.
 */
export function lockBuild(root: string, wait: () => void): Promise<Disposable> {
  return lockFolder(join(root, lockFile), wait);
}

/** Waits until no other process writes imported briefs, so that two never choose one name. */
export function lockImport(root: string): Promise<Disposable> {
  return lockFolder(join(root, '.cache', 'import.lock'), () => undefined);
}

async function lockFolder(path: string, wait: () => void): Promise<Disposable> {
  mkdirSync(dirname(path), { recursive: true });
  let lock = acquireLock(path);
  if (!lock) wait();
  while (!lock) {
    await setTimeout(pause);
    lock = acquireLock(path);
  }
  return lock;
}

function acquireLock(path: string): Disposable | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: 0 });
    // Otherwise SQLite writes a journal file.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
    if (code === busy) return undefined;
    if (code !== notADatabase) throw unlockable(path, error);
    // Earlier versions wrote a process id into it.
    truncateSync(path);
    return acquireLock(path);
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

function unlockable(path: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(
    `${basename(path)} cannot be locked (${reason}). The project must lie in a folder that builds can write to, on a file system with file locks, such as a local disk.`,
    { cause },
  );
}
