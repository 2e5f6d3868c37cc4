import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { findBriefs } from '../../src/press/find-briefs.ts';

test('a link to a folder is told, and what lies behind it is not read', async () => {
  const root = mkdtempSync(join(tmpdir(), 'fourfold-links-'));
  mkdirSync(join(root, 'briefs'));
  symlinkSync(root, join(root, 'briefs/loop'));
  const { files, problems } = await findBriefs(root);
  expect(files).toEqual([]);
  expect(problems.map(({ code, file }) => [code, file])).toEqual([['file-link', 'briefs/loop']]);
  rmSync(root, { recursive: true });
});

describe('the folder that BRIEFS_DIR names', () => {
  const place = mkdtempSync(join(tmpdir(), 'fourfold-find-'));
  const root = join(place, 'generator');

  beforeAll(() => {
    for (const folder of ['generator/dist/texts', 'generator/briefs', 'my texts'])
      mkdirSync(join(place, folder), { recursive: true });
    writeFileSync(join(place, 'my texts/a-brief.md'), 'x');
    writeFileSync(join(root, 'README.md'), 'x');
  });

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  afterAll(() => {
    rmSync(place, { recursive: true, force: true });
  });

  test.each(['../my texts', join(place, 'my texts')])('is read from the project: %s', async (named) => {
    vi.stubEnv('BRIEFS_DIR', named);
    expect((await findBriefs(root)).files).toEqual([{ file: 'briefs/a-brief.md', slug: 'a-brief' }]);
  });

  test.each([
    ['../my text', 'expected a folder that is there'],
    ['README.md', 'expected a folder that is there'],
    ['dist', 'expected a folder in which nothing is made anew'],
    ['dist/texts', 'expected a folder in which nothing is made anew'],
  ])('is refused where it cannot be meant: %s', async (named, reason) => {
    vi.stubEnv('BRIEFS_DIR', named);
    await expect(findBriefs(root)).rejects.toThrow(
      `Unexpected BRIEFS_DIR "${named}", which is ${join(root, named)}: ${reason}`,
    );
  });

  test('is the one beside the generator when it is not said, which may be gone', async () => {
    vi.stubEnv('BRIEFS_DIR', '');
    rmSync(join(root, 'briefs'), { recursive: true });
    expect((await findBriefs(root)).files).toEqual([]);
  });
});
