import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolder, digestOf } from '../../src/store/cache.ts';
import { openOutput } from '../../src/store/output.ts';
import { openPageStore, pagePath } from '../../src/store/page-store.ts';
import { openFolder, type OwnFolder } from './folders.ts';

const key = digestOf('a page');

async function keep(folder: OwnFolder, text: string): Promise<void> {
  const output = openOutput(join(folder.path, 'first'));
  output.write('a.html', Buffer.from(text));
  const store = openPageStore(folder.path);
  store.keep(key, output, 'a.html', { base: 'base', names: ['setting name'] });
  await store.close(new Set());
}

describe('pages that are kept', () => {
  test('are laid by a later build, whole', async () => {
    using folder = openFolder();
    await keep(folder, 'A page.');
    const output = openOutput(join(folder.path, 'second'));
    expect(openPageStore(folder.path).lay(key, output, 'b.html')).toBe(true);
    expect(readFileSync(join(folder.path, 'second/b.html'), 'utf8')).toBe('A page.');
    expect(openPageStore(folder.path).lay(digestOf('another'), output, 'c.html')).toBe(false);
  });

  test('are known by what they were made from, with the names of all that they read', async () => {
    using folder = openFolder();
    await keep(folder, 'A page.');
    expect(openPageStore(folder.path).readsOf('base')).toEqual([['setting name']]);
    expect(openPageStore(folder.path).readsOf('other')).toEqual([]);
  });

  test('are not laid when somebody wrote into the site, which has them as the same file', async () => {
    using folder = openFolder();
    await keep(folder, 'A page.');
    writeFileSync(join(folder.path, 'first/a.html'), 'A pagX.');
    expect(openPageStore(folder.path).lay(key, openOutput(join(folder.path, 'second')), 'b.html')).toBe(
      false,
    );
  });

  test('are not laid when the list of them is lost or cut', async () => {
    using folder = openFolder();
    await keep(folder, 'A page.');
    writeFileSync(join(folder.path, cacheFolder, 'pages.json'), '{"');
    expect(openPageStore(folder.path).lay(key, openOutput(join(folder.path, 'second')), 'b.html')).toBe(
      false,
    );
  });

  test('are forgotten when the cache was pruned of them', async () => {
    using folder = openFolder();
    await keep(folder, 'A page.');
    await openPageStore(folder.path).close(new Set([`pages/${pagePath(key)}`]));
    const list: unknown = JSON.parse(readFileSync(join(folder.path, cacheFolder, 'pages.json'), 'utf8'));
    expect(list).toEqual({ names: [], pages: [] });
  });
});
