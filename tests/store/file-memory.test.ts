import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFileMemory } from '../../src/store/file-memory.ts';
import { openFolder, type OwnFolder } from './folders.ts';

const old = new Date('2026-01-01');

/** Looks up a file like one build, and returns whether it was read. */
function isRead(folder: OwnFolder, version = '1'): boolean {
  const memory = openFileMemory<string>(folder.path, 'icon.json', version);
  let read = false;
  memory.of('a', join(folder.path, 'a'), () => {
    read = true;
    return 'found';
  });
  memory.save();
  return read;
}

test('a file is read again when it looks different, or is as young as the last look', async () => {
  using folder = openFolder();
  const path = join(folder.path, 'a');
  writeFileSync(path, 'one');
  expect([isRead(folder), isRead(folder)]).toEqual([true, true]);
  // The time of its last status change comes from the clock, whatever the other is set to.
  utimesSync(path, old, old);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect([isRead(folder), isRead(folder)]).toEqual([true, false]);
  writeFileSync(path, 'two');
  utimesSync(path, old, old);
  expect(isRead(folder)).toBe(true);
});

test('what another version found is forgotten', async () => {
  using folder = openFolder();
  writeFileSync(join(folder.path, 'a'), 'one');
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect([isRead(folder), isRead(folder), isRead(folder, '2')]).toEqual([true, false, true]);
});
