import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolder } from '../../src/store/cache.ts';
import { filesBelow } from '../../src/store/folder.ts';
import { pruneCache } from '../../src/store/prune.ts';
import { openFolder } from './folders.ts';

describe('pruning the cache', () => {
  test('leaves what is used and the newest of the rest up to the limit, and reports how large it is', () => {
    using folder = openFolder();
    const files = ['entries/cards/old', 'entries/cards/used', 'files/newer', 'code/newest'];
    for (const [at, name] of files.entries()) {
      utimesSync(folder.write(join(cacheFolder, name), 'x'.repeat(100)), at + 1, at + 1);
    }
    folder.write(join(cacheFolder, 'bundle/code.mjs'), 'what Node runs');
    folder.write(join(cacheFolder, 'pages.sqlite'), 'no folder');
    const pruned = pruneCache(folder.path, new Map([['entries/cards/used', undefined]]), 150);
    expect(pruned).toEqual({ bytes: 200, spare: 100, removed: ['entries/cards/old', 'files/newer'] });
    expect([...filesBelow(join(folder.path, cacheFolder))]).toEqual([
      'bundle/code.mjs',
      'code/newest',
      'entries/cards/used',
      'pages.sqlite',
    ]);
  });

  test('removes what has a name that only another version knows, and nothing that is being written', () => {
    using folder = openFolder();
    const stays = ['entries/cards/ab/c', 'files/a', 'pages.sqlite', 'pages.sqlite.1234567'];
    const others = ['entries/pages/ab/c', 'picture-locations.json', 'pages-v2/a/b', 'draft.1-0', 'lost'];
    for (const name of [...stays, ...others]) folder.write(join(cacheFolder, name), 'x');
    expect(pruneCache(folder.path, new Map())).toEqual({ bytes: 2, spare: 2, removed: [] });
    expect([...filesBelow(join(folder.path, cacheFolder))]).toEqual(stays);
  });

  test('removes nothing within the limit', () => {
    using folder = openFolder();
    folder.write(join(cacheFolder, 'files/a'), 'x');
    expect(pruneCache(folder.path, new Map())).toEqual({ bytes: 1, spare: 1, removed: [] });
  });
});
