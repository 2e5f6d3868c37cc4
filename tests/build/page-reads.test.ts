import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openPageReads, type PageReads } from '../../src/build/page-reads.ts';
import { en } from '../../src/languages/en.ts';
import { es } from '../../src/languages/es.ts';
import { briefSample, publicationSample } from '../brief-sample.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const publication = publicationSample({ name: 'One' });

function open(said = publication, description = 'Who we are.', topics: readonly string[] = []): PageReads {
  const about = { slug: 'about', title: 'About', description, html: '<p>Us.</p>', notes: '' };
  const listing = briefSample({ lang: 'es', topics });
  const briefs = [{ listing, visibility: 'public' as const, outOfDate: false, key: '' }];
  return openPageReads(root, said, [en, es], () => ({ briefs, pages: [about] }));
}

async function namesOf(reads: PageReads, run: () => unknown): Promise<readonly string[]> {
  const [, names] = await reads.record(() => Promise.resolve(run()));
  const always = ['languages', 'setting address', 'setting lang'];
  return names.filter((name) => !always.includes(name));
}

test('what a page reads is known by the names of settings and labels', async () => {
  const reads = open();
  const spanish = { ...reads.languages['es'], locale: 'es-MX' };
  const names = await namesOf(reads, () => [
    reads.site.name,
    'accent' in reads.site,
    spanish.labels?.topics,
    spanish.headings?.[0],
    reads.bytesOf('cards', 'a.png'),
    reads.standingPages(),
  ]);
  expect(names).toEqual([
    'bytes cards/a.png',
    'headings es',
    'label es topics',
    'setting accent',
    'setting name',
    'standing',
  ]);
  expect(await namesOf(reads, () => JSON.stringify(reads.site))).toContain('setting *');
});

test('what several pages share was read by each of them', async () => {
  const reads = open();
  const shared = reads.shared(() => reads.site.name);
  expect(await namesOf(reads, shared)).toEqual(['setting name']);
  expect(await namesOf(reads, shared)).toEqual(['setting name']);
  expect(await namesOf(reads, () => undefined)).toEqual([]);
});

test('whether a list exists is read for its path alone', async () => {
  const [without, having] = [open(), open(publication, undefined, ['ai'])];
  expect(await namesOf(having, () => having.hasPath('es/topics/ai/'))).toEqual(['path es/topics/ai/']);
  expect([without, having].map((reads) => reads.hasPath('es/topics/ai/'))).toEqual([false, true]);
  expect(having.digestOf(['path es/topics/ai/'])).not.toBe(without.digestOf(['path es/topics/ai/']));
  expect(having.digestOf(['path es/topics/law/'])).toBe(without.digestOf(['path es/topics/law/']));
});

test('a value of what was read is another digest, and no other value is', () => {
  const changed = open({ ...publication, name: 'Two' });
  expect(changed.digestOf(['setting name'])).not.toBe(open().digestOf(['setting name']));
  expect(changed.digestOf(['setting lang', 'label en topics'])).toBe(
    open().digestOf(['setting lang', 'label en topics']),
  );
  // Other pages show only the title of a standing page.
  expect(open(publication, 'Others.').digestOf(['standing'])).toBe(open().digestOf(['standing']));
});

test('a module that reads a setting when it is loaded, and so for the first page alone, is an error', async () => {
  const reads = open();
  const load = (run: () => unknown): Promise<void> =>
    reads.load(() => Promise.resolve().then(() => void run()));
  await load(() => reads.site.address);
  await expect(load(() => reads.site.name)).rejects.toThrow('A module of pages reads the setting name');
});
