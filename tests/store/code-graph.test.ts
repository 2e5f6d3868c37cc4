import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCodeGraph } from '../../src/store/code-graph.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fourfold-graph-'));
  writeProject();
});

function writeProject(): void {
  write('package-lock.json', JSON.stringify(lock));
  write('src/worker.ts', worker);
  write('src/deep/used.ts', `export const used: number = 1;\n`);
  write('src/deep/type.ts', `export interface Type { readonly a: number }\n`);
  write('src/deep/thread.ts', `import 'inner';\n`);
  write('src/fonts/one.ttf', 'one');
  write('src/fonts/two.ttf', 'two');
  write('scripts/other.ts', `export const other = 1;\n`);
}

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const worker = `import type { Type } from './deep/type.ts';
import { used } from './deep/used.ts';
import outer, { type Outer } from 'outer/sub.js';
const font = (face: string) => new URL(\`./fonts/\${face}.ttf\`, import.meta.url);
const thread = new URL('./deep/thread.ts', import.meta.url);
const face = (name: string) => import.meta.resolve(\`@fonts/\${name}/files\`);
`;

const lock = {
  lockfileVersion: 3,
  packages: {
    '': {
      dependencies: { outer: '^1', inner: '^1', '@fonts/a': '^1', unused: '^1' },
      devDependencies: { tester: '^1' },
    },
    'node_modules/outer': {
      version: '1.0.0',
      integrity: 'outer',
      dependencies: { shared: '^2', inner: '^1' },
    },
    'node_modules/outer/node_modules/shared': { version: '2.0.0', integrity: 'shared' },
    'node_modules/inner': { version: '1.0.0', integrity: 'inner', dependencies: { outer: '^1' } },
    'node_modules/shared': { version: '1.0.0', integrity: 'other' },
    'node_modules/@fonts/a': { version: '1.0.0', integrity: 'a' },
    'node_modules/unused': { version: '1.0.0', integrity: 'unused' },
    'node_modules/tester': { version: '1.0.0', integrity: 'tester' },
  },
};

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(root, path), 'utf8');
  expect(text).toContain(from);
  write(path, text.replace(from, to));
}

const digest = (): string => openCodeGraph(root).digestOf('src/worker.ts');

describe('the code that a module reaches', () => {
  test('is what it imports at run time, names by address, and finds in packages', () => {
    expect(openCodeGraph(root).closureOf('src/worker.ts')).toEqual({
      files: [
        'src/deep/thread.ts',
        'src/deep/used.ts',
        'src/fonts/one.ttf',
        'src/fonts/two.ttf',
        'src/worker.ts',
      ],
      packages: [
        'node_modules/@fonts/a',
        'node_modules/inner',
        'node_modules/outer',
        'node_modules/outer/node_modules/shared',
      ],
    });
  });

  test.each<[string, () => void]>([
    [
      'a word in a file that it imports',
      () => {
        edit('src/deep/used.ts', '1', '2');
      },
    ],
    [
      'a file that a thread of its own runs',
      () => {
        edit('src/deep/thread.ts', 'inner', 'outer');
      },
    ],
    [
      'a font',
      () => {
        write('src/fonts/two.ttf', 'TWO');
      },
    ],
    [
      'another font in the folder',
      () => {
        write('src/fonts/three.ttf', 'three');
      },
    ],
    [
      'the version of a package',
      () => {
        edit('package-lock.json', '"outer","dep', '"newer","dep');
      },
    ],
    [
      'the version of what a package depends on',
      () => {
        edit('package-lock.json', '"shared"}', '"newer"}');
      },
    ],
  ])('has another digest after a change of %s, and the first one when that is undone', (_what, change) => {
    const before = digest();
    change();
    expect(digest()).not.toBe(before);
    rmSync(join(root, 'src'), { recursive: true });
    writeProject();
    expect(digest()).toBe(before);
  });

  test.each<[string, () => void]>([
    [
      'a newline in the lockfile',
      () => {
        write('package-lock.json', `${JSON.stringify(lock)}\n`);
      },
    ],
    [
      'a development dependency',
      () => {
        edit('package-lock.json', '"tester"}', '"newer"}');
      },
    ],
    [
      'a dependency that it does not use',
      () => {
        edit('package-lock.json', '"unused"}', '"newer"}');
      },
    ],
    [
      'a package of the same name elsewhere',
      () => {
        edit('package-lock.json', '"other"}', '"newer"}');
      },
    ],
    [
      'a type',
      () => {
        edit('src/deep/type.ts', 'a', 'b');
      },
    ],
    [
      'a file that it does not reach',
      () => {
        edit('scripts/other.ts', '1', '2');
      },
    ],
  ])('has the same digest after a change of %s', (_what, change) => {
    const before = digest();
    change();
    expect(digest()).toBe(before);
  });

  test('is read again where only the time of a file tells that it changed', () => {
    const old = new Date('2026-01-01');
    utimesSync(join(root, 'src/deep/used.ts'), old, old);
    const before = digest();
    edit('src/deep/used.ts', '1', '2');
    expect(digest()).not.toBe(before);
  });

  test('of a module that is imported by a computed name counts where it is declared, and is an error elsewhere', () => {
    write('src/worker.ts', 'export const load = (name: string) => import(name);\n');
    expect(digest).toThrow('src/worker.ts: Unexpected import() of a computed name');
    const declared = { 'src/worker.ts': ['src/deep/used.ts'] };
    const graph = openCodeGraph(root, undefined, declared);
    expect(graph.closureOf('src/worker.ts').files).toEqual(['src/deep/used.ts', 'src/worker.ts']);
  });
});

test('the workers of this project reach fonts, emoji and libvips, and no page', () => {
  const graph = openCodeGraph(fileURLToPath(new URL('../..', import.meta.url)));
  const cards = graph.closureOf('src/cards/worker.ts');
  expect(cards.packages).toContain('node_modules/@fontsource-variable/newsreader');
  expect(cards.packages).toContain('node_modules/harfbuzzjs');
  expect(cards.packages).toContain('node_modules/@twemoji/svg');
  expect(cards.packages).toContain('node_modules/@fontsource-variable/noto-serif-jp');
  expect(cards.packages).toContain('node_modules/budoux');
  expect(graph.closureOf('src/build/image-worker.ts').packages).toContain(
    'node_modules/@img/sharp-libvips-linux-x64',
  );
  expect(cards.files.filter((file) => file.endsWith('.astro'))).toEqual([]);
});
