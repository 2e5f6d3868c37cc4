import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import Tinypool from 'tinypool';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CardSpec } from '../../src/cards/card-spec.ts';
import { channelsOf } from '../../src/brief/colour.ts';
import { imageHash } from '../../src/markdown/image-file.ts';
import { designCard } from '../../src/cards/designs/design.ts';
import { cardBytesLimit, refuseLarge } from '../../src/cards/limits.ts';
import { margin } from '../../src/cards/layout.ts';
import { arabic, chinese, figures, specOf } from './card-specs.ts';
import { drawCard } from '../../src/cards/draw.ts';
import { drawWhole } from './drawn.ts';

async function bytesOf(spec: CardSpec): Promise<Uint8Array> {
  return (await drawWhole(spec, root)).bytes;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const title200 =
  'The European Court of Human Rights rules that governments have a duty to protect their citizens from the worst effects of climate change, and it is not at all clear what any of them will do about it now';

/** Every kind of card; each is drawn once and looked at by all tests. */
const specs: Record<string, CardSpec> = {
  headline: specOf(),
  figure: specOf({ figures }),
  '200 graphemes': specOf({ title: title200.slice(0, 200), ai: 'assisted' }),
  '200 graphemes and a figure of 12 wide letters with a label of 60': specOf({
    title: title200.slice(0, 200),
    figures: [{ value: 'W'.repeat(12), label: 'W'.repeat(29) + ' ' + 'W'.repeat(30) }],
  }),
  'one word': specOf({ title: 'Water', ai: 'none' }),
  'a word longer than a line': specOf({
    title: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
  }),
  'a word of 200 letters': specOf({ title: 'W'.repeat(200) }),
  'typographic characters': specOf({ title: '“Non\u2011profit” CO₂ ≥ 1\u202f000 µg: Łódź’s α‑test → ½' }),
  Vietnamese: specOf({ title: 'Việt Nam đẩy nhanh chuyển đổi: Ế ẩm' }),
  Arabic: specOf({ title: 'كلفة تدريب نموذج R1 (294,000 دولار)' }, arabic),
  'Arabic with a figure': specOf({ title: 'محكمة النقض تقرّ قانون المناخ', figures }, arabic),
  Chinese: specOf({ title: '深度求索公布R1训练成本：29.4万美元' }, chinese),
  '200 Chinese characters': specOf(
    { title: '深度求索公布训练成本远低于美国'.repeat(14).slice(0, 200) },
    chinese,
  ),
};
const cards = new Map<string, Uint8Array>();

beforeAll(async () => {
  for (const [name, spec] of Object.entries(specs)) cards.set(name, await bytesOf(spec));
});

test.each(Object.keys(specs))('a card is 1200×630, opaque, sRGB and light enough: %s', async (name) => {
  const card = cards.get(name) ?? new Uint8Array();
  const { format, width, height, channels, space, hasAlpha } = await sharp(card).metadata();
  expect({ format, width, height, channels, space, hasAlpha }).toEqual({
    format: 'png',
    width: 1200,
    height: 630,
    channels: 3,
    space: 'srgb',
    hasAlpha: false,
  });
  expect(card.length).toBeLessThanOrEqual(cardBytesLimit);
  expect(card.length).toBeGreaterThan(20_000);
});

test.each(Object.keys(specs))(
  'nothing but the flat colours of the ground is near the edge: %s',
  async (name) => {
    const pixels = await sharp(cards.get(name)).raw().toBuffer();
    const ground = designCard(specs[name] ?? specOf()).ground.map(({ colour }) => channelsOf(colour).join());
    const found = new Set<string>();
    for (let y = 0; y < 630; y += 1) {
      for (let x = 0; x < 1200; x += 1) {
        if (x === margin && y >= margin && y < 630 - margin) x = 1200 - margin;
        found.add(pixels.subarray((y * 1200 + x) * 3, (y * 1200 + x) * 3 + 3).join());
      }
    }
    expect(ground).toEqual(expect.arrayContaining([...found]));
  },
);

/** The brightness of a link card's image at its edge and in its middle, for a source of 90 × 90 pixels. */
async function brightnessOf(
  pixelAt: (x: number, y: number) => number,
): Promise<{ edge: number; middle: number }> {
  const side = 90;
  const pixels = Uint8Array.from({ length: side * side * 3 }, (_, at) => {
    const pixel = Math.floor(at / 3);
    return pixelAt(pixel % side, Math.floor(pixel / side));
  });
  const file = await sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .png()
    .toBuffer();
  const folder = await mkdtemp(join(tmpdir(), 'image-'));
  await writeFile(join(folder, 'image.png'), file);
  const src = `/image-${imageHash(file)}.png`;
  const image = { file: 'image.png', src, alt: 'A', width: side, height: side, sources: [] };
  const card = await drawWhole(specOf({ image }), folder);
  await rm(folder, { recursive: true });
  const drawn = await sharp(card.bytes).greyscale().raw().toBuffer();
  return { edge: drawn[150 * 1200 + 4] ?? 0, middle: drawn[150 * 1200 + 610] ?? 0 };
}

test('a drawing on plain ground is shown whole, and a photograph fills its place', async () => {
  const isInside = (at: number): boolean => at >= 20 && at < 70;
  const drawing = await brightnessOf((x, y) => (isInside(x) && isInside(y) ? 0 : 250));
  expect([drawing.edge > 240, drawing.middle < 15]).toEqual([true, true]);
  const photograph = await brightnessOf((x) => (x < 45 ? 20 : 120));
  expect([photograph.edge < 40, photograph.middle > 100]).toEqual([true, true]);
});

test('a card too large for WhatsApp is an error', () => {
  expect(() => { refuseLarge(new Uint8Array(cardBytesLimit)); }).not.toThrow(); // prettier-ignore
  expect(() => { refuseLarge(new Uint8Array(cardBytesLimit + 1)); }).toThrow('more than 300000 bytes'); // prettier-ignore
});

test('a card is drawn without a text that it cannot show, and says why', async () => {
  const { bytes, texts, problems } = await drawCard(specOf({ title: 'Fine 𐎀' }), '');
  expect(problems).toEqual([expect.objectContaining({ part: 'title', character: '𐎀' })]);
  expect(texts.map(({ part }) => part)).not.toContain('title');
  expect(texts.map(({ part }) => part)).toContain('foot');
  expect(bytes.length).toBeGreaterThan(5000);
});

test('the same spec gives the same bytes, whatever was drawn between', async () => {
  for (const name of ['headline', 'Arabic', 'typographic characters']) {
    expect(await bytesOf(specs[name] ?? specOf())).toEqual(cards.get(name));
  }
});

test('the words of the metadata can be read back', async () => {
  const title = 'Fish & chips: “<5 %” for R1’s bill';
  const { xmp } = await sharp(await bytesOf(specOf({ title, authors: ['ada'] }))).metadata();
  const text = xmp?.toString('utf8') ?? '';
  const read = (element: string): string | undefined =>
    new RegExp(`<${element}>(?:<rdf:\\w+><rdf:li[^>]*>)?([^<]*)<`).exec(text)?.[1];
  expect(read('dc:title')).toBe('Fish &amp; chips: “&lt;5 %” for R1’s bill');
  expect(read('dc:creator')).toBe('Ada Lovelace');
  expect(read('dc:rights')).toBe('© 2025 Fourfold');
  expect(read('Iptc4xmpCore:AltTextAccessibility')).toContain('Fish &amp; chips');
});

test.each([
  ['none', 'algorithmicMedia'],
  ['assisted', 'compositeWithTrainedAlgorithmicMedia'],
  ['generated', 'compositeWithTrainedAlgorithmicMedia'],
] as const)('the image says how it was made: ai %s is %s', async (ai, source) => {
  const { xmp } = await sharp(await bytesOf(specOf({ ai }))).metadata();
  expect(xmp?.toString('utf8')).toContain(
    `<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/${source}</Iptc4xmpExt:DigitalSourceType>`,
  );
});

test('a damma stands above its letter, not below', async () => {
  const topOf = async (word: string): Promise<number> => {
    const title = `${word}${' من دون'.repeat(8)}`;
    const area = { left: 765, top: 50, width: 130, height: 200 };
    const card = sharp(await bytesOf(specOf({ title, topics: [] }, arabic)));
    const pixels = await card.extract(area).greyscale().raw().toBuffer();
    return Math.floor(pixels.findIndex((pixel) => pixel < 128) / area.width);
  };
  expect(await topOf('أُر')).toBeLessThan((await topOf('أر')) - 5);
});

const pool = new Tinypool({
  filename: fileURLToPath(new URL('../../src/cards/worker.ts', import.meta.url)),
  maxThreads: 1,
});
afterAll(() => pool.destroy());

test('a worker lays the same bytes on the disk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cards-'));
  const path = join(folder, 'card.png');
  const result = (await pool.run({ spec: specs['headline'], root, path })) as {
    bytes: number;
    sha256: string;
  };
  const written = await readFile(path);
  expect(new Uint8Array(written)).toEqual(new Uint8Array(cards.get('headline') ?? []));
  expect(result).toEqual({
    bytes: written.length,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    problems: [],
    texts: expect.arrayContaining([{ part: 'topic', size: 26, isShortened: false }]) as unknown,
  });
  await rm(folder, { recursive: true });
});
