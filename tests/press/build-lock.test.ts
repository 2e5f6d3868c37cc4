import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const code = new URL('../../src/press/build-lock.ts', import.meta.url).href;
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fourfold-lock-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A process that says in a file when it begins and ends to work under the lock, and how often it was told to wait. */
function work(): Promise<number | null> {
  const script = `
    const { lockBuild } = await import(${JSON.stringify(code)});
    const { appendFileSync } = await import('node:fs');
    const say = (word) => appendFileSync('log', word + ' ' + process.pid + '\\n');
    await lockBuild(process.cwd(), () => say('waits'));
    say('begins');
    await new Promise((resolve) => setTimeout(resolve, 50));
    say('ends');
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { cwd: root });
  return new Promise((resolve) => child.on('close', resolve));
}

test.each([
  ['nothing', undefined],
  // No process has such a number: Linux gives none above 2²².
  ['the lock of a killed build', '99999999'],
  ['an empty lock', ''],
])('builds that begin together work one after another where they find %s', async (_, found) => {
  const lock = join(root, '.dist-next.lock');
  if (found !== undefined) writeFileSync(lock, found);
  expect(await Promise.all(Array.from({ length: 6 }, work))).toEqual(Array.from({ length: 6 }, () => 0));
  const log = readFileSync(join(root, 'log'), 'utf8').trim().split('\n');
  const turns = log.filter((line) => !line.startsWith('waits'));
  expect(turns).toHaveLength(12);
  for (let at = 0; at < turns.length; at += 2)
    expect(turns[at + 1]).toBe(turns[at]?.replace('begins', 'ends'));
  const waits = log.filter((line) => line.startsWith('waits'));
  expect(waits).toEqual([...new Set(waits)]);
  expect(existsSync(lock)).toBe(false);
});
