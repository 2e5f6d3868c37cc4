import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Folders from lowest to highest. Each imports only from those before it; those on one line never import each other. */
const order = [
  ['diagnostics'],
  ['brief'],
  ['languages'],
  ['markdown'],
  ['check'],
  ['settings'],
  ['store'],
  ['hosting', 'metadata', 'feeds', 'search', 'cards'],
  ['build'],
  ['site'],
  ['astro'],
  ['scripts'],
];

/** Packages that are allowed only in some places. */
const owners: Readonly<Record<string, readonly string[]>> = {
  // The sites that the benchmark builds for comparison use Astro.
  astro: ['src/astro/', 'src/site/', 'scripts/bench/peer-sites.ts'],
  '@astrojs/compiler-rs': ['src/build/own-components.ts'],
  vite: ['src/astro/'],
  'remark-': ['src/markdown/', 'src/check/fixes/', 'scripts/import/'],
  'rehype-': ['src/markdown/', 'src/check/fixes/', 'scripts/import/'],
  unified: ['src/markdown/', 'src/check/fixes/', 'scripts/import/'],
  harfbuzzjs: ['src/cards/text/'],
  fontverter: ['src/cards/text/'],
  'bidi-js': ['src/cards/'],
  sharp: ['src/cards/', 'src/build/', 'scripts/verify/'],
  feedsmith: ['src/feeds/'],
  pagefind: ['src/search/'],
  'html-validate': ['scripts/verify/'],
  htmlparser2: ['scripts/verify/'],
};

interface Import {
  readonly from: string;
  /** A file from the root, or a package. */
  readonly to: string;
}

const files = globSync('{src,scripts}/**/*.{ts,astro}', { cwd: root }).map((file) =>
  file.replaceAll('\\', '/'),
);

/** Imports of values and types, of code and styles in pages, and workers named by a string. */
const imports = files.flatMap((from): Import[] => {
  const text = readFileSync(join(root, from), 'utf8');
  const specifiers = [
    ...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g),
    ...text.matchAll(/new URL\(\s*'(\.[^']+)',\s*import\.meta\.url/g),
  ].map(([, to = '']) => (to.startsWith('.') ? join(dirname(from), to.replace(/[?#].*/, '')) : to));
  const named = [...text.matchAll(/'((?:src|scripts)\/[^'\s]+\.ts)'/g)].map(([, to = '']) => to);
  return [...specifiers, ...named].map((to) => ({ from, to }));
});

const ours = imports.filter(({ to }) => /^(?:src|scripts)\//.test(to));

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(400);
  expect(ours.length).toBeGreaterThan(1500);
  expect(ours).toContainEqual({ from: 'src/build/makers.ts', to: 'src/cards/worker.ts' });
});

test('no file lies loose in src but the settings', () => {
  expect(files.filter((file) => /^src\/[^/]+$/.test(file))).toEqual([]);
});

describe('a folder', () => {
  test('is one that the order names', () => {
    expect(files.filter((file) => levelOf(file) < 0)).toEqual([]);
  });

  test('imports only from those before it, types included', () => {
    const wrong = ours.filter(
      ({ from, to }) => folderOf(from) !== folderOf(to) && levelOf(from) <= levelOf(to),
    );
    expect(wrong).toEqual([]);
  });

  test('has the packages that belong to it to itself', () => {
    const wrong = imports.filter(({ from, to }) => {
      const owner = Object.entries(owners).find(
        ([name]) =>
          to === name ||
          to.startsWith(`${name}/`) ||
          to.startsWith(`${name}:`) ||
          (name.endsWith('-') && to.startsWith(name)),
      );
      return owner && !owner[1].some((place) => from.startsWith(place));
    });
    expect(wrong).toEqual([]);
  });
});

test('no files import each other in a circle, by types or by way of others', () => {
  const next = Map.groupBy(ours, ({ from }) => from);
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (done.has(file) || way.includes(file)) return;
    for (const { to } of next.get(file) ?? []) walk(to, [...way, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});

test('a build of what is there already loads no parser, no thread pool, and neither Astro nor sharp', () => {
  const loaded = new Map<string, string>();
  const load = (file: string, by: string): void => {
    if (loaded.has(file)) return;
    loaded.set(file, by);
    if (!file.endsWith('.ts')) return;
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, to = ''] of text.matchAll(/^(?:import|export) (?!type )(?:[^;]*? from )?'([^']+)';/gm))
      load(to.startsWith('.') ? join(dirname(file), to) : to, file);
  };
  load('scripts/build-command.ts', '');
  const slow = /^(?:astro|hast|mdast|micromark|pagefind|rehype|remark|satteri|sharp|tinypool|unified)\b/;
  expect([...loaded].filter(([name]) => slow.test(name))).toEqual([]);
  expect(loaded.has('src/check/check.ts')).toBe(false);
  expect(loaded.size).toBeGreaterThan(50);
});

test('what a brief is reads no file and no environment', () => {
  const reading = files.filter(
    (file) =>
      file.startsWith('src/brief/') &&
      /from 'node:fs|process\.(?:env|cwd)/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(reading).toEqual([]);
});

test('no file is a barrel or a drawer', () => {
  expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|manager|index\.ts)/.test(file))).toEqual(
    [],
  );
  const barrels = files.filter((file) =>
    /export (?:\*|\{[^}]*\}) from/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(barrels).toEqual([]);
});

/** The position of a folder in the order; files outside have none. */
function levelOf(file: string): number {
  return order.findIndex((level) => level.includes(folderOf(file)));
}

function folderOf(file: string): string {
  const [top = '', folder = ''] = file.split('/');
  return top === 'scripts' ? top : folder;
}
