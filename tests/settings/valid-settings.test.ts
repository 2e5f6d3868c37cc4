import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { settingsFile } from '../../src/brief/briefs-folder.ts';
import { checkSettings, type CheckedSettings } from '../../src/settings/settings.ts';
import { openFolder } from '../store/folders.ts';

const shipped = readFileSync(new URL('../../briefs/_site.yaml', import.meta.url), 'utf8');

function otherwise(part: string, words: string): string {
  expect(shipped).toContain(part);
  return shipped.replace(part, words);
}

function checked(text: string): Partial<Extract<CheckedSettings, { readonly diagnostics: unknown }>> {
  using folder = openFolder();
  folder.write(settingsFile, text);
  const found = checkSettings(folder.path);
  return 'diagnostics' in found ? found : {};
}

/** The lines with problems. */
function linesOf(text: string): number[] {
  const { diagnostics = [] } = checked(text);
  return diagnostics.map(({ range }) => text.slice(0, range.start).split('\n').length);
}

test('all problems are reported at once, whatever YAML and whichever setting they are in', () => {
  const lines = linesOf(
    [
      "name: ''",
      'address: https://news.example',
      'identity: { authority: news.example, year: 2025 }',
      'description: The news: in four parts',
      'lang: tlh',
      'timeZone: Europe/Berln',
      'accent: { light: #b3321b, dark: "#ff8a70" }',
      'topics:',
      '  ports: { name: Ports, colour: red }',
      'pagesize: 10',
      "navigation: [{ name: Topics, link: 'ftp://a.test' }]",
      'feedback: { kind: form ',
      '',
    ].join('\n'),
  );
  expect(lines).toEqual([1, 2, 4, 5, 6, 7, 9, 10, 11, 12]);
});

test.each([
  'navigation: [',
  'navigation: { a: b',
  "editor: 'it's'",
  'editor: a: b',
  'editor: *x',
  'pageSize: 10\n   hub: x',
  'editor: |\nname: x',
])('%j is reported once, where it is, and lets the others be read', (words) => {
  const { valid } = checked(otherwise('pageSize: 10', words));
  expect(new Set(linesOf(otherwise('pageSize: 10', words))).size).toBe(1);
  expect(valid?.publication.topics).toHaveProperty('chips');
});

describe('what is right in settings with errors', () => {
  test.each([
    ['pageSize: 10', 'pagesize: 10', true],
    ['pageSize: 10', 'navigation: [', true],
    ['name: Chips', 'name: 7', true],
    ['topics:', 'topics: []\nothers:', false],
    ['topics:', 'topics: [', false],
    ['lang: en', 'lang: tlh', false],
    ['authors: {}', 'authors: { Anna: { name: Anna } }', false],
    ['authors: {}', 'authors: { anna: { name: Anna, url: here } }', true],
  ])('is enough to check briefs, with %j as %j: %j', (part, words, isEnough) => {
    expect(checked(otherwise(part, words)).valid).toMatchObject({ isEnough });
  });

  test('has every topic and author that briefs may name', () => {
    const text = otherwise('authors: {}', 'authors: { anna: { name: Anna, url: here } }').replace(
      'name: Chips',
      'name: 7',
    );
    const { authors, topics } = checked(text).valid?.publication ?? {};
    expect(authors).toEqual({ anna: { name: 'anna' } });
    expect(topics).toMatchObject({ chips: { name: 'chips' }, law: { name: 'Law' } });
  });
});
