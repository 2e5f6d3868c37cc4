import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolder } from '../../src/store/cache.ts';
import { filesBelow } from '../../src/store/folder.ts';
import { pruneCache } from '../../src/store/prune.ts';
import { openFolder } from './folders.ts';

describe('pruning the cache', () => {
  test('keeps what is in use and the newest of the rest up to the bound, and tells how large it is', () => {
    using folder = openFolder();
    for (const [at, name] of [
      'briefs/aa/old',
      'briefs/aa/used',
      'cards/newer.png',
      'cards/newest.png',
    ].entries()) {
      utimesSync(folder.write(join(cacheFolder, name), 'x'.repeat(100)), at + 1, at + 1);
    }
    folder.write(join(cacheFolder, 'another/file'), 'not asked for');
    const pruned = pruneCache(
      folder.path,
      ['briefs', 'cards', 'absent'],
      (path) => path.endsWith('used'),
      150,
    );
    expect(pruned).toEqual({ bytes: 200, spare: 100, removed: ['briefs/aa/old', 'cards/newer.png'] });
    expect([...filesBelow(join(folder.path, cacheFolder))]).toEqual([
      'another/file',
      'briefs/aa/used',
      'cards/newest.png',
    ]);
  });

  test('removes nothing within the bound', () => {
    using folder = openFolder();
    folder.write(join(cacheFolder, 'cards/a.png'), 'x');
    expect(pruneCache(folder.path, ['cards'], () => false)).toEqual({ bytes: 1, spare: 1, removed: [] });
  });
});
