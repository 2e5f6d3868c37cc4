import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { pictureHash } from '../../src/markdown/image-file.ts';
import { describe, expect, test } from 'vitest';
import type { Listing } from '../../src/brief/brief.ts';
import { ar } from '../../src/languages/ar.ts';
import { en } from '../../src/languages/en.ts';
import { zhHans } from '../../src/languages/zh-hans.ts';
import type { Language } from '../../src/languages/language.ts';
import { describeCard, describeTallCards, type Card } from '../../src/cards/card.ts';
import { designCard } from '../../src/cards/designs/design.ts';
import { tallCard } from '../../src/cards/designs/tall.ts';
import { drawCard } from '../../src/cards/draw.ts';
import { mirror, proveLayout } from '../../src/cards/layout.ts';
import { cardBytesLimit } from '../../src/cards/limits.ts';
import { cardFormats } from '../../src/brief/card-formats.ts';
import { figures, listing, publication } from './sheets.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const image = {
  file: 'briefs/pictures/dimorphos-orbit.png',
  src: '/pictures/dimorphos-orbit-4aeb0068a918.png',
  alt: 'An orbit',
  credit: 'Fourfold, after NASA',
  width: 1,
  height: 1,
  sources: [],
};
const long = 'The European Court of Human Rights rules that governments have a duty to protect their citizens from the worst effects of climate change, and it is not clear at all what they will do about it now ok'; // prettier-ignore

/** What a brief may have, from next to nothing to all that the format allows. */
const briefs: Record<string, Partial<Listing>> = {
  headline: { title: 'A small bill', ai: 'none' },
  figure: { figures },
  picture: { image },
  'longest headline': { title: long, ai: 'assisted', reviewer: 'The standards desk of a large newspaper' },
  'longest figure': { title: long, figures: [{ value: '$999,999,999', label: 'W'.repeat(29) + ' ' + 'm'.repeat(30) }] }, // prettier-ignore
  'longest picture': {
    title: long,
    image: { ...image, credit: `Photograph: ${'A. Photographer, '.repeat(4)}` },
  },
};
const languages: readonly [string, Language, string][] = [
  ['en', en, 'DeepSeek puts R1’s training bill at $294,000'],
  ['ar', ar, 'كلفة تدريب نموذج R1 (294,000 دولار)'],
  ['zh-Hans', zhHans, '深度求索公布R1训练成本：29.4万美元'],
];

function cardsOf(changes: Partial<Listing>, language: Language, theme: 'light' | 'dark'): Card[] {
  const house = { ...publication, cards: { theme } };
  const brief = { ...listing, ...changes, lang: language.code };
  return [describeCard(brief, house, language), ...describeTallCards(brief, house, language)];
}

test.each(Object.keys(briefs))('a %s in a format that is wider has wider text', (name) => {
  const frame = { sheet: 440, quarter: 520, picture: 600, begin: 56, end: 1136, figure: 176, titleSize: 101 };
  const wide = { width: 1200, height: 1200, crops: [], frame };
  const [, { sheet } = { sheet: undefined }] = cardsOf(briefs[name] ?? {}, en, 'light');
  if (sheet?.template !== 'headline' && sheet?.template !== 'figure' && sheet?.template !== 'picture')
    throw new Error('Expected a story');
  const layout = tallCard(sheet, wide);
  proveLayout(layout);
  const texts = layout.slots.filter(({ name: slot }) => ['topic', 'title', 'foot', 'credit'].includes(slot));
  expect(texts.length).toBeGreaterThanOrEqual(3);
  for (const { left, width } of texts) expect([left, left + width]).toEqual([64, 1200 - 64]);
});

describe.each(['light', 'dark'] as const)('on %s ground', (theme) => {
  test.each(Object.keys(briefs))('every format of a %s keeps the laws and can be drawn', async (name) => {
    for (const { sheet, reference } of cardsOf(briefs[name] ?? {}, en, theme)) {
      const { bytes, texts } = await drawCard(sheet, root);
      const { width, height, format, space, hasAlpha } = await sharp(bytes).metadata();
      expect(cardFormats[sheet.format]).toMatchObject({ width, height });
      expect(`image/${format}`).toBe(reference.type);
      expect({ space, hasAlpha }).toEqual({ space: 'srgb', hasAlpha: false });
      expect(bytes.length).toBeLessThanOrEqual(cardBytesLimit);
      expect(Math.min(...texts.map(({ size }) => size))).toBeGreaterThanOrEqual(24);
    }
  });

  test.each(languages)(
    'every format in %s keeps the laws, whatever the brief has',
    async (_, language, title) => {
      for (const changes of [{ title }, { title, figures }, { title, image }]) {
        for (const { sheet } of cardsOf(changes, language, theme)) {
          proveLayout(designCard(sheet));
          expect(mirror(mirror(designCard(sheet)))).toEqual(designCard(sheet));
          if (sheet.template === 'picture') continue;
          await expect(drawCard(sheet, root)).resolves.toHaveProperty('texts');
        }
      }
    },
  );
});

test('the picture is on the card: in its own colours, where the design has it', async () => {
  const red = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#d02020' } }).png().toBuffer(); // prettier-ignore
  const folder = await mkdtemp(join(tmpdir(), 'fourfold-picture-'));
  await writeFile(join(folder, 'red.png'), red);
  const shown = { ...image, file: 'red.png', src: `/pictures/red-${pictureHash(red)}.png` };
  const { sheet } = describeCard({ ...listing, image: shown }, publication, en);
  const { bytes } = await drawCard(sheet, folder);
  const { picture } = designCard(sheet);
  const { data } = await sharp(bytes).extract({ left: (picture?.left ?? 0) + 100, top: 100, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true }); // prettier-ignore
  expect(Math.abs((data[0] ?? 0) - 0xd0) + Math.abs((data[1] ?? 0) - 0x20)).toBeLessThan(12);
});

test('a picture’s credit stands on the card that shows it', () => {
  const { sheet } = describeCard({ ...listing, image }, publication, en);
  const foot = designCard(sheet).slots.find(({ name }) => name === 'credit');
  expect(JSON.stringify(foot?.wordings[0])).toContain('Fourfold, after NASA');
});

test('a title that ends in a short word takes the word before along', () => {
  const { sheet } = describeCard(
    { ...listing, title: 'The court rules on what the bill is' },
    publication,
    en,
  );
  const title = designCard(sheet).slots.find(({ name }) => name === 'title');
  expect(title?.wordings[0]?.[0]?.[0]?.text).toBe('The court rules on what the bill\u00a0is');
});
