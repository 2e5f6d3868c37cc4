import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { absolutePath } from '../markdown/source-paths.ts';
import { cacheFolder, cachePath, digestOf, entryPath } from '../store/cache.ts';
import { isYoung } from '../store/file-memory.ts';
import type { CompileRecord } from './compiled-brief.ts';

/** A checked file, with the key of its check. */
export interface CheckedFile {
  readonly key: string;
  readonly record: CompileRecord;
}

/**
 * The results of checks by file, so that a build neither reads ten thousand unchanged briefs nor their entries in the cache.
 * Nothing depends on it: a result that is missing is looked up in the cache.
 */
export interface BriefMemory {
  /** The result for a file with this state, if the same code made it and the rendered brief is still in the cache. */
  readonly find: (file: string, state: string, compiler: string) => CheckedFile | undefined;
  readonly note: (file: string, state: string, compiler: string, checked: CheckedFile) => void;
  /** Writes what was noted. */
  readonly close: () => void;
}

/** Raised when the table changes. */
const version = 1;

/** SQLite, so that a build writes the results that changed, and so that no string has to hold them all. */
export function openBriefMemory(root: string): BriefMemory {
  const path = cachePath(root, 'briefs.sqlite');
  const noted = new Map<string, readonly string[]>();
  let database = openDatabase(path);
  const select = database?.prepare(
    'SELECT state, compiler, key, body, record, digest FROM briefs WHERE file = ?',
  );
  // Another build of this project may write at the same time, or the file may be damaged: then the cache has it all.
  const attempt = <Result>(run: (open: DatabaseSync) => Result): Result | undefined => {
    try {
      return database && run(database);
    } catch {
      database?.close();
      database = undefined;
      return undefined;
    }
  };
  return {
    find: (file, state, compiler) => {
      const row = attempt(() => select?.get(file)) as Record<string, string> | undefined;
      if (row?.['state'] !== state || row['compiler'] !== compiler) return undefined;
      const { key = '', body = '', record = '', digest } = row;
      if (digestOf(file, state, compiler, key, body, record) !== digest) return undefined;
      const checked = { key, record: JSON.parse(record) as CompileRecord };
      return stateOfBody(root, checked.record) === body ? checked : undefined;
    },
    note: (file, state, compiler, { key, record }) => {
      const values = [file, state, compiler, key, stateOfBody(root, record), JSON.stringify(record)];
      noted.set(file, [...values, digestOf(...values)]);
    },
    close: () => {
      attempt((open) => {
        if (noted.size > 0) {
          const insert = open.prepare('INSERT OR REPLACE INTO briefs VALUES (?, ?, ?, ?, ?, ?, ?)');
          open.exec('BEGIN IMMEDIATE');
          for (const values of noted.values()) insert.run(...values);
          open.exec('COMMIT');
        }
        open.close();
        database = undefined;
      });
    },
  };
}

/** What tells a changed file; undefined if the file may change again and look the same, or is none. */
export function stateOfFile(root: string, file: string): string | undefined {
  const found = statSync(absolutePath(root, file), { throwIfNoEntry: false });
  if (!found?.isFile() || isYoung(found)) return undefined;
  return [found.size, found.mtimeMs, found.ctimeMs, found.ino].join(' ');
}

/** Size and time of the entry of the rendered brief. */
function stateOfBody(root: string, record: CompileRecord): string {
  if (!('brief' in record)) return '';
  const path = join(root, cacheFolder, entryPath('briefs', record.brief));
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.size} ${found.mtimeMs}` : 'missing';
}

function openDatabase(path: string): DatabaseSync | undefined {
  mkdirSync(dirname(path), { recursive: true });
  return tryToOpen(path) ?? (rmSync(path, { force: true }), tryToOpen(path));
}

function tryToOpen(path: string): DatabaseSync | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: 0 });
    // What is lost in a power cut is made again.
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
    const { user_version: found } = database.prepare('PRAGMA user_version').get() as { user_version: number };
    if (found !== version)
      database.exec(
        `DROP TABLE IF EXISTS briefs;
        CREATE TABLE briefs (file TEXT PRIMARY KEY, state, compiler, key, body, record, digest) WITHOUT ROWID;
        PRAGMA user_version = ${version}`,
      );
    return database;
  } catch {
    database?.close();
    return undefined;
  }
}
