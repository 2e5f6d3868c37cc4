import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { cachePath, digestOf, type CacheName } from './cache.ts';

/**
 * Texts by key in a file of the cache: a build writes those that changed, and no string has to hold them all. Nothing depends on
 * it: what is missing is made again.
 */
export interface RowMemory {
  /** Undefined if there is none, or if it is damaged. */
  readonly get: (key: string) => string | undefined;
  readonly set: (key: string, value: string) => void;
  /** Writes what was set. */
  readonly close: () => void;
}

/** Raised when the table changes. */
const version = 2;

export function openRowMemory(root: string, name: CacheName): RowMemory {
  const path = cachePath(root, name);
  const changed = new Map<string, string>();
  mkdirSync(dirname(path), { recursive: true });
  let table = openTable(path);
  // Another build may begin to write, and a page of the file may be damaged.
  const attempt = <Result>(run: (open: Table) => Result): Result | undefined => {
    try {
      return table && run(table);
    } catch {
      table?.database.close();
      table = undefined;
      return undefined;
    }
  };
  return {
    get: (key) => {
      const row = attempt(({ select }) => select.get(key)) as { value: string; digest: string } | undefined;
      return row && digestOf(key, row.value) === row.digest ? row.value : undefined;
    },
    set: (key, value) => {
      changed.set(key, value);
    },
    close: () => {
      attempt(({ database }) => {
        if (changed.size > 0) {
          const insert = database.prepare('INSERT OR REPLACE INTO memory VALUES (?, ?, ?)');
          database.exec('BEGIN IMMEDIATE');
          for (const [key, value] of changed) insert.run(key, value, digestOf(key, value));
          database.exec('COMMIT');
        }
        database.close();
        table = undefined;
      });
    },
  };
}

interface Table {
  readonly database: DatabaseSync;
  readonly select: StatementSync;
}

/** Undefined while another build of this project writes. A file that is no such table is begun anew. */
function openTable(path: string): Table | undefined {
  try {
    return openOrThrow(path);
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return undefined;
    rmSync(path, { force: true });
    return openOrThrow(path);
  }
}

/** A result code of SQLite (sqlite.org/rescode.html). */
const busy = 5;

function openOrThrow(path: string): Table {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    // What is lost in a power cut is made again.
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
    const { user_version: found } = database.prepare('PRAGMA user_version').get() as { user_version: number };
    if (found !== version)
      database.exec(
        `DROP TABLE IF EXISTS memory;
        CREATE TABLE memory (key TEXT PRIMARY KEY, value TEXT, digest TEXT) WITHOUT ROWID;
        PRAGMA user_version = ${version}`,
      );
    return { database, select: database.prepare('SELECT value, digest FROM memory WHERE key = ?') };
  } catch (error) {
    database.close();
    throw error;
  }
}
