import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../src', import.meta.url));

/** Rooms by height: an import goes to the same room or to a lower one, never up and never across. */
const heights: Record<string, number> = {
  diagnostics: 0,
  brief: 1,
  press: 2,
  cards: 2,
  feedback: 2,
  feeds: 2,
  meta: 2,
  settings: 2,
  deploy: 3,
  verify: 3,
  site: 3,
};

/** Packages that belong to one room alone; sharp also prepares pictures and icons, and measures them. */
const owners: Record<string, readonly string[]> = {
  unified: ['brief'],
  'remark-': ['brief'],
  'rehype-': ['brief'],
  'mdast-': ['brief'],
  'hast-': ['brief'],
  yaml: ['brief'],
  'pdf-lib': ['cards'],
  satori: ['cards'],
  sharp: [
    'cards',
    'press/picture',
    'press/icons',
    'press/mend-pictures',
    'press/stray-pictures',
    'verify/pictures',
  ],
  feedsmith: ['feeds'],
  tinypool: ['press', 'verify/verify'],
  typescript: ['press/settings-source', 'verify/check-scripts'],
  'html-validate': ['verify'],
  htmlparser2: ['verify'],
  saxes: ['press/icons', 'verify'],
  pagefind: ['press/search'],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:ts|astro)$/.test(entry.name))
  .map((entry) => relative(source, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

const imports = files.flatMap((from): Import[] => {
  const text = readFileSync(join(source, from), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, to = '']) => ({ from, to }));
});

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(imports.length).toBeGreaterThan(100);
});

test('imports run downward: no room asks one above it, and cards, feedback, feeds, meta and press never ask each other', () => {
  const wrong = imports.filter(({ from, to }) => {
    if (!to.startsWith('.')) return false;
    const asking = roomOf(from);
    const asked = roomOf(relative(source, resolve(source, dirname(from), to)).replaceAll('\\', '/'));
    return asking !== asked && (heights[asking] ?? 9) <= (heights[asked] ?? 9);
  });
  expect(wrong).toEqual([]);
});

test('Astro stays at the edge: only config, integration, pages, layouts and components know it', () => {
  const wrong = imports.filter(({ from, to }) => /^astro(?:$|[:/])/.test(to) && roomOf(from) !== 'site');
  expect(wrong).toEqual([]);
});

test('each tool has one room', () => {
  const wrong = imports.filter(({ from, to }) => {
    const owner = Object.entries(owners).find(
      ([name]) => to === name || (name.endsWith('-') && to.startsWith(name)),
    );
    return owner && !owner[1].some((room) => from.startsWith(room));
  });
  expect(wrong).toEqual([]);
});

test('no file is a barrel or a drawer', () => {
  const drawers = files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|manager|index\.ts)/.test(file));
  expect(drawers).toEqual([]);
  const barrels = files.filter((file) =>
    /export (?:\*|\{[^}]*\}) from/.test(readFileSync(join(source, file), 'utf8')),
  );
  expect(barrels).toEqual([]);
});

/** The folder carries the noun; what lies beside the rooms, and the pages above them, is the site. `site.ts` is data. */
function roomOf(file: string): string {
  const [room = ''] = file.split('/');
  if (file === 'site.ts') return 'settings';
  return room in heights ? room : 'site';
}
