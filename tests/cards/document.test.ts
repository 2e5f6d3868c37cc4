import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { bindSlides } from '../../src/cards/document.ts';

const facts = { title: 'A title', creator: 'Ada', lang: 'fr', alt: 'What it says', publication: 'Fourfold' };
const flat = { create: { width: 40, height: 50, channels: 3 as const, background: '#b3321b' } };
const png = await sharp(flat).png().toBuffer();
const jpeg = await sharp(flat).jpeg().toBuffer();

test('a document has a page for each slide, of its size, and says what it is', async () => {
  const document = await PDFDocument.load(await bindSlides([png, jpeg], facts), { updateMetadata: false });
  expect(document.getPages().map((page) => page.getSize())).toEqual([
    { width: 30, height: 37.5 },
    { width: 30, height: 37.5 },
  ]);
  expect([document.getTitle(), document.getAuthor(), document.getSubject()]).toEqual([
    'A title',
    'Ada',
    'What it says',
  ]);
  expect(document.getCreationDate()).toBeUndefined();
});

test('the same slides give the same bytes', async () => {
  expect(await bindSlides([png, jpeg], facts)).toEqual(await bindSlides([png, jpeg], facts));
});

test('a slide of another kind of PNG is refused and not shown wrongly', async () => {
  const palette = await sharp(flat).png({ palette: true }).toBuffer();
  await expect(bindSlides([palette], facts)).rejects.toThrow('8-bit RGB');
});
