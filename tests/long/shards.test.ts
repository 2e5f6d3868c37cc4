import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { differencesOf } from '../site/digests.ts';
import { build, siteDigests, makeSite } from './test-site.ts';

test('four shards, each a process with a cache of its own, make what one build makes, and nothing twice', async () => {
  const whole = makeSite(120);
  onTestFinished(() => {
    rmSync(whole, { recursive: true, force: true });
  });
  const copies = [1, 2, 3, 4, 0].map((number) => {
    const copy = `${whole}-${number}`;
    cpSync(whole, copy, { recursive: true, verbatimSymlinks: true });
    onTestFinished(() => {
      rmSync(copy, { recursive: true, force: true });
    });
    return copy;
  });
  const merged = copies.pop() ?? '';
  const shards = await Promise.all(
    copies.map(async (copy, at) => {
      const { code, output } = await build(copy, {}, ['--json', '--shard', `${at + 1}/4`]);
      expect(code, output).toBe(0);
      return JSON.parse(output) as { briefs: number; compiled: number; cards: number; drawn: number };
    }),
  );
  for (const { briefs, compiled, cards, drawn } of shards) {
    expect([compiled, drawn]).toEqual([briefs, cards]);
    // The parts are of similar size.
    expect(briefs).toBeLessThanOrEqual(Math.ceil((120 + 13) / 4));
  }
  const made = copies.map((copy) => new Set(filesOf(join(copy, '.cache/fourfold/entries/cards'))));
  const names = made.flatMap((files) => [...files]);
  expect(new Set(names).size).toBe(names.length);

  for (const copy of copies) cpSync(join(copy, '.cache'), join(merged, '.cache'), { recursive: true });
  const merge = await build(merged, {}, ['--merge', '--json']);
  expect(merge.code, merge.output).toBe(0);
  expect(JSON.parse(merge.output.trim().split('\n').at(-1) ?? '')).toMatchObject({
    compiled: 0,
    cards: { all: shards.reduce((sum, { drawn }) => sum + drawn, 0), made: 0 },
    images: { made: 0 },
  });
  const single = await build(whole);
  expect(single.code, single.output).toBe(0);
  expect(differencesOf(siteDigests(merged), siteDigests(whole))).toEqual([]);
});

test('a merge says what a shard has left undone, and makes it', async () => {
  const root = makeSite(8);
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  await build(root, {}, ['--shard', '1/2']);
  const { code, output } = await build(root, {}, ['--merge']);
  expect(code).toBe(0);
  expect(output).toMatch(
    /\n\d+ briefs, \d+ cards and \d+ image files were missing from the cache and were built now\. A shard did not run/,
  );
});

/** Each entry by its key: they lie in folders by its beginning. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );
}
