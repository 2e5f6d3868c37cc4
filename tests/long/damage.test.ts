import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { differencesOf } from '../site/digests.ts';
import { build, siteDigests, edit, makeSite } from './test-site.ts';

const root = makeSite(30);
let right: Map<string, string>;

beforeAll(async () => {
  expect(await build(root)).toMatchObject({ code: 0 });
  right = siteDigests(root);
}, 60_000);

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Some files of every folder of the cache, including its lists. */
function entries(): string[] {
  const cache = join(root, '.cache/fourfold');
  const files = readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const byKind = Map.groupBy(
    files,
    (file) =>
      `${file
        .slice(cache.length + 1)
        .split('/')
        .slice(0, 2)
        .join('/')
        .replace(/^files.*/, 'files')} ${file.endsWith('.json') ? 'list' : ''}`,
  );
  return [...byKind.values()].flatMap((of) => of.filter((_, at) => at % Math.ceil(of.length / 6) === 0));
}

const damages: Readonly<Record<string, (file: string) => void>> = {
  'cut in half': (file) => {
    truncateSync(file, Math.floor(readFileSync(file).length / 2));
  },
  'with one bit changed': (file) => {
    const bytes = readFileSync(file);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  },
  empty: (file) => {
    writeFileSync(file, '');
  },
  gone: (file) => {
    rmSync(file);
  },
  'with what an older version may have written': (file) => {
    writeFileSync(file, '{"version":0,"pages":[]}\n{}');
  },
};

describe('a cache of which entries of every kind are', () => {
  test.each(Object.entries(damages))('%s is fixed by the next build', async (_name, damage) => {
    for (const file of entries()) damage(file);
    // Otherwise nothing would have changed, and nothing would be read.
    edit(root, 'briefs/high-seas-treaty.md', (text) => `${text.trimEnd()} One.\n`);
    const changed = await build(root);
    expect(changed.code, changed.output).toBe(0);
    for (const file of entries()) damage(file);
    edit(root, 'briefs/high-seas-treaty.md', (text) => text.replace(/ One\.\n$/, '\n'));
    const back = await build(root);
    expect(back.code, back.output).toBe(0);
    expect(differencesOf(siteDigests(root), right)).toEqual([]);
  });

  test('from other code is not used', async () => {
    edit(root, 'src/brief/segment.ts', (text) => `${text}\n// Another version.\n`);
    const { code, output } = await build(root);
    expect(code, output).toBe(0);
    expect(output).toMatch(/Rebuilt (\d+) of \1 brief files/);
    // Which indexes there are says the page of the search, by digests of all that they are made from.
    expect(differencesOf(siteDigests(root), right)).toEqual(['search/index.html']);
    right = siteDigests(root);
  });
});

test('two parallel builds with one cache are both correct, and so is the next', async () => {
  const [one, other] = [makeSite(30), makeSite(30)];
  onTestFinished(() => {
    for (const folder of [one, other]) rmSync(folder, { recursive: true, force: true });
  });
  cpSync(join(root, 'src'), join(one, 'src'), { recursive: true });
  cpSync(join(root, 'src'), join(other, 'src'), { recursive: true });
  symlinkSync(join(one, '.cache'), join(other, '.cache'));
  const results = await Promise.all([build(one), build(other)]);
  for (const { code, output } of results) expect(code, output).toBe(0);
  for (const folder of [one, other]) expect(differencesOf(siteDigests(folder), right)).toEqual([]);
  edit(one, 'briefs/high-seas-treaty.md', (text) => `${text.trimEnd()} Two.\n`);
  edit(other, 'briefs/high-seas-treaty.md', (text) => `${text.trimEnd()} Two.\n`);
  const again = await Promise.all([build(one), build(other)]);
  for (const { code, output } of again) expect(code, output).toBe(0);
  expect(differencesOf(siteDigests(one), siteDigests(other))).toEqual([]);
});
