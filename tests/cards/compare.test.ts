import sharp from 'sharp';
import { expect, test } from 'vitest';
import { compareCards, formatComparison } from '../../src/cards/compare.ts';

function image(background: string, width = 100): Promise<Buffer> {
  return sharp({ create: { width, height: 50, channels: 3, background } })
    .png()
    .toBuffer();
}

test('the same image is no difference, however it is packed', async () => {
  const one = await image('#ffffff');
  const other = await sharp(one).png({ compressionLevel: 0 }).toBuffer();
  expect(await compareCards('a.png', one, other)).toBeUndefined();
});

test('a changed image says how many pixels, and marks them', async () => {
  const mark = { input: await sharp({ create: { width: 10, height: 10, channels: 3, background: '#000' } }).png().toBuffer(), left: 5, top: 5 }; // prettier-ignore
  const changed = await sharp(await image('#ffffff')).composite([mark]).png().toBuffer(); // prettier-ignore
  const difference = await compareCards('a.png', await image('#ffffff'), changed);
  expect(difference).toMatchObject({ file: 'a.png', kind: 'changed', pixels: 100 });
  expect((await sharp(difference?.image).metadata()).width).toBe(100);
});

test('an image of another size is one', async () => {
  expect(await compareCards('a.png', await image('#fff'), await image('#fff', 90))).toEqual({ file: 'a.png', kind: 'resized' }); // prettier-ignore
});

test('the page shows before and after of what changed, and what is only in one', () => {
  const html = formatComparison(
    [
      { file: 'a.png', kind: 'changed', pixels: 7 },
      { file: 'b.png', kind: 'new' },
      { file: 'c.png', kind: 'gone' },
    ],
    { before: '../old', after: '.', marks: 'changes' },
  );
  expect([...html.matchAll(/src="([^"]+)"/g)].map(([, src]) => src)).toEqual([
    '../old/a.png',
    './a.png',
    'changes/a.png',
    './b.png',
    '../old/c.png',
  ]);
  expect(formatComparison([], { before: '', after: '', marks: '' })).toContain('No card has changed');
});
