import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { corpusAuthors, corpusBrief } from '../../scripts/bench/corpus.ts';
import { loadShare } from '../../src/build/load.ts';
import { findWork, listMissing } from '../../src/build/shard-work.ts';
import { cacheFolder } from '../../src/store/cache.ts';
import { publicationSample } from '../brief-sample.ts';
import { openFolder, type OwnFolder } from '../store/folders.ts';

const publication = publicationSample({
  cards: false,
  authors: Object.fromEntries(corpusAuthors.map((id) => [id, { name: id }])),
});

function openBriefs(count: number): OwnFolder {
  const folder = openFolder();
  for (let at = 0; at < count; at += 1) folder.write(`briefs/b-${at}.md`, corpusBrief(at));
  return folder;
}

/** Compiles a part; returns the paths of its entries. */
async function compile(folder: OwnFolder, index: number, count: number): Promise<readonly string[]> {
  const { now, files } = await findWork(folder.path, publication, { index, count });
  return (await loadShare({ root: folder.path, publication, now, audience: 'public' }, files)).keys;
}

describe('what a part lacks of the cache', () => {
  test('is the checks of its own briefs where it has nothing, then what these name, and nothing when it has them', async () => {
    using folder = openBriefs(3);
    const lacking = (index: number): Promise<string[]> =>
      listMissing(folder.path, publication, { index, count: 2 });
    const nothing = await lacking(1);
    expect(nothing.length + (await lacking(2)).length).toBe(3);
    const entries = await compile(folder, 1, 2);
    expect(entries.filter((path) => path.startsWith('entries/checks/')).toSorted()).toEqual(
      nothing.toSorted(),
    );
    expect(await lacking(1)).toEqual([]);
    const bodies = entries.filter((path) => path.startsWith('entries/briefs/'));
    expect(bodies.length).toBe(nothing.length);
    for (const path of bodies) rmSync(join(folder.path, cacheFolder, path));
    expect(await lacking(1)).toEqual(bodies);
  });
});
