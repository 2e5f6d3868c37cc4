import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const howItWorks = readFileSync(join(root, '.github/docs/how-it-works.md'), 'utf8');
const { dependencies, optionalDependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as Record<'dependencies' | 'optionalDependencies', Record<string, string | undefined>>;

test('every dependency is named with its reason', () => {
  const table = howItWorks.slice(howItWorks.indexOf('## Dependencies'));
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
  // esbuild's script only checks its own download.
  expect(entries.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([
    'node_modules/esbuild',
  ]);
});
