import { expect, test } from 'vitest';
import { openFont, type Font } from '../../../src/cards/text/font.ts';

const fileOf = (path: string): URL => new URL(import.meta.resolve(path));
const newsreader = fileOf('@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2');
const open = (axes: Record<string, number>): Promise<Font> =>
  openFont({ name: `newsreader ${JSON.stringify(axes)}`, url: newsreader, axes });

const latin = { script: 'Latn', lang: 'en', isRightToLeft: false, isSpaced: false };
const widthOf = (font: Font, text: string): number =>
  font.shape(text, 0, text.length, latin).reduce((sum, { advance }) => sum + advance, 0);

test('a variable font is used at the given point of its axes', async () => {
  const [light, bold] = await Promise.all([open({ wght: 200 }), open({ wght: 800 })]);
  expect(widthOf(bold, 'Weight')).toBeGreaterThan(widthOf(light, 'Weight') + 0.1);
  const glyph = light.shape('W', 0, 1, latin)[0]?.id ?? 0;
  expect([...bold.outlineOf(glyph)]).not.toEqual([...light.outlineOf(glyph)]);
});

test.each([
  [
    'Noto Serif SC',
    '@fontsource-variable/noto-serif-sc/files/noto-serif-sc-118-wght-normal.woff2',
    '@fontsource/noto-serif/files/noto-serif-latin-700-normal.woff',
  ],
])('WOFF2 and WOFF are unpacked: %s', async (_name, ...paths) => {
  for (const path of paths) {
    const font = await openFont({ name: path, url: fileOf(path), axes: {} });
    expect(font.ascent).toBeGreaterThan(0.7);
    expect(font.descent).toBeGreaterThan(0.1);
  }
});

test('letters are kerned and joined, and those that are spaced are not joined', async () => {
  const font = await open({ wght: 560, opsz: 72 });
  expect(widthOf(font, 'AV')).toBeLessThan(widthOf(font, 'A') + widthOf(font, 'V') - 0.02);
  expect(font.shape('fi', 0, 2, latin)).toHaveLength(1);
  expect(font.shape('fi', 0, 2, { ...latin, isSpaced: true })).toHaveLength(2);
});

test('a part of a text is shaped as what it is a part of', async () => {
  const path = '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff';
  const font = await openFont({ name: path, url: fileOf(path), axes: {} });
  const arabic = { script: 'Arab', lang: 'ar', isRightToLeft: true, isSpaced: false };
  const [alone] = font.shape('ب', 0, 1, arabic);
  const [joined] = font.shape('ببب', 1, 2, arabic);
  expect(joined?.id).not.toBe(alone?.id);
});

test('outlines are in ems, and a space has none', async () => {
  const font = await open({ wght: 560, opsz: 72 });
  const outline = font.outlineOf(font.shape('H', 0, 1, latin)[0]?.id ?? 0);
  expect(outline.length).toBeGreaterThan(20);
  expect(Math.max(...outline)).toBeLessThan(5);
  expect(font.outlineOf(font.shape(' ', 0, 1, latin)[0]?.id ?? 0)).toHaveLength(0);
});
