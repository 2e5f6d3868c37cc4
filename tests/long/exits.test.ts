import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, edit, makeSite, startBuild } from './test-site.ts';

const root = makeSite(5);

beforeAll(async () => {
  expect(await build(root)).toMatchObject({ code: 0 });
  renameSync(join(root, 'dist'), join(root, 'www'));
  // Astro fails right at the start, when most code is being compiled.
  symlinkSync(join(root, 'www'), join(root, 'dist'));
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test('a failed build always ends', async () => {
  for (let round = 0; round < 30; round += 1) {
    edit(root, 'briefs/high-seas-treaty.md', (text) => `${text.trimEnd()} Round ${round}.\n`);
    edit(root, 'src/site/components/Kicker.astro', (text) => `${text}<i hidden data-edit="${round}"></i>\n`);
    const children = [startBuild(root), startBuild(root)];
    const ended = Promise.all(children.map((child) => new Promise((resolve) => child.on('close', resolve))));
    const codes = await Promise.race([ended, setTimeout(30_000, 'one hangs')]);
    if (codes === 'one hangs') for (const child of children) child.kill('SIGKILL');
    expect(codes, `round ${round}`).toEqual([1, 1]);
  }
});
