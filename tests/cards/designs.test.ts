import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { imageHash } from '../../src/markdown/image-file.ts';
import { describe, expect, test } from 'vitest';
import type { Listing } from '../../src/brief/brief.ts';
import { ar } from '../../src/languages/ar.ts';
import { en } from '../../src/languages/en.ts';
import { zhHans } from '../../src/languages/zh-hans.ts';
import { languageFor, languages as allLanguages } from '../../src/languages/languages.ts';
import type { Language } from '../../src/languages/language.ts';
import { describeCard, describeTallCards, publicationCardOf, type Card } from '../../src/cards/card.ts';
import { drawCard } from '../../src/cards/draw.ts';
import { designCard } from '../../src/cards/designs/design.ts';
import { tallCard } from '../../src/cards/designs/tall.ts';
import { boundsOf } from '../../src/cards/glyphs.ts';
import type { FittedText } from '../../src/cards/fit.ts';
import { mirror, proveLayout, runsOf } from '../../src/cards/layout.ts';
import type { SetText } from '../../src/cards/set-text.ts';
import { cardBytesLimit } from '../../src/cards/limits.ts';
import { cardFormats } from '../../src/brief/card-formats.ts';
import { figures, listing, logoOf, publication } from './card-specs.ts';
import { wildTitles } from './text/wild-titles.ts';
import { textOfSlot } from './slot-text.ts';
import { drawWhole, fitWhole } from './drawn.ts';

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
  expectation: {
    watch: [{ by: '2026-09-30', expect: 'The court rules on the appeal of the two laboratories' }],
  },
  figure: { figures },
  image: { image },
  'longest headline': { title: long, ai: 'assisted', reviewer: 'The standards desk of a large newspaper' },
  'longest figure': { title: long, figures: [{ value: '$999,999,999', label: 'W'.repeat(29) + ' ' + 'm'.repeat(30) }] }, // prettier-ignore
  'longest image': {
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
  const frame = { begin: 64, end: 1136, panel: { top: 560, height: 400 }, figure: 176, titleSize: 101 };
  const wide = { width: 1200, height: 1200, crops: [], frame };
  const [, { spec } = { spec: undefined }] = cardsOf(briefs[name] ?? {}, en, 'light');
  if (spec?.template !== 'headline' && spec?.template !== 'figure' && spec?.template !== 'image')
    throw new Error('Expected a story');
  const layout = tallCard(spec, wide);
  proveLayout(layout);
  const texts = layout.slots.filter(({ name: slot }) => ['title', 'foot', 'credit'].includes(slot));
  expect(texts.length).toBeGreaterThanOrEqual(2);
  for (const { left, width } of texts) expect([left, left + width]).toEqual([64, 1200 - 64]);
});

test.each([1 / 3, 1, 2, 8])(
  'a logo %d times as wide as high stands in the place of the icon, whole and beside no edge',
  (ratio) => {
    const house = { ...publication, look: { logo: logoOf(ratio) } };
    for (const language of [en, ar])
      for (const changes of Object.values(briefs)) {
        const brief = { ...listing, ...changes, lang: language.code };
        const cards = [describeCard(brief, house, language), ...describeTallCards(brief, house, language)];
        for (const { spec } of [
          ...cards,
          publicationCardOf({ ...house, lang: language.code }, language.code) ?? [],
        ].flat()) {
          const layout = designCard(spec);
          proveLayout(layout);
          const { left, top, width, height } = layout.logo ?? { left: 0, top: 0, width: 0, height: 0 };
          expect(Math.abs(width - height * ratio)).toBeLessThan(Math.max(1, ratio));
          expect([left >= 48, top >= 48, left + width <= layout.size.width - 48]).toEqual([true, true, true]);
          expect(left < layout.size.width / 2).toBe(language === en);
        }
      }
  },
);

test('a logo has the colour of text on the ground of its card, wherever it says currentColor', async () => {
  const house = { ...publication, cards: { theme: 'dark' as const }, look: { logo: logoOf(1) } };
  const { bytes } = await drawWhole(describeCard(listing, house, en).spec, root);
  const { left, top } = designCard(describeCard(listing, house, en).spec).logo ?? { left: 0, top: 0 };
  const pixel = await sharp(bytes)
    .extract({ left: left + 9, top: top + 9, width: 1, height: 1 })
    .raw()
    .toBuffer();
  expect(pixel.toString('hex')).toBe('eceae3');
});

/** Whether all that a slot draws lies between two edges. */
function isBetween({ letters, emoji }: SetText, left: number, right: number): boolean {
  const boxes = [...letters.map(boundsOf), ...emoji].filter(({ width }) => width > 0);
  return boxes.every((box) => left <= box.left && box.left + box.width <= right);
}

/** What a link card shows in its middle, each to be there whole. */
async function partsInMiddle(changes: Partial<Listing>, language: Language): Promise<string[]> {
  const [{ spec } = { spec: undefined }] = cardsOf(changes, language, 'light');
  if (!spec) throw new Error('Expected a card');
  const layout = designCard(spec);
  const found: string[] = [];
  for (const slot of layout.slots.filter(({ name }) =>
    ['title', 'figure', 'label of the figure'].includes(name),
  )) {
    const { set } = await fitWhole({ ...layout, slots: [slot] }, spec);
    const isWhole =
      set.some(({ letters }) => letters.length > 0) && set.every((text) => isBetween(text, 309, 891));
    found.push(isWhole ? slot.name : `part of ${slot.name}: ${changes.title ?? ''}`);
  }
  return found;
}

test.each(Object.keys(briefs))(
  'what chats cut out of the middle of a link card has the whole title: %s',
  async (name) => {
    for (const [code, language, title] of languages) {
      const parts = await partsInMiddle({ ...briefs[name], ...(code === 'en' ? {} : { title }) }, language);
      expect(parts).toEqual(name.endsWith('figure') ? ['title', 'figure', 'label of the figure'] : ['title']);
    }
  },
);

test('what chats cut out of the middle of a link card has the whole title, in whatever script', async () => {
  for (const { text, lang } of wildTitles) {
    const language = { ...languageFor(lang), code: lang };
    expect(await partsInMiddle({ title: text }, language)).toEqual(['title']);
    expect(await partsInMiddle({ title: text, figures }, language)).toEqual([
      'title',
      'figure',
      'label of the figure',
    ]);
  }
});

const chinese = '法院裁定各国政府有义务保护公民免受气候变化最严重后果的影响，但目前尚不清楚它们将采取什么措施。'; // prettier-ignore

test.each(Object.keys(briefs))('the title is the largest text on every card, or second to a figure: %s', async (name) => {
  const titles = [briefs[name]?.title ?? listing.title, long.slice(0, 150), chinese, chinese.repeat(2), 'Bundesverfassungsgericht kippt Wahl'];
  for (const title of titles)
    for (const { spec } of cardsOf({ ...briefs[name], title }, title.startsWith('法') ? zhHans : en, 'light')) {
      const layout = designCard(spec);
      const { texts } = await fitWhole(layout, spec);
      const largestIn = (part: string): number => Math.max(...(layout.slots.find(({ name: slot }) => slot === part)?.wordings.flat().flatMap(runsOf) ?? []).map(({ scale = 1 }) => scale));
      const sizeOf = ({ part, size }: FittedText): number => size * largestIn(part);
      const others = texts.filter(({ part }) => !['title', 'figure', 'other figures'].includes(part));
      expect(Math.max(...texts.filter(({ part }) => part === 'title').map(sizeOf))).toBeGreaterThanOrEqual(Math.max(...others.map(sizeOf)));
    }
}); // prettier-ignore

test('a card says what comes next: the first expectation that is open, with its day, else the next sentence', () => {
  const teaserOf = (changes: Partial<Listing>): unknown => {
    const { spec } = describeCard({ ...listing, ...changes }, publication, en);
    return spec.template === 'headline' ? spec.teaser : undefined;
  };
  expect(teaserOf({})).toEqual({ heading: 'What’s Next?', sentences: ['Rivals will be asked for comparable numbers.'] });
  const watch = [
    { by: '2025-10-01', expect: 'A vote.', outcome: 'happened' },
    { by: '2026-03-14', expect: 'A ruling.' },
  ] as const;
  expect(teaserOf({ watch })).toEqual({ heading: 'What’s Next?', date: '14 March 2026', sentences: ['A ruling.'] });
  // With nothing to say of that, the summary says what this is about.
  expect(teaserOf({ next: '' })).toEqual({ sentences: ['The Chinese lab disclosed the figure in Nature.'] });
}); // prettier-ignore

test.each(allLanguages.map((language) => [language.code, language] as const))(
  'a link card with an image has room for its words and its credit: %s',
  async (_, language) => {
    for (const ai of ['none', 'assisted', 'generated'] as const)
      for (const title of ['Coal', 'Two laboratories settle', long])
        for (const credit of ['Fourfold', 'Jane Doe, CC BY-SA 4.0', 'A. Photographer, '.repeat(5).trim()]) {
          const changes = { title, ai, image: { ...image, credit } };
          const house = { ...publication, name: 'The Rea Valley Gazette' };
          const { spec } = describeCard({ ...listing, ...changes, lang: language.code }, house, language);
          const layout = designCard(spec);
          await expect(fitWhole(layout, spec)).resolves.toHaveProperty('problems', []);
          expect(textOfSlot(layout.slots, 'credit')).toBe(
            language.labels.photoBy.replace('{credit}', credit),
          );
        }
  },
);

test('the less is said below an image, the higher it is', () => {
  const heightFor = (title: string): number => {
    const { spec } = describeCard({ ...listing, title, image, reviewer: 'Ada' }, publication, en);
    return designCard(spec).image?.height ?? 0;
  };
  expect(heightFor('Coal')).toBeGreaterThan(heightFor(long) + 40);
  expect(heightFor(long)).toBeGreaterThanOrEqual(290);
});

test('the icon of the third section stands above its words, and where there are others, none', () => {
  const iconsOf = (changes: Partial<Listing>): number =>
    designCard(describeCard({ ...listing, ...changes }, publication, en).spec).ground.filter(
      ({ left, width, height }) => left > 915 && width === 72 && height < 8,
    ).length;
  expect(iconsOf({})).toBe(3);
  expect(iconsOf({ figures })).toBe(3);
  expect(iconsOf({ next: '' })).toBe(0);
  expect(iconsOf({ figures: [...figures, ...figures] })).toBe(0);
});

test.each([
  ['a sentence longer than any card', 'Rivals will be asked for comparable numbers, and '.repeat(20)],
  ['a single word', 'W'.repeat(2000)],
  ['Chinese', '其他公司将被要求提供可比的数字，'.repeat(40)],
])('what is next ends where there is no more room: %s', async (_, next) => {
  for (const { spec } of cardsOf({ next }, en, 'light')) {
    const { texts } = await fitWhole(designCard(spec), spec);
    expect(texts.find(({ part }) => part === 'what is next')).toMatchObject({ isShortened: true });
  }
});

test('a character that no font has is a problem wherever it stands on a card', async () => {
  const problemsOf = async (changes: Partial<Listing>): Promise<unknown[]> => {
    const { spec } = describeCard({ ...listing, ...changes }, publication, en);
    return (await drawCard(spec, root)).problems.map(({ part, character }) => [part, character]);
  };
  expect(await problemsOf({ next: '𐎀 will be read.' })).toEqual([['what is next', '𐎀']]);
  const more = [...figures, { value: '𐎀', label: 'read' }];
  expect(await problemsOf({ figures: more })).toEqual([['other figures', '𐎀']]);
});

test('a brief’s other figures stand beside the first, or as many as there is room for', async () => {
  const wide = { value: 'W'.repeat(12), label: 'W'.repeat(60) };
  const drawn = async (...more: Listing['figures']): Promise<unknown> => {
    const { spec } = describeCard({ ...listing, figures: [...figures, ...more] }, publication, en);
    const { texts } = await drawWhole(spec, root);
    expect(texts.map(({ part }) => part)).not.toContain('what is next');
    return texts.find(({ part }) => part === 'other figures')?.isShortened;
  };
  expect(await drawn({ value: '80 h', label: 'of training' }, { value: '512', label: 'chips' })).toBe(false);
  expect(await drawn(wide)).toBe(false);
  expect(await drawn(wide, wide)).toBe(true);
});

describe.each(['light', 'dark'] as const)('on %s ground', (theme) => {
  test.each(Object.keys(briefs))('every format of a %s keeps the laws and can be drawn', async (name) => {
    for (const { spec, reference } of cardsOf(briefs[name] ?? {}, en, theme)) {
      const { bytes, texts } = await drawWhole(spec, root);
      const { width, height, format, space, hasAlpha } = await sharp(bytes).metadata();
      expect(cardFormats[spec.format]).toMatchObject({ width, height });
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
        for (const { spec } of cardsOf(changes, language, theme)) {
          proveLayout(designCard(spec));
          expect(mirror(mirror(designCard(spec)))).toEqual(designCard(spec));
          if (spec.template === 'image') continue;
          await expect(drawWhole(spec, root)).resolves.toHaveProperty('texts');
        }
      }
    },
  );
});

test('the image is on the card: in its own colours, where the design has it', async () => {
  const red = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#d02020' } }).png().toBuffer(); // prettier-ignore
  const folder = await mkdtemp(join(tmpdir(), 'fourfold-image-'));
  await writeFile(join(folder, 'red.png'), red);
  const shown = { ...image, file: 'red.png', src: `/pictures/red-${imageHash(red)}.png` };
  const { spec } = describeCard({ ...listing, image: shown }, publication, en);
  const { bytes } = await drawWhole(spec, folder);
  const { image: place } = designCard(spec);
  const { data } = await sharp(bytes).extract({ left: (place?.left ?? 0) + 100, top: 100, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true }); // prettier-ignore
  expect(Math.abs((data[0] ?? 0) - 0xd0) + Math.abs((data[1] ?? 0) - 0x20)).toBeLessThan(12);
});

test.each(Object.keys(briefs))('no text of a %s lies where apps have their own bars, or crop', (name) => {
  for (const { spec } of cardsOf(briefs[name] ?? {}, en, 'light')) {
    // Pixels that a story's app covers above and below; an older grid shows the middle square of a portrait.
    const [above, below] = spec.format === 'story' ? [250, 1920 - 340] : [48, cardFormats[spec.format].height - 48];
    const grid = ['title', 'figure', 'label of the figure', 'what is next'];
    for (const { name: part, top, height } of designCard(spec).slots) {
      expect([top, top + height].map((y) => y >= above && y <= below)).toEqual([true, true]);
      if (spec.format === 'portrait' && grid.includes(part)) expect([top >= 135, top + height <= 1215]).toEqual([true, true]);
    }
  }
}); // prettier-ignore

test('an image’s credit stands on the card that shows it', () => {
  const { spec } = describeCard({ ...listing, image }, publication, en);
  const foot = designCard(spec).slots.find(({ name }) => name === 'credit');
  expect(JSON.stringify(foot?.wordings[0])).toContain('Photo: Fourfold, after NASA');
  const said = describeCard(
    { ...listing, image: { ...image, credit: 'Illustration: Ada' } },
    publication,
    en,
  );
  expect(JSON.stringify(designCard(said.spec).slots)).toContain('"Illustration: Ada"');
});

test('a title that ends in a short word takes the word before along', () => {
  const { spec } = describeCard(
    { ...listing, title: 'The court rules on what the bill is' },
    publication,
    en,
  );
  expect(textOfSlot(designCard(spec).slots, 'title')).toBe('The court rules on what the bill\u00a0is');
});
