import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { watchFolder } from '../../src/build/watch-folder.ts';
import { openFolder, type OwnFolder } from '../store/folders.ts';

/** Whether each step is noticed; earlier steps may be reported late. */
async function notices(
  folder: OwnFolder,
  steps: readonly (() => void)[],
  timeout = 3000,
): Promise<boolean[]> {
  let changes = 0;
  const failures: Error[] = [];
  const watcher = watchFolder(join(folder.path, 'briefs'), {
    change: () => (changes += 1),
    fail: (error) => failures.push(error),
  });
  onTestFinished(watcher.close);
  const noticed: boolean[] = [];
  for (const step of steps) {
    await setTimeout(100);
    const before = changes;
    step();
    noticed.push(await expect.poll(() => changes, { timeout }).toBeGreaterThan(before).then(() => true, () => false)); // prettier-ignore
  }
  expect(failures).toEqual([]);
  return noticed;
}

test('changes are noticed after the folder, or one below it, was moved away and back, or recreated', async () => {
  using folder = openFolder();
  const at = (path: string): string => join(folder.path, path);
  const write = (): void => void folder.write('briefs/2025/a.md', String(performance.now()));
  write();
  const steps = {
    write,
    'a folder below goes': () => { renameSync(at('briefs/2025'), at('2025')); },
    'and comes back': () => { renameSync(at('2025'), at('briefs/2025')); },
    'write again': write,
    'the folder goes': () => { renameSync(at('briefs'), at('elsewhere')); },
    'it comes back': () => { renameSync(at('elsewhere'), at('briefs')); },
    'write after that': write,
    'it is removed': () => { rmSync(at('briefs'), { recursive: true }); },
    'it is made anew': () => { mkdirSync(at('briefs/2025'), { recursive: true }); },
    'write in the new one': write,
  }; // prettier-ignore
  const noticed = await notices(folder, Object.values(steps));
  expect(Object.keys(steps).filter((_, at) => noticed[at] !== true)).toEqual([]);
});

test('a folder that is not there yet is watched as soon as it is', async () => {
  using folder = openFolder();
  const noticed = await notices(folder, [
    () => { mkdirSync(join(folder.path, 'briefs')); },
    () => void folder.write('briefs/a.md', 'x'),
  ]); // prettier-ignore
  expect(noticed).toEqual([true, true]);
});

test('changes beside the folder are ignored', async () => {
  using folder = openFolder();
  folder.write('briefs/a.md', 'x');
  const noticed = await notices(folder, [() => void folder.write('dist', 'x')], 300);
  expect(noticed).toEqual([false]);
});
