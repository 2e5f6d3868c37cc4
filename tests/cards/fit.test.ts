import fc from 'fast-check';
import { expect, test } from 'vitest';
import { designCard } from '../../src/cards/designs/design.ts';
import { boundsOf } from '../../src/cards/glyphs.ts';
import { linkSize } from './link-size.ts';
import { margin, type Layout, type Slot } from '../../src/cards/layout.ts';
import { drawSlots, drawWhole, fitWhole } from './drawn.ts';
import { figures, specOf } from './card-specs.ts';
import { textOfSlot } from './slot-text.ts';

const slot: Slot = {
  name: 'box',
  wordings: [[[{ text: 'Paper', face: 'display', colour: '#16181d' }]]],
  sizes: [96, 72, 48, 24],
  left: 100,
  top: 100,
  width: 400,
  height: 100,
  edge: 'top',
};

/** Fits slots alone and gives the height of each one's text in pixels, as it is drawn. */
async function inkOf(
  ...slots: readonly Slot[]
): Promise<{ left: number; top: number; width: number; height: number }> {
  const drawn = await drawSlots(slots, { lang: 'en', direction: 'ltr' });
  const { info } = await drawn
    .trim({ background: '#ffffff', threshold: 40 })
    .toBuffer({ resolveWithObject: true });
  return {
    left: -(info.trimOffsetLeft ?? 0),
    top: -(info.trimOffsetTop ?? 0),
    width: info.width,
    height: info.height,
  };
}

const withText = (text: string, changes: Partial<Slot> = {}): Slot => ({
  ...slot,
  wordings: [[[{ text, face: 'display', colour: '#16181d' }]]],
  ...changes,
});

test('a text steps down until it fits, and no further', async () => {
  const large = await inkOf(withText('Paper'));
  const small = await inkOf(withText('Paper and pencils'));
  // Both fill the slot on one line or, smaller, on two: an H would be 0.67 em.
  expect(large.height).toBeGreaterThan(80);
  expect(small.height).toBeLessThan(large.height);
  expect(small.left + small.width).toBeLessThanOrEqual(slot.left + slot.width + 2);
});

test('a text that wraps fills its slot whatever the width, and no ink stands out of it', async () => {
  // No f: its arm stands out of its own width, at the end of a line out of the column, as in every browser.
  const text =
    'The sum is small because it starts late, and even together the two bills are well below the many millions that rivals are thought to have cost. ' +
    'The lab says that it used chips made with the Chinese market in mind, and that the training ran about eighty hours. ' +
    'What it leaves out is the price paid when the base model was trained and every attempt that came to nothing.';
  for (let width = 240; width < 300; width += 1) {
    const ink = await inkOf(withText(text, { width, height: 520, sizes: [24], isRunning: true }));
    expect(ink.left + ink.width).toBeLessThanOrEqual(slot.left + width + 1);
    expect(ink.width).toBeGreaterThan(width * 0.85);
  }
});

test('what is not said shorter is set smaller, and what has a shorter wording takes it', async () => {
  const words = (text: string): Slot['wordings'][number] => [[{ text, face: 'label', colour: '#16181d' }]];
  const long = 'AI-generated, reviewed by the standards desk of a very long name and many words';
  const label = { ...slot, sizes: [26, 24], height: 34 };
  const short = await inkOf({ ...label, wordings: [words('AI-generated')] });
  expect(await inkOf({ ...label, wordings: [words(long), words('AI-generated')] })).toEqual(short);
});

test('a text too long for the smallest step is an error that names the box and how many characters too many', async () => {
  const title = 'W'.repeat(600);
  const failure = await drawWhole(specOf({ title }), '').then(String, String);
  const [, length, over] =
    /^Error: title: Unexpected length of (\d+) characters, (\d+) too many/.exec(failure) ?? [];
  expect(Number(length)).toBe(600);
  const fits = 600 - Number(over);
  await expect(drawWhole(specOf({ title: 'W'.repeat(fits) }), '')).resolves.toHaveProperty('bytes');
  await expect(drawWhole(specOf({ title: 'W'.repeat(fits + 1) }), '')).rejects.toThrow('1 too many');
});

test('a word is broken only if no step could hold it whole', async () => {
  const whole = withText('Paperclips', { height: 200, breakWordsAt: 72 });
  expect(await inkOf(whole)).toEqual(await inkOf({ ...whole, sizes: [72] }));
  const broken = withText('x'.repeat(60), { height: 200, breakWordsAt: 72, sizes: [72, 48, 24] });
  // Three lines at 24 px.
  expect((await inkOf(broken)).height).toBeGreaterThan(60);
  await expect(inkOf(withText('x'.repeat(60)))).rejects.toThrow('too many');
});

test('a word breaks at its soft hyphens, with a hyphen where it breaks and none elsewhere', async () => {
  const box = { width: 300, height: 200, sizes: [48], breakWordsAt: 48, isRunning: true };
  const text = (words: string): Slot => withText(words, box);
  // The hyphen is shaped by itself, as in browsers, so it is not kerned.
  const [broken, written] = [
    await inkOf(text('Rindfleisch\u00adetiketten')),
    await inkOf(text('Rindfleisch- etiketten')),
  ];
  expect(broken.height).toBe(written.height);
  expect(Math.abs(broken.width - written.width)).toBeLessThan(5);
  expect(await inkOf(text('Rind\u00adfleisch'))).toEqual(await inkOf(text('Rindfleisch')));
  // As wide as the column without its hyphen: with it there is no room, so the word goes on the next line.
  const width = (await inkOf(text('Rind fleisch'))).width;
  const narrow = (words: string): Slot => withText(words, { ...box, width });
  expect((await inkOf(narrow('Rind fleisch\u00adetikett'))).height).toBe(
    (await inkOf(narrow('Rind fleisch- etikett'))).height,
  );
});

test('ink keeps away from the edge of the card: a letter that hangs out of its line makes the text step down', async () => {
  // The swash of a kaf hangs out of its line by an eighth of an em.
  const swash: Slot = { ...slot, left: 48, width: 300, sizes: [96, 24], wordings: [[[{ text: 'f', face: 'display', colour: '#16181d' }]]] }; // prettier-ignore
  const sizeAt = async (left: number): Promise<number | undefined> => {
    const layout: Layout = { size: linkSize, ground: [], slots: [{ ...swash, left }] };
    return (await fitWhole(layout, { lang: 'en', direction: 'ltr' })).texts[0]?.size;
  };
  expect(await sizeAt(60)).toBe(96);
  await expect(sizeAt(20)).rejects.toThrow('box: Unexpected ink nearer than 48 px to the edge of the card');
});

test.each([
  ['a Chinese comma', '图片：部长说，该计划耗资15亿美元', 'zh-Hans'],
  ['a mark below two letters', 'Ảnh: Nguyễn Thị Ngọc Hạnh, Hội Nhà báo', 'vi'],
  ['a vowel sign', 'फ़ोटो: कृष्णमूर्ति, दूरदर्शन', 'hi'],
  ['a tone mark', 'ภาพ: ปรัชญ์ กู้เกียรติ', 'th'],
])(
  '%s at the edge of the card moves its text inwards, instead of stopping the card',
  async (_, text, lang) => {
    const credit = { left: margin, width: 700, height: 44, sizes: [24], breakWordsAt: 24 };
    const atEdges = [
      { ...credit, top: linkSize.height - margin - 44, edge: 'bottom' },
      { ...credit, top: margin, edge: 'top' },
    ] as const;
    for (const place of atEdges) {
      const slots = [{ ...withText(text), ...place }];
      const { set } = await fitWhole({ size: linkSize, ground: [], slots }, { lang, direction: 'ltr' });
      const bounds = set.flatMap(({ letters }) => letters.map(boundsOf)).filter(({ height }) => height > 0);
      expect(Math.min(...bounds.map(({ top }) => top))).toBeGreaterThanOrEqual(margin);
      expect(Math.max(...bounds.map(({ top, height }) => top + height))).toBeLessThanOrEqual(
        linkSize.height - margin,
      );
    }
  },
);

test('a short last word takes the one before along, and a number is not torn', () => {
  const titleOf = (title: string): string => textOfSlot(designCard(specOf({ title })).slots, 'title') ?? '';
  expect(titleOf('Voyager is heard after months of silence')).toBe(
    'Voyager is heard after months of\u00a0silence',
  );
  expect(titleOf('Court strikes down constitutionality')).toBe('Court strikes down constitutionality');
  expect(titleOf('Measles returns')).toBe('Measles returns');
  expect(titleOf('A small bill')).toBe('A small bill');
  // Tied, these two would be the widest of all.
  expect(titleOf('Հայաստանն ընդունեց օրենք պաշտպանության մասին')).not.toContain('\u00a0');
  expect(titleOf('R1 pour 294 000 dollars')).toBe('R1 pour 294\u00a0000\u00a0dollars');
});

test('a key figure stays on one line, as the brief has it', () => {
  const value = designCard(specOf({ figures: [{ value: '24 billion', label: 'km' }] })).slots.find(
    ({ name }) => name === 'figure',
  );
  expect(value?.wordings).toEqual([
    [[{ text: '\u200e24\u00a0billion\u200e', face: 'display', colour: '#b3321b' }]],
  ]);
});

test('any title of up to 200 Latin characters fits', { timeout: 20_000 }, async () => {
  const word = fc.stringMatching(/^[A-Za-zÀ-ſ’“”0-9,.:;%$€–-]{1,40}$/);
  const title = fc
    .array(word, { minLength: 1, maxLength: 40 })
    .map((words) => Array.from(words.join(' ').slice(0, 200)).join('').trim());
  await fc.assert(
    fc.asyncProperty(title, fc.boolean(), async (text, figure) => {
      await drawWhole(specOf({ title: text, figures: figure ? figures : [] }), '');
    }),
    { numRuns: 60, seed: margin },
  );
});
