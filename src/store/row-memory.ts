import type { StatementSync } from 'node:sqlite';
import { digestOf, type CacheName } from './cache.ts';
import { openDatabase } from './database.ts';

/** Texts by key in a file of the cache. */
export interface RowMemory {
  /** Undefined if there is none, or if it is damaged. */
  readonly get: (key: string) => string | undefined;
  readonly set: (key: string, value: string) => void;
  /** Writes what was set. */
  readonly close: () => void;
}

export function openRowMemory(root: string, name: CacheName): RowMemory {
  const changed = new Map<string, string>();
  const rows = openDatabase(root, name, {
    version: 3,
    // Without row ids, the long values would lie in the tree of the keys: reading all took twice as long.
    create:
      'DROP TABLE IF EXISTS memory; CREATE TABLE memory (key TEXT PRIMARY KEY, value TEXT, digest TEXT)',
    prepare: (database): StatementSync => database.prepare('SELECT value, digest FROM memory WHERE key = ?'),
  });
  return {
    get: (key) => {
      const row = rows.attempt((select) => select.get(key)) as { value: string; digest: string } | undefined;
      return row && digestOf(key, row.value) === row.digest ? row.value : undefined;
    },
    set: (key, value) => {
      changed.set(key, value);
    },
    close: () => {
      rows.attempt((_select, database) => {
        if (changed.size === 0) return;
        const insert = database.prepare('INSERT OR REPLACE INTO memory VALUES (?, ?, ?)');
        database.exec('BEGIN IMMEDIATE');
        for (const [key, value] of changed) insert.run(key, value, digestOf(key, value));
        database.exec('COMMIT');
      });
      rows.close();
    },
  };
}
