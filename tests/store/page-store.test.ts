import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolder, digestOf } from '../../src/store/cache.ts';
import { openOutput } from '../../src/store/output.ts';
import { openPageStore } from '../../src/store/page-store.ts';
import { openFolder, type OwnFolder } from './folders.ts';

const key = digestOf('a page');

async function add(folder: OwnFolder, text: string): Promise<void> {
  const output = openOutput(join(folder.path, 'first'));
  output.write('a.html', Buffer.from(text));
  const store = openPageStore(folder.path);
  store.add(key, output, 'a.html', { base: 'base', names: ['setting name'] });
  await store.close(new Set());
}

/** Links the page into another output. */
function link(folder: OwnFolder, of = key): boolean {
  return openPageStore(folder.path).link(of, openOutput(join(folder.path, 'second')), 'b.html');
}

describe('stored pages', () => {
  test('are linked by a later build', async () => {
    using folder = openFolder();
    await add(folder, 'A page.');
    expect(link(folder)).toBe(true);
    expect(readFileSync(join(folder.path, 'second/b.html'), 'utf8')).toBe('A page.');
    expect(link(folder, digestOf('another'))).toBe(false);
  });

  test('are known by what they were made from, with the names of all that they read', async () => {
    using folder = openFolder();
    await add(folder, 'A page.');
    expect(openPageStore(folder.path).readsOf('base')).toEqual([['setting name']]);
    expect(openPageStore(folder.path).readsOf('other')).toEqual([]);
  });

  test('are not linked after somebody wrote into the site, which has them as the same file', async () => {
    using folder = openFolder();
    await add(folder, 'A page.');
    writeFileSync(join(folder.path, 'first/a.html'), 'A pagX.');
    expect(link(folder)).toBe(false);
  });

  test('are not linked when the list of them is lost or cut', async () => {
    using folder = openFolder();
    await add(folder, 'A page.');
    writeFileSync(join(folder.path, cacheFolder, 'pages.json'), '{"');
    expect(link(folder)).toBe(false);
  });

  test('leave the list when their files were pruned', async () => {
    using folder = openFolder();
    await add(folder, 'A page.');
    const output = openOutput(join(folder.path, 'second'));
    const store = openPageStore(folder.path);
    store.link(key, output, 'b.html');
    await store.close(new Set(store.files()));
    const list: unknown = JSON.parse(readFileSync(join(folder.path, cacheFolder, 'pages.json'), 'utf8'));
    expect(list).toEqual({ names: [], pages: [] });
  });
});
