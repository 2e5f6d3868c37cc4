import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { userEnvironment } from './site/project.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { scripts, dependencies, optionalDependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as Record<'scripts' | 'dependencies' | 'optionalDependencies', Record<string, string>>;

test('the first command of the README builds the site in a new clone, as written', () => {
  const clone = mkdtempSync(join(tmpdir(), 'fourfold-clone-'));
  const [, command = ''] = /```sh\n(.*)\n```/.exec(readme) ?? [];
  expect(command).toBe('npm ci && npm run build');
  // The files as they are now, changes that are not yet committed included.
  execFileSync(
    'bash',
    ['-c', `git ls-files -coz --exclude-standard | tar --null -T - -cf - | tar -xf - -C "$0"`, clone],
    {
      cwd: root,
    },
  );
  execFileSync('bash', ['-c', command], { cwd: clone, env: userEnvironment(), stdio: 'pipe' });
  expect(existsSync(join(clone, 'dist/index.html'))).toBe(true);
  rmSync(clone, { recursive: true, force: true });
}, 240_000);

test('every npm script that the README names exists', () => {
  const named = [...readme.matchAll(/npm run ([a-z:]*[a-z])/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('every picture that the README shows is there', () => {
  const shown = [...readme.matchAll(/^!\[[^\]]+\]\(([^)]+)\)/gm)].map(([, path = '']) => path);
  expect(shown.length).toBeGreaterThan(1);
  expect(shown.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('every dependency is named in the README with its reason', () => {
  const table = readme.slice(readme.indexOf('### Dependencies'));
  const missing = Object.keys({ ...dependencies, ...optionalDependencies }).filter(
    (name) => !table.includes(name) && !name.startsWith('@fontsource') && !name.startsWith('node-'),
  );
  expect(missing).toEqual([]);
});

test('no locked package comes from a named registry, and none that is used needs an install script', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { resolved?: string; hasInstallScript?: boolean; integrity?: string }>;
  };
  const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(entries.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
  // esbuild's only checks its own download; it works without.
  expect(entries.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([
    'node_modules/esbuild',
  ]);
});
