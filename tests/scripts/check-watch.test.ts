import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { checkOnChange } from '../../scripts/check-watch.ts';

test('a change during a check is checked after it and not beside it, and an error ends nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-watch-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  let running = 0;
  let max = 0;
  let done = 0;
  const said: string[] = [];
  void checkOnChange(
    [folder],
    async () => {
      running += 1;
      max = Math.max(max, running);
      await wait(400);
      running -= 1;
      done += 1;
      if (done === 1) throw new Error('It went wrong.');
    },
    (message) => said.push(message),
  );
  writeFileSync(join(folder, 'a.md'), 'One.');
  await expect.poll(() => running).toBe(1);
  writeFileSync(join(folder, 'a.md'), 'Two.');
  await expect.poll(() => done).toBe(2);
  expect(max).toBe(1);
  expect(said).toContain('It went wrong.');
  expect(said.at(-1)).toBe('Watching for changes.');
});
