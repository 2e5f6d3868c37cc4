import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../src/build/snapshot.ts';
import { cacheFolder, entryPath, openCache } from '../../src/store/cache.ts';
import { briefText } from '../check/brief-text.ts';
import { openTestProject, type TestProject } from './test-project.ts';

let testProject: TestProject;
let first: Snapshot;
const memoryFile = join(cacheFolder, 'briefs.sqlite');

const pathTo = (path: string): string => join(testProject.root, path);
const withoutCounts = ({ counts, ...others }: Snapshot): object => others;
/** The checks in the cache, without which a result comes from the memory or is made again. */
const forgetChecks = (): void => {
  rmSync(pathTo(join(cacheFolder, 'entries/checks')), { recursive: true, force: true });
};

beforeAll(async () => {
  testProject = openTestProject();
  for (const name of ['one', 'two', 'three'])
    testProject.write(`briefs/${name}.md`, briefText([`The text of brief ${name}.`]));
  // Files as young as this are not remembered.
  await setTimeout(2100);
  first = await testProject.load();
});

afterAll(() => {
  testProject[Symbol.dispose]();
});

describe('the results of unchanged briefs', () => {
  test('are the same as when they were checked, and need neither file nor cache', async () => {
    forgetChecks();
    const again = await testProject.load();
    expect(again.counts.compiled).toBe(0);
    expect(withoutCounts(again)).toEqual(withoutCounts(first));
    expect(openCache(testProject.root).keys('checks')).toEqual([]);
  });

  test('are not those of a changed text of the same size', async () => {
    testProject.write('briefs/two.md', briefText(['The text of brief owt.']));
    const changed = await testProject.load();
    expect(changed.counts.compiled).toBe(1);
    testProject.write('briefs/two.md', briefText(['The text of brief two.']));
    expect(withoutCounts(await testProject.load())).toEqual(withoutCounts(first));
  });

  test('are made again where the rendered brief is missing from the cache', async () => {
    const [brief] = first.briefs;
    rmSync(pathTo(join(cacheFolder, entryPath('briefs', brief?.key ?? ''))));
    const again = await testProject.load();
    expect(again.counts.compiled).toBe(1);
    expect(withoutCounts(again)).toEqual(withoutCounts(first));
  });

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['has another bit', (bytes) => bytes.with(bytes.indexOf('Text 3.'), 0x55) as Buffer],
    ['is cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['is no database', () => Buffer.from('Not a database, but long enough to be taken for the header of one. '.repeat(9))],
    ['is empty', () => Buffer.alloc(0)],
  ])('are found in the cache or made again where the memory %s', async (_, damage) => {
    await testProject.load();
    writeFileSync(pathTo(memoryFile), damage(readFileSync(pathTo(memoryFile))));
    expect(withoutCounts(await testProject.load())).toEqual(withoutCounts(first));
    expect(withoutCounts(await testProject.load())).toEqual(withoutCounts(first));
  }); // prettier-ignore
});
