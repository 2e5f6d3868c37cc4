import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { languages } from '../../../src/languages/languages.ts';
import { drawable } from '../../../src/cards/text/characters.ts';
import type { Face } from '../../../src/cards/text/font-families.ts';
import { chooseFonts } from '../../../src/cards/text/font-choice.ts';
import { shapeParagraph } from '../../../src/cards/text/paragraph.ts';
import { figures, specOf } from '../card-specs.ts';
import { drawWhole } from '../drawn.ts';

/** The files that draw a text, in the order in which it needs them. */
async function filesOf(text: string, face: Face = 'display', lang = 'en'): Promise<string[]> {
  const { items } = await shapeParagraph(text, face, { lang, direction: 'ltr' });
  const names = items.map(({ source }) => (source instanceof URL ? source.href : source.name));
  return [...new Set(names)];
}

test('a text reads the files that it needs and no other', async () => {
  expect(await filesOf('DeepSeek’s “bill”')).toEqual(['Newsreader 560 72 latin']);
  expect(await filesOf('Việt')).toEqual(['Newsreader 560 72 latin', 'Newsreader 560 72 vietnamese']);
  for (const file of await filesOf('公布', 'label')) expect(file).toMatch(/^Noto Serif SC 500 \[\d+\]$/);
});

test('a word is set in one family: the first that has all letters of the text’s main script', async () => {
  expect(await filesOf('Công nghệ', 'label')).toEqual([
    'IBM Plex Sans 500 latin',
    'IBM Plex Sans 500 vietnamese',
  ]);
  expect(await filesOf('كلفة R1')).toEqual([
    'IBM Plex Sans Arabic 600 arabic',
    'IBM Plex Sans Arabic 600 latin',
  ]);
  // The letters of Noto Sans Math do not join.
  expect(await filesOf('ماذا', 'label')).toEqual(['IBM Plex Sans Arabic 500 arabic']);
  expect(await filesOf('Россия')).toEqual(['Noto Serif 600 cyrillic']);
});

test('a single sign that the family lacks comes from another, and does not set the lines wider', async () => {
  expect(await filesOf('CO₂')).toEqual(['Newsreader 560 72 latin', 'Noto Serif 600 math']);
  const [sign, plain] = await Promise.all([chooseFonts('CO₂ ≥ 3', 'display', 'en'), chooseFonts('CO', 'display', 'en')]); // prettier-ignore
  expect(sign.leading).toBe(plain.leading);
});

test('a letter and its marks come from one file, so that they meet', async () => {
  expect(await filesOf('x\u0302')).toEqual(['Noto Serif 600 math']);
  // Composed or taken apart, as the font has it.
  expect(await filesOf('e\u0301')).toEqual(['Newsreader 560 72 latin']);
});

test.each([
  ['zh-Hans', 'SC'],
  ['zh', 'SC'],
  ['zh-Hant', 'TC'],
  ['zh-TW', 'TC'],
  ['zh-HK', 'TC'],
  ['ja', 'JP'],
  ['ko', 'KR'],
  ['en', 'SC'],
])('Han characters look as readers of %s write them', async (lang, country) => {
  for (const name of await filesOf('直骨', 'display', lang))
    expect(name).toContain(`Noto Serif ${country} 700`);
});

test('kana are Japanese and hangul Korean, whatever the language of the brief', async () => {
  for (const name of await filesOf('直す', 'text', 'en')) expect(name).toContain('Noto Serif JP 400');
  for (const name of await filesOf('한국', 'text', 'no such tag'))
    expect(name).toContain('Noto Serif KR 400');
});

test('running text is of regular weight, with its lines further apart', async () => {
  expect(await filesOf('Water', 'text')).toEqual(['Newsreader 400 12 latin']);
  const [text, display] = await Promise.all([chooseFonts('Water', 'text', 'en'), chooseFonts('Water', 'display', 'en')]); // prettier-ignore
  expect(text.leading).toBeGreaterThan(display.leading);
  expect(text.tracking).toBe(0);
});

test('letters with two marks get lines further apart', async () => {
  const [two, one] = await Promise.all([
    chooseFonts('Ế', 'display', 'en'),
    chooseFonts('É', 'display', 'en'),
  ]);
  expect(two.leading).toBeGreaterThan(one.leading);
  const tall = await chooseFonts('Ọ̀yọ́', 'display', 'yo');
  expect(tall.leading).toBeGreaterThan(two.leading);
});

test('a character that no font has is an error that names it, never a box', async () => {
  await expect(chooseFonts('Fine 𐎀', 'display', 'en')).rejects.toThrow(
    'Unexpected character U+10380 "𐎀": no font of the cards has it',
  );
  // Fonts have the letter, and fonts have the mark, but none has both.
  await expect(chooseFonts('ж\u0e49', 'display', 'en')).rejects.toThrow('Unexpected character U+0E49');
  await expect(drawWhole(specOf({ title: 'Fine 𐎀' }), '')).rejects.toThrow(
    'title: Unexpected character U+10380 "𐎀"',
  );
  await expect(drawWhole(specOf({ figures: [{ value: '5 𐎀', label: 'x' }] }), '')).rejects.toThrow('figure: Unexpected character U+10380'); // prettier-ignore
});

test('what needs no glyph is no error', async () => {
  expect(await filesOf('a\u200db\u2060c\u200e')).toEqual(['Newsreader 560 72 latin']);
});

test('hyphens and spaces that no font has are drawn by those that all have', () => {
  expect(drawable('Non\u2011profit')).toBe('Non-\u2060profit');
  expect(drawable('1\u202f000\u2007km')).toBe('1\u00a0000\u00a0km');
  expect(drawable('a\u2009b\u2010c')).toBe('a b-c');
  expect(drawable('ﬁve ﬄ')).toBe('five ffl');
  expect(drawable('“1\u00a0000” – …')).toBe('“1\u00a0000” – …');
});

test('a letter of Hangul that stands by itself is drawn as such', async () => {
  const alone = drawable('\u1112 \u1161 \u11ab \u1112\u1161\u11ab'.normalize('NFC'));
  expect(alone).toBe('ㅎ ㅏ ㄴ 한');
  await expect(chooseFonts(alone, 'display', 'ko')).resolves.toBeDefined();
});

test.each(languages.map((language) => [language.code, language] as const))(
  'both cards can be drawn in every language that the site speaks: %s',
  async (code, language) => {
    const title = language.labels.story;
    for (const each of [{}, { figures }]) {
      await expect(drawWhole(specOf({ title, lang: code, ...each }, language), '')).resolves.toHaveProperty(
        'bytes',
      );
    }
  },
);

test('the fonts in the repository are what the fonts in npm give', async () => {
  const script = fileURLToPath(new URL('../../../scripts/fonts.ts', import.meta.url));
  await expect(promisify(execFile)(process.execPath, [script, '--check'])).resolves.toBeDefined();
});

test('the fonts go with their licences', async () => {
  for (const family of ['newsreader', 'noto-naskh-arabic']) {
    const licence = await readFile(
      new URL(`../../../src/site/fonts/${family}-OFL.txt`, import.meta.url),
      'utf8',
    );
    expect(licence).toContain('SIL OPEN FONT LICENSE Version 1.1');
  }
});

test.each(['display', 'text', 'label', 'strong'] as const)(
  'the face "%s" draws a sign as one, not of parts',
  async (face) => {
    for (const sign of ['≠', '≮', '≯']) {
      const { drawnBy } = await chooseFonts(`Why 1 ${sign} 2`, face, 'en');
      const font = drawnBy(sign);
      expect(font && 'has' in font && font.has(sign)).toBe(true);
    }
  },
);
