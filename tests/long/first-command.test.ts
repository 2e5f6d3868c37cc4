import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { userEnvironment } from '../site/project.ts';

const root = new URL('../..', import.meta.url).pathname;

const commands = readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```sh\n(.*)\n```/g);

test.each(Array.from(commands, ([, command = '']) => command))(
  'in a new clone, %s',
  (command) => {
    const clone = mkdtempSync(join(tmpdir(), 'fourfold-clone-'));
    execFileSync('git', ['clone', '--quiet', root, clone]);
    execFileSync('bash', ['-c', command], { cwd: clone, env: userEnvironment(), stdio: 'pipe' });
    expect(existsSync(join(clone, 'node_modules/.package-lock.json'))).toBe(true);
    rmSync(clone, { recursive: true, force: true });
  },
  1_800_000,
);
