import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { licenses } from '../../scripts/licenses.ts';
import { runCommand } from './run-command.ts';
import { copyScripts } from './script-project.ts';

const root = copyScripts();
const lock = join(root, 'package-lock.json');
const shipped = readFileSync(lock, 'utf8');

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

interface Lock {
  packages: Record<string, Record<string, unknown>>;
}

describe('npm run licenses', () => {
  test('finds nothing wrong with what we depend on', async () => {
    const { code, out, errors } = await runCommand(licenses, root, []);
    expect([code, errors]).toEqual([0, '']);
    expect(out).toMatch(/^ *\d+ {2}MIT, \d+ of them/m);
  });

  test('lists each package', async () => {
    const { out } = await runCommand(licenses, root, ['--all']);
    expect(out).toMatch(/^MPL-2\.0 {2}lightningcss \d/m);
  });

  test.each([
    ['no digest', { version: '1.0.0', license: 'MIT' }, 'it has no digest (integrity, SHA-512)'],
    ['a weak digest', { version: '1.0.0', license: 'MIT', integrity: 'sha1-x' }, 'it has no digest (integrity, SHA-512)'], // prettier-ignore
    ['a source that anybody on the way may change', { version: '1.0.0', license: 'MIT', integrity: 'sha512-x', resolved: 'http://x.example/one.tgz' }, 'it comes from http://x.example/one.tgz'], // prettier-ignore
    ['a repository as its source', { version: '1.0.0', license: 'MIT', integrity: 'sha512-x', resolved: 'git+ssh://git@x.example/one.git' }, 'it comes from git+ssh'], // prettier-ignore
    ['a script at installation', { version: '1.0.0', license: 'MIT', integrity: 'sha512-x', hasInstallScript: true }, 'a script runs'], // prettier-ignore
    ['no licence', { version: '1.0.0', integrity: 'sha512-x' }, 'it has no licence'],
  ])('fails for a new package with %s', async (_, entry, said) => {
    const changed = JSON.parse(shipped) as Lock;
    changed.packages['node_modules/@new/one'] = entry;
    writeFileSync(lock, JSON.stringify(changed));
    const { code, errors } = await runCommand(licenses, root, []);
    writeFileSync(lock, shipped);
    expect(code).toBe(1);
    expect(errors).toContain(`@new/one 1.0.0: ${said}`);
  });
});
