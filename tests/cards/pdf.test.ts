import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream } from 'pdf-lib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { bindSlides } from '../../src/cards/pdf.ts';
import { encodePng } from '../../src/cards/png.ts';

const facts = { title: 'A title', creator: 'Ada', lang: 'fr', alt: 'What it says', publication: 'Fourfold' };
const flat = { create: { width: 40, height: 50, channels: 3 as const, background: '#b3321b' } };
const png = await sharp(flat).png().toBuffer();
const jpeg = await sharp(flat).jpeg().toBuffer();

test('a document has a page for each slide, of its size, and says what it is', async () => {
  const document = await PDFDocument.load(await bindSlides([png, jpeg], facts), {
    updateMetadata: false,
    throwOnInvalidObject: true,
  });
  expect(document.catalog.lookup(PDFName.of('Lang'), PDFHexString).decodeText()).toBe('fr');
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

test('its table says where each object begins, and its last lines where the table does', async () => {
  const text = Buffer.from(await bindSlides([png, jpeg], { ...facts, title: '字 🧬 é' })).toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const [, size, table = ''] =
    /^xref\n0 (\d+)\n0{10} 65535 f \n((?:\d{10} 00000 n \n)+)trailer\n/.exec(text.slice(start)) ?? [];
  const places = [...table.matchAll(/\d{10}/g)].map(([digits]) => Number(digits));
  expect(places).toHaveLength(Number(size) - 1);
  expect(places.map((place, at) => text.startsWith(`${at + 1} 0 obj\n`, place))).not.toContain(false);
  const lengths = [...text.matchAll(/\/Length (\d+) >>\nstream\n/g)];
  for (const { 0: head, 1: length, index } of lengths)
    expect(text.startsWith('\nendstream\nendobj\n', index + head.length + Number(length))).toBe(true);
  expect(lengths).toHaveLength(4);
});

test('a page shows the very pixels of its slide, with a palette and without', async () => {
  const size = { width: 300, height: 1 };
  const palette = [0x101018, 0xb3321b, 0xfbfaf6];
  const rows = Uint8Array.from({ length: 301 }, (_, at) => (at === 0 ? 0 : at % 3));
  const few = [...rows.subarray(1)].flatMap((place) => [16, 8, 0].map((shift) => ((palette[place] ?? 0) >> shift) & 0xff)); // prettier-ignore
  const many = Buffer.from(Array.from({ length: 900 }, (_, at) => at >> (at % 3)));
  const coloured = sharp(many, { raw: { ...size, channels: 3 } }).png({ adaptiveFiltering: false });
  const slides = [encodePng({ ...size, rows, palette }, ''), await coloured.toBuffer()];
  expect(slides.map((slide) => slide[25])).toEqual([3, 2]);
  const document = await PDFDocument.load(await bindSlides(slides, facts));
  expect(document.getPages().map((page) => shownBy(page.node.Resources()))).toEqual([few, [...many]]);
});

test('the same slides give the same bytes', async () => {
  expect(await bindSlides([png, jpeg], facts)).toEqual(await bindSlides([png, jpeg], facts));
});

test.each([
  ['16 bits', sharp(flat).toColourspace('rgb16').png()],
  ['grey', sharp(flat).toColourspace('b-w').png()],
  ['see-through', sharp(flat).ensureAlpha(0.5).png()],
  ['interlaced', sharp(flat).png({ progressive: true })],
])('a slide of another kind of PNG is refused and not shown wrongly: %s', async (_, slide) => {
  const bytes = await slide.toBuffer();
  await expect(bindSlides([bytes], facts)).rejects.toThrow('a slide has 8 bits, a palette or RGB');
});

/** The RGB of a page's one image of one row, read as PDF 32000-1:2008, 8.6.6.3 and 8.9.5 say. */
function shownBy(resources: PDFDict | undefined): number[] {
  const images = resources?.lookup(PDFName.of('XObject'), PDFDict);
  const image = images?.lookup(images.keys()[0] ?? PDFName.of(''));
  if (!(image instanceof PDFRawStream)) throw new Error('the page has no image');
  // The row's first byte names its filter: none.
  const row = [...inflateSync(image.contents).subarray(1)];
  const space = image.dict.lookup(PDFName.of('ColorSpace'));
  if (!(space instanceof PDFArray)) return row;
  const palette = space.lookup(3, PDFHexString).asBytes();
  return row.flatMap((place) => [...palette.subarray(place * 3, place * 3 + 3)]);
}
