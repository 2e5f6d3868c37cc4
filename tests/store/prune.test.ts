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
    // The last is that of an older version.
    for (const [at, name] of ['entries/old', 'entries/used', 'files/newer', 'pages/newest'].entries()) {
      utimesSync(folder.write(join(cacheFolder, name), 'x'.repeat(100)), at + 1, at + 1);
    }
    folder.write(join(cacheFolder, 'bundle/code.mjs'), 'what Node runs');
    folder.write(join(cacheFolder, 'list.json'), 'no folder');
    const pruned = pruneCache(folder.path, new Set(['entries/used']), 150);
    expect(pruned).toEqual({ bytes: 200, spare: 100, removed: ['entries/old', 'files/newer'] });
    expect([...filesBelow(join(folder.path, cacheFolder))]).toEqual([
      'bundle/code.mjs',
      'entries/used',
      'list.json',
      'pages/newest',
    ]);
  });

  test('removes nothing within the limit', () => {
    using folder = openFolder();
    folder.write(join(cacheFolder, 'files/a'), 'x');
    expect(pruneCache(folder.path, new Set())).toEqual({ bytes: 1, spare: 1, removed: [] });
  });
});
