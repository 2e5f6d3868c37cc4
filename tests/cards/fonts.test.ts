import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { languages } from '../../src/languages/languages.ts';
import { drawable } from '../../src/cards/characters.ts';
import { drawCard } from '../../src/cards/draw.ts';
import type { Face } from '../../src/cards/font-families.ts';
import { fontsOf, settingOf } from '../../src/cards/fonts.ts';
import { figures, sheetOf } from './sheets.ts';

const filesOf = (text: string, face: Face = 'display', lang = 'en'): string[] =>
  settingOf(text, face, lang).files.map(({ name }) => name);

test('a text reads the files that it needs and no other', () => {
  expect(filesOf('DeepSeek’s “bill”')).toEqual(['newsreader newsreader-display latin']);
  expect(filesOf('Việt')).toEqual([
    'newsreader newsreader-display vietnamese',
    'newsreader newsreader-display latin',
  ]);
  expect(filesOf('公布', 'label')).toEqual(['noto serif sc 500 [117]', 'noto serif sc 500 [118]']);
});

test('a word is set in one family: the first that has all letters of the text’s main script', () => {
  expect(filesOf('Công nghệ', 'label')).toEqual(['ibm plex sans 500 vietnamese', 'ibm plex sans 500 latin']);
  expect(filesOf('كلفة R1')).toEqual(['ibm plex sans arabic 600 arabic', 'ibm plex sans arabic 600 latin']);
  // The letters of Noto Sans Math do not join.
  expect(filesOf('ماذا', 'label')).toEqual(['ibm plex sans arabic 500 arabic']);
  expect(filesOf('Россия')).toEqual(['noto serif 600 cyrillic']);
});

test('a single sign that the family lacks comes from another, and does not set the lines wider', () => {
  expect(filesOf('CO₂')).toEqual(['newsreader newsreader-display latin', 'noto serif 600 math']);
  expect(settingOf('CO₂ ≥ 3', 'display', 'en').leading).toBe(settingOf('CO', 'display', 'en').leading);
});

test('a letter and its marks come from one file, so that they meet', () => {
  expect(filesOf('x\u0302')).toEqual(['noto serif 600 math']);
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
])('Han characters look as readers of %s write them', (lang, country) => {
  for (const name of filesOf('直骨', 'display', lang))
    expect(name).toContain(`noto serif ${country.toLowerCase()} 700`);
});

test('kana are Japanese and hangul Korean, whatever the language of the brief', () => {
  expect(filesOf('直す', 'text', 'en').every((name) => name.startsWith('noto serif jp 400'))).toBe(true);
  expect(filesOf('한국', 'text', 'no such tag').every((name) => name.startsWith('noto serif kr 400'))).toBe(
    true,
  );
});

test('running text is of regular weight, with its lines further apart', () => {
  expect(filesOf('Water', 'text')).toEqual(['newsreader newsreader-text latin']);
  const [text, display] = (['text', 'display'] as const).map((face) => settingOf('Water', face, 'en'));
  expect(text?.leading).toBeGreaterThan(display?.leading ?? 9);
  expect(text?.tracking).toBe(0);
});

test('letters with two marks get lines further apart', () => {
  expect(settingOf('Ế', 'display', 'en').leading).toBeGreaterThan(settingOf('É', 'display', 'en').leading);
});

test('a character that no font has is an error that names it, never a box', async () => {
  expect(() => settingOf('Fine 𐎀', 'display', 'en')).toThrow(
    'Unexpected character U+10380 "𐎀": no font of the cards has it',
  );
  // Fonts have the letter, and fonts have the mark, but none has both.
  expect(() => settingOf('ж\u0e49', 'display', 'en')).toThrow('Unexpected character U+0E49');
  await expect(drawCard(sheetOf({ title: 'Fine 𐎀' }), '')).rejects.toThrow(
    'title: Unexpected character U+10380 "𐎀"',
  );
  await expect(drawCard(sheetOf({ figures: [{ value: '5 𐎀', label: 'x' }] }), '')).rejects.toThrow('figure: Unexpected character U+10380'); // prettier-ignore
});

test('what needs no glyph is no error', () => {
  expect(filesOf('a\u200db\u2060c\u200e')).toEqual(['newsreader newsreader-display latin']);
});

test('hyphens and spaces that no font has are drawn by those that all have', () => {
  expect(drawable('Non\u2011profit')).toBe('Non-\u2060profit');
  expect(drawable('1\u202f000\u2007km')).toBe('1\u00a0000\u00a0km');
  expect(drawable('a\u2009b\u2010c')).toBe('a b-c');
  expect(drawable('ﬁve ﬄ')).toBe('five ffl');
  expect(drawable('“1\u00a0000” – …')).toBe('“1\u00a0000” – …');
});

test('a letter of Hangul that stands by itself is drawn as such', () => {
  const alone = drawable('\u1112 \u1161 \u11ab \u1112\u1161\u11ab'.normalize('NFC'));
  expect(alone).toBe('ㅎ ㅏ ㄴ 한');
  expect(() => settingOf(alone, 'display', 'ko')).not.toThrow();
});

test('the same files are handed over as the same data, so that satori parses them once', () => {
  const first = fontsOf([settingOf('one', 'display', 'en'), settingOf('two', 'label', 'en')]);
  const second = fontsOf([settingOf('other', 'label', 'en'), settingOf('words', 'display', 'en')]);
  expect(second.map(({ name }) => name)).toEqual(first.map(({ name }) => name));
  for (const [at, { data }] of first.entries()) expect(second[at]?.data).toBe(data);
});

test('a thread keeps the files that it uses, and lets go those of a text long past', () => {
  const fileOf = (text: string): unknown => settingOf(text, 'display', 'zh').files[0]?.data;
  const [latin, chinese] = [fileOf('Water'), fileOf('深')];
  for (let codePoint = 0xac00; codePoint < 0xd7a4; codePoint += 29) {
    fileOf(String.fromCodePoint(codePoint));
    expect(fileOf('Water')).toBe(latin);
  }
  expect(fileOf('深')).not.toBe(chinese);
  expect(fileOf('深')).toEqual(chinese);
});

test('advance widths are those of the font', () => {
  // Newsreader's em is 2000 units; its digits are tabular by default, and tracking takes 2 %.
  const { advanceOf } = settingOf('01', 'display', 'en');
  expect(advanceOf('0')).toBeCloseTo(advanceOf('1'), 5);
  expect(advanceOf('0')).toBeGreaterThan(0.4);
  expect(advanceOf('0')).toBeLessThan(0.7);
});

test.each(languages.map((language) => [language.code, language] as const))(
  'both cards can be drawn in every language that the site speaks: %s',
  async (code, language) => {
    const title = language.labels.story;
    for (const each of [{}, { figures }]) {
      await expect(drawCard(sheetOf({ title, lang: code, ...each }, language), '')).resolves.toHaveProperty(
        'bytes',
      );
    }
  },
);

test('the fonts in the repository are what the fonts in npm give', async () => {
  const script = fileURLToPath(new URL('../../scripts/fonts.ts', import.meta.url));
  await expect(promisify(execFile)(process.execPath, [script, '--check'])).resolves.toBeDefined();
});

test('the fonts go with their licences', async () => {
  for (const family of ['cards/fonts/newsreader', 'cards/fonts/schibsted-grotesk', 'site/fonts/newsreader']) {
    const licence = await readFile(new URL(`../../src/${family}-OFL.txt`, import.meta.url), 'utf8');
    expect(licence).toContain('SIL OPEN FONT LICENSE Version 1.1');
  }
});
