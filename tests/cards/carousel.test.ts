import { expect, test } from 'vitest';
import type { Body } from '../../src/brief/brief.ts';
import { sectionIds } from '../../src/brief/brief.ts';
import { en } from '../../src/languages/en.ts';
import { ar } from '../../src/languages/ar.ts';
import { zhHans } from '../../src/languages/zh-hans.ts';
import { describeCarousel, describeTallCards } from '../../src/cards/card.ts';
import { designCard } from '../../src/cards/designs/design.ts';
import { drawCard } from '../../src/cards/draw.ts';
import type { CardSheet, SectionSheet, SourcesSheet } from '../../src/cards/card-spec.ts';
import { figures, listing, publication } from './sheets.ts';

const html = { page: '', portable: '' };

function bodyOf(...texts: readonly string[]): Body {
  const [first, second, third, fourth] = sectionIds.map((id, at) => ({
    id,
    heading: en.headings[at] ?? '',
    html,
    text: texts[at] ?? 'It was small. It will be larger.',
  }));
  if (!first || !second || !third || !fourth) throw new Error('there are four sections');
  return { sections: [first, second, third, fourth], notes: html, markdown: '' };
}

function slidesOf(body: Body, changes: Partial<typeof listing> = {}): readonly CardSheet[] {
  const carousel = describeCarousel({ ...listing, ...changes, ...body }, publication, en);
  return carousel?.slides.map(({ sheet }) => sheet) ?? [];
}

/** What a slide's text says in the wording that is drawn. */
async function wordsOn(sheet: CardSheet): Promise<{ words: string; size: number }> {
  const { texts } = await drawCard(sheet, '');
  const { size = 0 } = texts.find(({ part }) => part.startsWith('text')) ?? {};
  const slot = designCard(sheet).slots.find(({ name }) => name.startsWith('text'));
  const choices = slot ? [slot, ...(slot.fallbacks ?? [])] : [];
  return { size, words: JSON.stringify(choices.filter(({ sizes }) => sizes.includes(size)).map(({ wordings }) => wordings)) }; // prettier-ignore
}

test('a brief has a square, a portrait, a story and six slides with a document of them', () => {
  const files = describeTallCards(listing, publication, en).map(({ file }) => file);
  expect(files.map((file) => file.replace(/[0-9a-f]{12}/, '#'))).toEqual([
    'deepseek-r1-square-#.png',
    'deepseek-r1-portrait-#.png',
    'deepseek-r1-story-#.png',
  ]);
  const carousel = describeCarousel({ ...listing, ...bodyOf() }, publication, en);
  expect(carousel?.slides.map(({ file }) => file.replace(/[0-9a-f]{12}/, '#'))).toEqual(
    [1, 2, 3, 4, 5, 6].map((number) => `deepseek-r1-slide-${number}-#.png`),
  );
  expect(carousel?.file).toMatch(/^deepseek-r1-slides-[0-9a-f]{12}\.pdf$/);
  expect(carousel?.slides.map(({ sheet }) => sheet.page)).toEqual(['1/6', '2/6', '3/6', '4/6', '5/6', '6/6']);
});

test('the publication decides which formats there are', () => {
  const house = { ...publication, cards: { formats: ['story'] as const } };
  expect(describeTallCards(listing, house, en).map(({ reference }) => reference.height)).toEqual([1920]);
  expect(describeCarousel({ ...listing, ...bodyOf() }, house, en)).toBeUndefined();
});

test('a theme is another card', () => {
  const dark = { ...publication, cards: { theme: 'dark' as const } };
  expect(describeTallCards(listing, dark, en)[0]?.file).not.toBe(describeTallCards(listing, publication, en)[0]?.file); // prettier-ignore
  expect(describeTallCards(listing, dark, en)[0]?.sheet).toMatchObject({ theme: 'dark', accent: '#ff8a70' });
});

test('an edit of one section changes its own slide and the document, and no other', () => {
  const before = describeCarousel({ ...listing, ...bodyOf() }, publication, en);
  const after = describeCarousel({ ...listing, ...bodyOf('', 'It was small after all.') }, publication, en);
  const same = before?.slides.map(({ file }, at) => file === after?.slides[at]?.file);
  // The first section's text is another one, too.
  expect(same).toEqual([true, false, false, true, true, true]);
  expect(after?.file).not.toBe(before?.file);
});

test('a slide that shows all of its section says so in the largest size that fits, without "Read on"', async () => {
  const [, slide] = slidesOf(bodyOf('The bill was small. Rivals pay more.'));
  const { words, size } = await wordsOn(slide as SectionSheet);
  expect(size).toBe(54);
  expect(words).not.toContain('Read on');
});

test('a slide ends at a sentence’s end, and says where there is more', async () => {
  const sentence = 'The bill was far smaller than any of its rivals had ever said in public before.';
  const [, slide] = slidesOf(bodyOf(Array(30).fill(sentence).join(' ')));
  expect((slide as SectionSheet).isCut).toBe(true);
  const { texts } = await drawCard(slide as SectionSheet, '');
  expect(texts.find(({ part }) => part === 'text of section 1')).toMatchObject({
    size: 40,
    isShortened: true,
  });
  for (const { wordings } of designCard(slide as SectionSheet).slots.flatMap(
    ({ fallbacks = [] }) => fallbacks,
  )) {
    for (const rows of wordings) {
      expect(rows.at(-1)?.[0]?.text).toBe('Read on');
      for (const row of rows.slice(0, -1)) expect(row[0]?.text).toMatch(/before\.$/);
    }
  }
});

test('a first sentence too long for every size gives way to the heading and "Read on"', async () => {
  const endless = `The bill ${'was smaller than many had thought it could ever be and '.repeat(60)}that is all.`;
  const [, slide] = slidesOf(bodyOf(endless));
  const { words, size } = await wordsOn(slide as SectionSheet);
  expect(size).toBe(40);
  expect(words).toContain('[[[{"text":"Read on"');
});

test('a sentence that no slide could ever show is no part of one, so nobody waits until it is tried', () => {
  const [, slide, after] = slidesOf(
    bodyOf('x'.repeat(500_000), `It was small. A ${'word '.repeat(100_000)}`),
  );
  expect(slide).toMatchObject({ paragraphs: [], isCut: true, alt: 'What’s Happening?' });
  expect(after).toMatchObject({ paragraphs: [['It was small. ']], isCut: true });
});

test('a section that opens with a table shows its first rows as text', () => {
  const [, slide] = slidesOf(bodyOf('Stage\tCost\nR1\t$294,000'));
  expect((slide as SectionSheet).paragraphs).toEqual([['Stage · Cost'], ['R1 · $294,000']]);
});

test('the last slide names the sources and the address without its protocol', () => {
  const sources = [{ title: 'A paper', url: 'https://example.org/paper', publisher: 'Nature' }];
  const last = slidesOf(bodyOf(), { sources }).at(-1) as SourcesSheet;
  expect(last.sources).toEqual(['A paper · Nature']);
  expect(last.address).toBe('example.org/news/briefs/deepseek-r1/');
});

test('more sources than there is room for are counted', async () => {
  const sources = Array.from({ length: 12 }, (_, at) => ({
    title: `A paper with a rather long title that takes two lines, number ${at}`,
    url: 'https://example.org/paper',
    publisher: 'The Journal of Long Names',
  }));
  const last = slidesOf(bodyOf(), { sources }).at(-1);
  const { texts } = await drawCard(last as SourcesSheet, '');
  expect(texts.find(({ part }) => part === 'sources')).toMatchObject({ isShortened: true });
});

test('slides number themselves in the digits of their language', () => {
  const carousel = describeCarousel({ ...listing, figures, ...bodyOf(), lang: 'ar' }, publication, ar);
  expect(carousel?.slides[1]?.sheet.page).toBe(`${new Intl.NumberFormat('ar').format(2)}/${new Intl.NumberFormat('ar').format(6)}`); // prettier-ignore
});

test('a new figure or headline changes the slide that shows it, and no section’s', () => {
  const filesOf = (changes: Partial<typeof listing>): string[] =>
    describeCarousel({ ...listing, ...changes, ...bodyOf() }, publication, en)?.slides.map(
      ({ file }) => file,
    ) ?? [];
  const before = filesOf({ figures });
  const after = filesOf({ figures: [{ value: '1', label: 'another' }] });
  expect(before.map((file, at) => file === after[at])).toEqual([false, true, true, true, true, true]);
});

test('no slide ends with a sentence that announces what is not there', () => {
  const [, slide] = slidesOf(bodyOf(`It was small. ${'It cost this much: '.repeat(1)}\nOne.\nTwo.`));
  const text = designCard(slide as SectionSheet).slots.find(({ name }) => name.startsWith('text'));
  const cut = text?.fallbacks?.[0]?.wordings.map((rows) => rows.at(-2)?.[0]?.text) ?? [];
  expect(cut.filter((last) => last?.endsWith(':'))).toEqual([]);
  expect(cut).toContain('It was small.');
});

test('quotations keep their signs and Chinese its lack of spaces', () => {
  const text = '他说：“这是一次转折。”专家并不同意。“我们还需要更多数据！”研究者写道。';
  const carousel = describeCarousel({ ...listing, ...bodyOf(text) }, publication, zhHans);
  const { paragraphs } = carousel?.slides[1]?.sheet as SectionSheet;
  expect(paragraphs.flat().join('')).toBe(text);
  for (const sentence of paragraphs.flat()) expect(sentence).not.toMatch(/“$/);
});
