import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Publication } from '../../src/brief/publication.ts';
import { publicationSchema } from '../../src/languages/schemas.ts';
import { briefText } from '../check/brief-text.ts';
import { copyProject } from '../site/project.ts';
import { problemsOfSite, writeValidBriefs } from '../site/valid-site.ts';

const plain: Publication = {
  name: 'Fourfold',
  address: 'https://fourfold.example/',
  identity: { authority: 'fourfold.example', year: 2025 },
  description: 'The news in four parts.',
  lang: 'en',
  timeZone: 'Etc/UTC',
  authors: {},
  topics: {},
  threads: {},
  pageSize: 10,
  feedSize: 50,
  cards: { newest: 0 },
};

/** Values for every setting that change the build. */
const values: { readonly [Name in Exclude<keyof Publication, 'look' | 'preview'>]-?: readonly Publication[Name][] } = {
  name: ['R&D <“News”> ]]>', 'أخبار'],
  shortName: ['4'],
  address: ['https://fourfold.example/news/', 'http://xn--bcher-kva.example/a/b_c/'],
  identity: [{ authority: 'elsewhere.example', year: 1999 }],
  description: ['Prices & "laws" <b>'],
  lang: ['ar', 'ja', 'pt-BR'],
  mixLanguages: [true],
  timeZone: ['Pacific/Kiritimati', 'America/St_Johns'],
  ai: ['assisted', 'generated'],
  accent: [{ light: '#1f6b4a', dark: '#7fcfa6' }],
  ground: [{ light: '#fff1e5', dark: '#1b1410' }],
  fonts: [{ headings: 'own.woff2' }],
  navigation: [[{ name: { en: 'Topics', ar: 'المواضيع' }, link: '/topics/' }, { name: '<Shop> & "more"', link: 'https://shop.example/?a&b' }]],
  footerLinks: [[{ name: 'Letters', link: 'https://letters.example/' }]],
  editor: [{ name: "Ann O'Hara & Co" }, { name: 'Desk', email: 'desk@fourfold.example' }],
  authors: [{ ada: { name: 'Ada "A" <b>', url: 'https://ada.example/?a&b', kind: 'person', fediverse: '@ada@a.example' } }],
  topics: [{ ai: { name: 'A & I', description: 'What <machines> learn.', accent: { light: '#7a4a00', dark: '#e0b060' } } }],
  threads: [{ race: { name: 'The “race”', description: 'To the & fro.' } }],
  headings: [{ 'en-GB': ['What?', 'Why?', 'What now?', 'Beyond'] }],
  limits: [{ section: 40, brief: 100 }],
  pageSize: [1, 3],
  feedSize: [1, 500],
  hub: ['https://hub.example/'],
  newsSitemap: [true],
  security: [{ contact: ['mailto:a@b.example', 'https://a.example/x'], expires: '2026-06-01', languages: ['en'], policy: 'https://a.example/p' }],
  miningReservation: [{}, { policy: 'https://elsewhere.example/mining' }],
  fediverse: ['@fourfold@social.example'],
  cards: [false, { newest: 2, theme: 'dark' }, { newest: 1, formats: ['square', 'slides'] }],
  onCardError: ['plain'],
  search: [false],
  embeds: [{ newest: 0 }, { newest: 2 }],
  feedback: ['none', { kind: 'form', endpoint: '/votes' }, { kind: 'form', endpoint: 'https://votes.example/f' }, { kind: 'mailto', address: 'a@b.example' }],
}; // prettier-ignore

const ownFont = fileURLToPath(
  import.meta.resolve('@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2'),
);

type Choice = readonly [name: string, value: unknown];

const choices = Object.entries(values).flatMap(([name, each]) => each.map((value): Choice => [name, value]));

/** Publications in which every two values of different settings occur together (pairwise testing). */
function pairwise(): Choice[][] {
  const pairOf = (one: Choice, other: Choice): string => [one, other].map((choice) => choices.indexOf(choice)).sort((a, b) => a - b).join(); // prettier-ignore
  const left = new Set(choices.flatMap((one) => choices.filter(([name]) => name !== one[0]).map((other) => pairOf(one, other)))); // prettier-ignore
  const rows: Choice[][] = [];
  while (left.size > 0) {
    const [first] = left;
    const meant = (first ?? '').split(',').map(Number);
    const row = choices.filter((_, at) => meant.includes(at));
    for (const name of Object.keys(values)) {
      if (row.some(([taken]) => taken === name)) continue;
      const news = (choice: Choice): number => row.filter((other) => left.has(pairOf(choice, other))).length;
      const best = choices
        .filter(([each]) => each === name)
        .toSorted((one, other) => news(other) - news(one))[0];
      if (best) row.push(best);
    }
    for (const one of row) for (const other of row) left.delete(pairOf(one, other));
    rows.push(row);
  }
  return rows;
}

describe('a publication with any settings that check accepts is built, and verify finds nothing', () => {
  let root = '';

  beforeAll(async () => {
    root = copyProject({ briefs: false });
    await writeValidBriefs(root, 10, 1);
    mkdirSync(join(root, 'briefs/_fonts'));
    cpSync(ownFont, join(root, 'briefs/_fonts/own.woff2'));
    mkdirSync(join(root, 'briefs/today'));
    writeFileSync(join(root, 'briefs/today/today.md'), briefText([], { date: '2026-01-01', lang: 'es-MX' }).replace(/^## .*$/gm, heading())); // prettier-ignore
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const problemsWith = async (row: readonly Choice[]): Promise<string> => {
    const settings = { ...plain, ...Object.fromEntries(row) };
    writeFileSync(join(root, 'briefs/_site.yaml'), JSON.stringify(settings, null, 2));
    return (await problemsOfSite(root)).join('\n');
  };

  test('as there are values for every setting', () => {
    expect(Object.keys(values).sort()).toEqual(Object.keys(publicationSchema.shape).sort());
  });

  test.each(choices)('%s: %j', async (...choice) => {
    expect(await problemsWith([choice])).toBe('');
  });

  test.each(pairwise().map((row) => [row] as const))('%j', async (row) => {
    expect(await problemsWith(row)).toBe('');
  });
});

/** The headings of a Spanish brief, in order. */
function heading(): () => string {
  const headings = [
    '¿Qué está pasando?',
    '¿Por qué es importante?',
    '¿Qué viene ahora?',
    'Más allá de los titulares',
  ];
  return () => `## ${headings.shift() ?? ''}`;
}
