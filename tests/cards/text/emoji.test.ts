import { readdirSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { emojiOf, withKnownEmoji } from '../../../src/cards/text/emoji.ts';
import { arabic, specOf } from '../card-specs.ts';
import { drawWhole } from '../drawn.ts';

test.each([
  ['an emoji', '😀'],
  ['a family', '👨‍👩‍👧'],
  ['a flag', '🇩🇪'],
  ['a flag of tags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['a skin tone', '👋🏽'],
  ['a skin tone on a sign that is text by itself', '☝🏽'],
  ['a profession', '👩🏽‍💻'],
  ['a keycap', '1️⃣'],
  ['a sequence as the standard has it', '❤️‍🔥'],
  ['a sequence that leaves out U+FE0F', '❤‍🔥'],
  ['a sequence of which the set leaves it out', '👁️‍🗨️'],
  ['a sign that U+FE0F makes an emoji', '©️'],
  ['a clock, which is one by itself', '⌚'],
])('%s is an image: %s', (_kind, grapheme) => {
  expect(emojiOf(grapheme)?.href).toMatch(/\.svg$/);
});

test.each(['a', '1', '#', '©', '™', '❤', '❤\ufe0e', '⌚\ufe0e', '☂', '↔', 'क्‍ष', 'می‌', 'x\u0302'])(
  'what no one marked as an emoji is text: %s',
  (grapheme) => {
    expect(emojiOf(grapheme)).toBeUndefined();
  },
);

test.each([
  ['a family that the set has no image of', '👨‍👩', '👨\u2060👩'],
  ['a flag of no country', '🇽🇽', '🇽\u2060🇽'],
  ['a skin tone on what has none', '🚀🏽', '🚀\u2060🏽'],
  ['a skin tone behind a letter', 'x🏽', 'x\u2060🏽'],
  ['a family that it has', '👨‍👩‍👧', '👨‍👩‍👧'],
])('%s is shown as what it is made of', (_kind, grapheme, shown) => {
  expect(withKnownEmoji(`a ${grapheme} b`)).toBe(`a ${shown} b`);
});

test.each(['🫸🏽', 'A hand 🫸🏽 is raised', '🇦🇫🇸', '👨‍👩 🇽🇽', '🫩', '🏴󠁵󠁳󠁣󠁡󠁿', '🏽', 'a🏽'])(
  'an emoji never keeps a card from being drawn: %s',
  async (title) => {
    await expect(drawWhole(specOf({ title }), '')).resolves.toHaveProperty('bytes');
  },
);

test('every image of the set can be asked for by its code points', () => {
  const folder = new URL('.', import.meta.resolve('@twemoji/svg/1f600.svg'));
  // All but one, which stands at a code point of private use.
  for (const file of readdirSync(folder).filter((name) => /^(?!e50a).*svg$/.test(name))) {
    const codePoints = file.slice(0, -4).split('-').map((digits) => Number.parseInt(digits, 16)); // prettier-ignore
    const grapheme = String.fromCodePoint(...codePoints);
    expect(emojiOf(grapheme) ?? emojiOf(`${grapheme}\ufe0f`), file).toBeDefined();
  }
});

/** Pixels of the colour of the grinning face, by place in the title's column. */
async function yellowOf(
  title: string,
  direction: 'ltr' | 'rtl' = 'ltr',
): Promise<{ left: number; right: number; count: number }> {
  const { bytes } = await drawWhole(
    specOf({ title, topics: [] }, direction === 'rtl' ? arabic : undefined),
    '',
  );
  const pixels = await sharp(bytes).raw().toBuffer();
  const columns: number[] = [];
  for (let at = 0; at < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    if (Math.abs(red - 255) < 6 && Math.abs(green - 204) < 6 && Math.abs(blue - 77) < 6)
      columns.push((at / 3) % 1200);
  }
  return { left: Math.min(...columns), right: Math.max(...columns), count: columns.length };
}

test('an emoji stands in its place in the line, one em wide, in either direction', async () => {
  const alone = await yellowOf('😀');
  // 132 px, from the edge that the title stands on, without the padding of the drawing.
  expect(alone.left).toBeGreaterThanOrEqual(319);
  expect(alone.left).toBeLessThan(325);
  expect(alone.right - alone.left).toBeGreaterThan(124);
  expect(alone.right - alone.left).toBeLessThanOrEqual(132);
  expect((await yellowOf('Fine 😀')).left).toBeGreaterThan(alone.right);
  const mirrored = await yellowOf('😀 كلفة', 'rtl');
  expect(mirrored.right).toBeGreaterThan(870);
});

test('emoji in a line from right to left are drawn whole', async () => {
  const three = await yellowOf('كلفة 😀 تدريب R1 😀 (294,000) 😀', 'rtl');
  const one = await yellowOf('كلفة تدريب R1 (294,000) 😀 كلفة كلفة', 'rtl');
  expect(three.count / one.count).toBeGreaterThan(1.5);
});

test('a word without width does not move the others', async () => {
  expect(await yellowOf('كلفة \u200f😀 كلفة \u200f😀', 'rtl')).toEqual(
    await yellowOf('كلفة 😀 كلفة 😀', 'rtl'),
  );
});

test('the same emoji give the same bytes', async () => {
  const spec = specOf({ title: '🚀 ❤️ 👨‍👩‍👧' });
  expect(await drawWhole(spec, '')).toEqual(await drawWhole(spec, ''));
});
