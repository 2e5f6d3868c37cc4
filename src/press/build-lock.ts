import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Where a project's one build at a time says which process it is. */
const lockFile = '.dist-next.lock';
const own = String(process.pid);
/** Milliseconds: long enough for another to write the number that it has begun to write. */
const pause = 200;

/**
 * Waits until no other build of this project is at work, since both would grow in one folder; `wait` is told of it once.
 * The lock goes with the process. One that a killed build has left is taken over by one of those that wait.
 */
export async function lockBuild(root: string, wait: (pid: number) => void): Promise<void> {
  const path = join(root, lockFile);
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  let tookOver = false;
  while (!(take(path) && (!tookOver || (await stays(path))))) {
    const holder = read(path);
    const alive = isAlive(Number(holder));
    if (alive && !told) wait(Number(holder));
    told ||= alive;
    await setTimeout(pause);
    if (alive || read(path) !== holder) continue;
    rmSync(path, { force: true });
    tookOver = true;
  }
  process.on('exit', () => {
    if (read(path) === own) rmSync(path, { force: true });
  });
}

function take(path: string): boolean {
  try {
    writeFileSync(path, own, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Of two that found the same one left over, the second may remove what the first has just put there. */
async function stays(path: string): Promise<boolean> {
  await setTimeout(pause);
  return read(path) === own;
}

/** Nothing, where it was just being written or is gone. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
