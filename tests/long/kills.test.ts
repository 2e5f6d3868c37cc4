import { existsSync, readdirSync, rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readBuiltFiles } from '../../src/build/last-build.ts';
import { differencesOf } from '../site/digests.ts';
import { build, buildClean, siteDigests, edit, makeSite, startBuild } from './test-site.ts';

const root = makeSite(30);

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Fractions of the time of a cold build, at which one is killed. */
const moments = fc.sample(fc.double({ min: 0.02, max: 1, noNaN: true }), { numRuns: 20 });

test('a build killed at any moment leaves the old site or the new one whole, and the next build is right', async () => {
  const start = performance.now();
  expect(await build(root)).toMatchObject({ code: 0 });
  const duration = performance.now() - start;
  let before = siteDigests(root);
  const outcomes = { killed: 0, ended: 0 };
  for (const [number, part] of moments.entries()) {
    edit(root, 'briefs/high-seas-treaty.md', (text) => `${text.trimEnd()} After ${number} came another.\n`);
    // Every third time the code is changed too, so that Astro renders all pages again.
    if (number % 3 === 0)
      edit(
        root,
        'src/site/components/Kicker.astro',
        (text) => `${text}<i hidden data-edit="${number}"></i>\n`,
      );
    if (number % 5 === 0) rmSync(join(root, '.cache'), { recursive: true });
    const wanted = await buildClean(root);
    const child = startBuild(root);
    const ended = new Promise((resolve) => child.on('close', resolve));
    const slow = number % 3 === 0 || number % 5 === 0;
    await setTimeout(part * (slow ? duration : duration / 4));
    child.kill('SIGKILL');
    await ended;
    outcomes[child.signalCode === 'SIGKILL' ? 'killed' : 'ended'] += 1;
    const left = existsSync(join(root, 'dist')) ? siteDigests(root) : undefined;
    // A swap is two renames. In between, the old site is beside its place, and the next build restores it.
    if (left) {
      const isOldOrNew = [before, wanted.site].some((site) => differencesOf(left, site).length === 0);
      expect(isOldOrNew, `dist/ after kill ${number}`).toBe(true);
      const record = readBuiltFiles(root);
      if (record) expect(differencesOf(left, record), `record after kill ${number}`).toEqual([]);
    }
    const next = await build(root);
    expect(next.code, next.output).toBe(0);
    before = siteDigests(root);
    expect(differencesOf(before, wanted.site), `after kill ${number}`).toEqual([]);
  }
  expect(outcomes.killed).toBeGreaterThan(10);
  // Incomplete files of killed builds are gone at the end, except those another build may still be writing.
  expect(readdirSync(root).filter((name) => name.startsWith('.dist'))).toEqual([
    '.dist-next',
    '.dist-next.lock',
  ]);
}, 900_000);
