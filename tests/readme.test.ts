import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { scripts, dependencies, optionalDependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as Record<'scripts' | 'dependencies' | 'optionalDependencies', Record<string, string | undefined>>;

test('every npm script that the README names exists', () => {
  const named = [...readme.matchAll(/npm run (?:-s )?([a-z:]*[a-z])/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('every npm script that the README names is run by a test', () => {
  const tests = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, 'tests', file), 'utf8'));
  const named = new Set([...readme.matchAll(/npm run (?:-s )?([a-z:]*[a-z])/g)].map(([, name = '']) => name));
  // Those run the tests themselves, or what takes hours.
  for (const name of ['test', 'test:long', 'fuzz', 'lint', 'format', 'fonts']) named.delete(name);
  const isRun = (name: string): boolean => {
    const script = scripts[name]?.replace(/^node (?:--\S+ )*/, '') ?? '';
    const calls = [
      `run(?:Script|Node)\\([^)]*?'${name}'`,
      `startServer\\([^)]*?'${name}'`,
      `'run'.*'${name}'`,
    ];
    return tests.some((text) => text.includes(script) || calls.some((call) => new RegExp(call).test(text)));
  };
  expect([...named].filter((name) => !isRun(name))).toEqual([]);
});

test('every path that CONTRIBUTING and SECURITY name is there', () => {
  for (const file of ['CONTRIBUTING.md', 'SECURITY.md']) {
    const text = readFileSync(join(root, '.github', file), 'utf8');
    const paths = [...text.matchAll(/`((?:src|scripts|tests)\/[\w./-]*)`/g)].map(([, path = '']) => path);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  }
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
