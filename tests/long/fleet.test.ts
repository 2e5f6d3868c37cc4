import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { differencesOf } from '../site/digests.ts';
import { openSharedStore, type Fetched } from './shared-store.ts';
import { build, edit, makeSite, siteDigests, startBuild } from './test-site.ts';

const isThere = spawnSync('rclone', ['version']).status === 0;
const machines = 8;

test.skipIf(!isThere)(
  'eight machines that share a store make what one makes, two of them killed, and none fetches what it does not use',
  async () => {
    using store = await openSharedStore();
    const whole = makeSite(48);
    removeLater(whole);
    /** A machine that has the texts and nothing else. */
    const openMachine = (name: string): string => {
      const copy = `${whole}-${name}`;
      for (const part of readdirSync(whole).filter((each) => !/^(?:\.cache|\.?dist.*)$/.test(each)))
        cpSync(join(whole, part), join(copy, part), { recursive: true, verbatimSymlinks: true });
      removeLater(copy);
      return copy;
    };
    /** Builds a part over a line of its own. */
    const run = async <Result>(root: string, part: readonly string[], isKilled = false) => {
      using line = await store.openLine();
      const options = ['--json', ...part, '--store', line.remote];
      if (isKilled) await killInBetween(root, options);
      const { code, output } = await build(root, {}, options);
      expect(code, output).toBe(0);
      return { ...(JSON.parse(output.trim().split('\n').at(-1) ?? '') as Result), ...line.sums() };
    };
    const runAll = (day: string, killed: readonly number[] = []): Promise<(Part & Fetched)[]> =>
      Promise.all(
        Array.from({ length: machines }, (_, at) =>
          run<Part>(openMachine(`${day}-${at}`), ['--shard', `${at + 1}/${machines}`], killed.includes(at)),
        ),
      );

    const first = await runAll('first', [2, 5]);
    expect(sum(first.map(({ compiled, briefs }) => briefs - compiled))).toBeLessThan(sum(first.map(({ briefs }) => briefs)) / 4); // prettier-ignore
    const kept = store.sizes();
    const merged = openMachine('merged');
    const merge = () => run<Merged>(merged, ['--merge']);
    const nothing = { compiled: 0, cards: { made: 0 }, images: { made: 0 } };
    expect(await merge()).toMatchObject(nothing);
    expect((await build(whole)).code).toBe(0);
    expect(differencesOf(siteDigests(merged), siteDigests(whole))).toEqual([]);

    // Another day, with other machines: one text has changed.
    for (const root of [whole, merged])
      edit(root, 'briefs/dart-asteroid-deflection.md', (text) => `${text.trimEnd()} One sentence more.\n`);
    const second = await runAll('second');
    expect(sum(second.map(({ compiled }) => compiled))).toBe(1);
    const fetched = second.flatMap((part) => part.fetched);
    // Several parts may show one image; everything else belongs to one.
    const twice = fetched.filter((path, at) => fetched.indexOf(path) !== at);
    expect(twice.filter((path) => !/\/(?:pictures|files)\//.test(path))).toEqual([]);
    const most = Math.max(...second.map(({ bytes }) => bytes));
    expect(most).toBeLessThan(sum(kept) / 2);
    const again = await merge();
    expect(again).toMatchObject(nothing);
    expect(again.fetched.length).toBeLessThan(20);
    expect((await build(whole)).code).toBe(0);
    expect(differencesOf(siteDigests(merged), siteDigests(whole))).toEqual([]);
    console.log(
      `In the store: ${kept.length} files, ${sum(kept)} bytes. Fetched by eight empty machines: ${fetched.length} files, ` +
        `${sum(second.map(({ bytes }) => bytes))} bytes with all answers, at most ${most} by one; by the merge: ${again.bytes}.`,
    );
  },
);

/** The result of a part. */
interface Part {
  readonly briefs: number;
  readonly compiled: number;
}

interface Merged {
  readonly compiled: number;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function removeLater(folder: string): void {
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
}

/** Kills a build where chance has it. */
async function killInBetween(root: string, options: readonly string[]): Promise<void> {
  const child = startBuild(root, {}, options);
  const ended = new Promise((resolve) => child.once('close', resolve));
  await setTimeout(500 + Math.random() * 8000);
  child.kill('SIGKILL');
  await ended;
}
