import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Where a project's one build at a time says which process it is. */
const lockFile = '.dist-next.lock';

/**
 * Waits until no other build of this project is at work, since both would grow in one folder; `wait` is told of it once.
 * The lock goes with the process. One that a killed build has left is taken over.
 */
export async function lockBuild(root: string, wait: (pid: number) => void): Promise<void> {
  const path = join(root, lockFile);
  mkdirSync(dirname(path), { recursive: true });
  for (let told = false; !take(path); told = true) {
    const other = Number(readOrNothing(path));
    if (!isAlive(other)) {
      rmSync(path, { force: true });
      continue;
    }
    if (!told) wait(other);
    await setTimeout(200);
  }
  process.on('exit', () => {
    rmSync(path, { force: true });
  });
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Nobody, where the file was just being written or is gone: then it is tried again. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
