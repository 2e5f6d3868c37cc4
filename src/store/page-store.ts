import type { DatabaseSync } from 'node:sqlite';
import { digestOf, digestOfFilePath, filePath, openCache } from './cache.ts';
import { openDatabase } from './database.ts';
import type { FileRecord } from './file-record.ts';
import type { Output } from './output.ts';

/**
 * Rendered pages by key. Their files are in the cache like all others; their entries are rows of one file, since a site has tens of
 * thousands and every build reads them.
 */
export interface PageStore {
  /** Links the page with this base and the key that `keyOf` returns for its names; false if there is none, or if it is damaged. */
  readonly link: (base: string, keyOf: KeyOf, output: Output, path: string) => boolean;
  /** Adds a page that was just written to the output. */
  readonly add: (key: string, output: Output, path: string, reads: Reads) => void;
  /** The files that this build uses: their sizes by path below the cache's folder. */
  readonly files: () => ReadonlyMap<string, number>;
  /** Writes what was added, and removes the pages whose files were pruned: these are rendered again. */
  readonly close: (pruned: readonly string[]) => void;
}

/** What a page was made from other than the values of what it read, and the names of these. */
export interface Reads {
  readonly base: string;
  readonly names: readonly string[];
}

/** The key of a page that reads the values of some names. */
type KeyOf = (names: readonly string[]) => string;

interface Row extends FileRecord {
  readonly base: string;
  readonly key: string;
  /** Thousands of pages read the same names: the id of a list of them. */
  readonly names: string;
}

const tables = {
  version: 1,
  create: `DROP TABLE IF EXISTS pages;
    DROP TABLE IF EXISTS lists;
    CREATE TABLE pages (base TEXT, key TEXT, names TEXT, bytes INTEGER, mtimeMs REAL, sha256 TEXT, PRIMARY KEY (base, key));
    CREATE INDEX files ON pages (sha256);
    CREATE TABLE lists (id TEXT PRIMARY KEY, names TEXT)`,
  prepare: (database: DatabaseSync) => ({
    pages: database.prepare('SELECT * FROM pages WHERE base = ?'),
    list: database.prepare('SELECT names FROM lists WHERE id = ?'),
  }),
};

/** Opens the pages of earlier builds. A damaged row is none: its key or its file is another. */
export function openPageStore(root: string): PageStore {
  const cache = openCache(root);
  const rows = openDatabase(root, 'pages.sqlite', tables);
  const used = new Map<string, number>();
  const changed: Row[] = [];
  const added = new Map<string, readonly string[]>();
  const readNames = (id: string): readonly string[] => {
    const found = rows.attempt(({ list }) => list.get(id)) as { readonly names: string } | undefined;
    return found?.names.split('\n') ?? [];
  };
  const lists = new Map<string, readonly string[]>();
  const namesOf = (id: string): readonly string[] => {
    const names = lists.get(id) ?? readNames(id);
    lists.set(id, names);
    return names;
  };
  return {
    link: (base, keyOf, output, path) => {
      const found = (rows.attempt(({ pages }) => pages.all(base)) ?? []) as unknown as readonly Row[];
      const row = found.find(({ key, names }) => key === keyOf(namesOf(names)));
      if (!row || !output.link(path, cache.pathOf(row), row)) return false;
      used.set(filePath(row), row.bytes);
      const { mtimeMs = row.mtimeMs } = output.records().get(path) ?? {};
      // The files of a copied cache have other times.
      if (mtimeMs !== row.mtimeMs) changed.push({ ...row, mtimeMs });
      return true;
    },
    add: (key, output, path, { base, names }) => {
      if (!output.has(path)) return;
      const record = output.store(path, cache);
      used.set(filePath(record), record.bytes);
      const id = digestOf(names.join('\n'));
      added.set(id, names);
      changed.push({ base, key, names: id, ...record });
    },
    files: () => used,
    close: (pruned) => {
      rows.attempt((_statements, database) => {
        database.exec('BEGIN IMMEDIATE');
        const page = database.prepare('INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?)');
        for (const { base, key, names, bytes, mtimeMs, sha256 } of changed)
          page.run(base, key, names, bytes, mtimeMs, sha256);
        const list = database.prepare('INSERT OR IGNORE INTO lists VALUES (?, ?)');
        for (const [id, names] of added) list.run(id, names.join('\n'));
        // Pages of other builds stay while their files are there, so that undoing a change finds them.
        const remove = database.prepare('DELETE FROM pages WHERE sha256 = ?');
        for (const path of pruned) remove.run(digestOfFilePath(path));
        if (pruned.length > 0) database.exec('DELETE FROM lists WHERE id NOT IN (SELECT names FROM pages)');
        database.exec('COMMIT');
      });
      rows.close();
    },
  };
}
