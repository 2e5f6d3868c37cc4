import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockBuild } from '../../src/store/build-lock.ts';

const code = new URL('../../src/store/build-lock.ts', import.meta.url).href;
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fourfold-lock-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const holding = `
  const { lockBuild } = await import(${JSON.stringify(code)});
  // The lock is not held by a variable, as in a build.
  const hold = async () => { await lockBuild(process.cwd(), () => undefined); };
  await hold();
  console.log('holds');
  setInterval(gc, 20);
`;

/** A process that records in a file when its work under the lock starts and ends, and how often it had to wait. */
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
  ['an empty lock', ''],
  ['what an earlier version left, with the number of a process that runs', String(process.pid)],
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
  expect(readdirSync(root).filter((name) => name.startsWith('.'))).toEqual(['.dist-next.lock']);
});

test('a killed build blocks nobody, even if another process has its id now', async () => {
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '--eval', holding], {
    cwd: root,
  });
  await once(child.stdout, 'data');
  let waits = 0;
  let isLocked = false;
  const waiting = lockBuild(root, () => (waits += 1)).finally(() => (isLocked = true));
  await setTimeout(500);
  expect([waits, isLocked]).toEqual([1, false]);
  child.kill('SIGKILL');
  using lock = await waiting;
  expect(lock).toBeDefined();
  expect(waits).toBe(1);
});

test('a released lock is acquired by the next build immediately', async () => {
  for (const turn of [1, 2]) {
    using lock = await lockBuild(root, () => expect.fail(`waits at turn ${turn}`));
    expect(lock).toBeDefined();
  }
});

test('an error of the lock is reported with its file', async () => {
  mkdirSync(join(root, '.dist-next.lock'));
  await expect(lockBuild(root, () => undefined)).rejects.toThrow(/^\.dist-next\.lock cannot be locked \(/);
});
