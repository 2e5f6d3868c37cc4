import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { cachePath, digestOf } from '../../src/store/cache.ts';
import { openOutput } from '../../src/store/output.ts';
import { openPageStore } from '../../src/store/page-store.ts';
import { openFolder, type OwnFolder } from './folders.ts';

const key = digestOf('a page');

function add(folder: OwnFolder, text: string): void {
  const output = openOutput(join(folder.path, 'first'));
  output.write('a.html', Buffer.from(text));
  const store = openPageStore(folder.path);
  store.add(key, output, 'a.html', { base: 'base', names: ['setting name'] });
  store.close([]);
}

/** Links the page into another output. */
function link(folder: OwnFolder, keyOf = keyOfNames, base = 'base'): boolean {
  const store = openPageStore(folder.path);
  const isLinked = store.link(base, keyOf, openOutput(join(folder.path, 'second')), 'b.html');
  store.close([]);
  return isLinked;
}

function keyOfNames(names: readonly string[]): string {
  return names.join() === 'setting name' ? key : 'another';
}

describe('stored pages', () => {
  test('are linked by a later build', () => {
    using folder = openFolder();
    add(folder, 'A page.');
    expect(link(folder)).toBe(true);
    expect(readFileSync(join(folder.path, 'second/b.html'), 'utf8')).toBe('A page.');
  });

  test('are known by what they were made from, and by the values of all that they read', () => {
    using folder = openFolder();
    add(folder, 'A page.');
    expect(link(folder, keyOfNames, 'other')).toBe(false);
    expect(link(folder, () => 'another')).toBe(false);
  });

  test('are not linked after somebody wrote into the site, which has them as the same file', () => {
    using folder = openFolder();
    add(folder, 'A page.');
    writeFileSync(join(folder.path, 'first/a.html'), 'A pagX.');
    expect(link(folder)).toBe(false);
  });

  test('are not linked when the list of them is lost or cut', () => {
    using folder = openFolder();
    add(folder, 'A page.');
    const path = cachePath(folder.path, 'pages.sqlite');
    writeFileSync(path, readFileSync(path).fill(0xff, 4096));
    expect(link(folder)).toBe(false);
    add(folder, 'A page.');
    expect(link(folder)).toBe(true);
  });

  test('leave the list when their files were pruned', () => {
    using folder = openFolder();
    add(folder, 'A page.');
    const output = openOutput(join(folder.path, 'second'));
    const store = openPageStore(folder.path);
    store.link('base', keyOfNames, output, 'b.html');
    store.close([...store.files().keys()]);
    const rows = new DatabaseSync(cachePath(folder.path, 'pages.sqlite'));
    expect(rows.prepare('SELECT * FROM pages').all()).toEqual([]);
    expect(rows.prepare('SELECT * FROM lists').all()).toEqual([]);
    rows.close();
  });
});
