import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { cachePath, type CacheName } from './cache.ts';

/**
 * A SQLite file of the cache: a build reads and writes the rows that it needs, and no string has to hold them all. Nothing depends
 * on it: what is missing is made again.
 */
export interface CacheDatabase<Statements> {
  /** Undefined if the file is damaged, which is then begun anew, or if another build writes to it. */
  readonly attempt: <Result>(
    run: (statements: Statements, database: DatabaseSync) => Result,
  ) => Result | undefined;
  readonly close: () => void;
}

/** The tables of a file of the cache. */
interface Tables<Statements> {
  /** Raised when the tables change. */
  readonly version: number;
  /** Creates the tables, in place of those of another version. */
  readonly create: string;
  readonly prepare: (database: DatabaseSync) => Statements;
}

export function openDatabase<Statements>(
  root: string,
  name: CacheName,
  tables: Tables<Statements>,
): CacheDatabase<Statements> {
  const path = cachePath(root, name);
  mkdirSync(dirname(path), { recursive: true });
  let open = openOrBegin(path, tables);
  const close = (): void => {
    open?.database.close();
    open = undefined;
  };
  return {
    attempt: (run) => {
      try {
        return open && run(open.statements, open.database);
      } catch (error) {
        close();
        // Another build may begin to write, and a page of the file may be damaged.
        if (codeOf(error) !== busy) open = beginAgain(path, tables);
        return undefined;
      }
    },
    close,
  };
}

interface Open<Statements> {
  readonly database: DatabaseSync;
  readonly statements: Statements;
}

/** Undefined while another build of this project writes. A file that has no such tables is begun anew. */
function openOrBegin<Statements>(path: string, tables: Tables<Statements>): Open<Statements> | undefined {
  try {
    return openOrThrow(path, tables);
  } catch (error) {
    return codeOf(error) === busy ? undefined : beginAgain(path, tables);
  }
}

function beginAgain<Statements>(path: string, tables: Tables<Statements>): Open<Statements> {
  rmSync(path, { force: true });
  return openOrThrow(path, tables);
}

/** A result code of SQLite (sqlite.org/rescode.html). */
const busy = 5;

function codeOf(error: unknown): unknown {
  if (error instanceof Error && 'errcode' in error) return error.errcode;
  throw error;
}

function openOrThrow<Statements>(
  path: string,
  { version, create, prepare }: Tables<Statements>,
): Open<Statements> {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    // What is lost in a power cut is made again.
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
    const { user_version: found } = database.prepare('PRAGMA user_version').get() as { user_version: number };
    if (found !== version) database.exec(`${create}; PRAGMA user_version = ${version}`);
    return { database, statements: prepare(database) };
  } catch (error) {
    database.close();
    throw error;
  }
}
