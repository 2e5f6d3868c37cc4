import { expect, test } from 'vitest';
import type { Block } from '../../src/brief/blocks.ts';
import { tallFormats } from '../../src/brief/card-formats.ts';
import { en } from '../../src/languages/en.ts';
import { ar } from '../../src/languages/ar.ts';
import { zhHans } from '../../src/languages/zh-hans.ts';
import { describeCarousel, describeTallCards } from '../../src/cards/card.ts';
import { designCard } from '../../src/cards/designs/design.ts';
import { proveLayout, runsOf } from '../../src/cards/layout.ts';
import type { SectionSpec, SourcesSpec } from '../../src/cards/card-spec.ts';
import { shapeParagraph } from '../../src/cards/text/paragraph.ts';
import { figures, listing, publication } from './card-specs.ts';
import { bodyOf, drawnOn, rowsOn, sentence, slidesOf, slidesOfBlocks } from './slide-specs.ts';
import { drawWhole, fitWhole } from './drawn.ts';

test('a brief has every tall format and six slides with a document of them', () => {
  const files = describeTallCards(listing, publication, en).map(({ file }) => file);
  expect(files.map((file) => file.replace(/[0-9a-f]{12}/, '#'))).toEqual(
    Object.keys(tallFormats).map((format) => `deepseek-r1-${format}-#.png`),
  );
  const carousel = describeCarousel({ ...listing, ...bodyOf() }, publication, en);
  expect(carousel?.slides.map(({ file }) => file.replace(/[0-9a-f]{12}/, '#'))).toEqual(
    [1, 2, 3, 4, 5, 6].map((number) => `deepseek-r1-slide-${number}-#.png`),
  );
  expect(carousel?.file).toMatch(/^deepseek-r1-slides-[0-9a-f]{12}\.pdf$/);
  expect(carousel?.slides.map(({ spec }) => spec.page)).toEqual(['1/6', '2/6', '3/6', '4/6', '5/6', '6/6']);
});

test('the publication decides which formats there are', () => {
  const house = { ...publication, cards: { formats: ['story'] as const } };
  expect(describeTallCards(listing, house, en).map(({ reference }) => reference.height)).toEqual([1920]);
  expect(describeCarousel({ ...listing, ...bodyOf() }, house, en)).toBeUndefined();
});

test('a theme is another card', () => {
  const dark = { ...publication, cards: { theme: 'dark' as const } };
  expect(describeTallCards(listing, dark, en)[0]?.file).not.toBe(describeTallCards(listing, publication, en)[0]?.file); // prettier-ignore
  expect(describeTallCards(listing, dark, en)[0]?.spec).toMatchObject({ theme: 'dark', accent: '#ff8a70' });
});

test('an edit of one section changes its own slide and the document, and no other', () => {
  const before = describeCarousel({ ...listing, ...bodyOf() }, publication, en);
  const after = describeCarousel({ ...listing, ...bodyOf('', 'It was small after all.') }, publication, en);
  const same = before?.slides.map(({ file }, at) => file === after?.slides[at]?.file);
  // The first section's text is another one, too.
  expect(same).toEqual([true, false, false, true, true, true]);
  expect(after?.file).not.toBe(before?.file);
});

test('a slide that says little is set as large as it fits', async () => {
  const [slide] = slidesOfBlocks({ kind: 'paragraph', text: 'The bill was small. Rivals pay more.' });
  expect(await drawnOn(slide)).toEqual({ size: 86, isShortened: false });
});

test('a section that does not fit goes on on a second slide, at a sentence’s end', async () => {
  const slides = slidesOfBlocks({ kind: 'paragraph', text: sentence.repeat(15) });
  expect(slides.map(({ part, isCut }) => [part, isCut])).toEqual([['1/2', false], ['2/2', false]]); // prettier-ignore
  const sentences = slides.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : [])),
  );
  expect(sentences).toHaveLength(15);
  for (const slide of slides) {
    const { size, isShortened } = await drawnOn(slide);
    expect(isShortened).toBe(false);
    expect(size).toBeGreaterThanOrEqual(38);
  }
});

test('two slides of a section share it, with a chart beside what announces it', () => {
  const paragraph = (count: number): Block => ({ kind: 'paragraph', text: sentence.repeat(count) });
  const slides = slidesOfBlocks(paragraph(2), bars(7), paragraph(5));
  expect(slides.map(({ blocks }) => blocks.map(({ kind }) => kind))).toEqual([['paragraph', 'chart'], ['paragraph']]); // prettier-ignore
});

test('sections of the usual length fill their slides', async () => {
  const body = bodyOf(...[6, 8, 5, 7].map((count) => sentence.repeat(count)));
  for (const spec of slidesOf(body).filter(({ template }) => template === 'section')) {
    const { top, height } = designCard(spec).slots.find(({ name }) => name.startsWith('text of')) ?? { top: 0, height: 1 }; // prettier-ignore
    const { set } = await fitWhole(designCard(spec), spec);
    const end = Math.max(...set.flatMap(({ letters }) => letters.map(({ y }) => y)).filter((y) => y < top + height)); // prettier-ignore
    expect((end - top) / height).toBeGreaterThan(0.7);
  }
});

test('what is still expected stands with its day below the third section, where there is room', () => {
  const watch = [
    { by: '2025-10-01', expect: 'A vote.', outcome: 'happened' },
    { by: '2026-03-14', expect: 'A ruling.' },
    { by: '2026-09-30', expect: 'A law.' },
  ] as const;
  const third = (text: string): unknown =>
    slidesOf(bodyOf('It was small.', 'It was small.', text), { watch })
      .flatMap((spec) => (spec.template === 'section' && spec.section === 2 ? spec.blocks : []))
      .slice(1);
  expect(third('Rivals will be asked.')).toEqual([
    { kind: 'heading', text: 'What to watch' },
    { kind: 'list', items: ['14 March 2026: A ruling.', '30 September 2026: A law.'] },
  ]);
  expect(third(sentence.repeat(9))).toEqual([]);
});

test('a slide with room shows a key figure that it names and the title’s slide does not show', () => {
  const more = [
    { value: '$294,000', label: 'cost' },
    { value: '512', label: 'chips' },
    { value: '80', label: 'hours' },
  ];
  const shown = slidesOf(bodyOf('It cost $294,000 on 512 chips.', '512 chips ran 1,80 hours.'), { figures: more }) // prettier-ignore
    .flatMap((spec) => (spec.template === 'section' ? [spec.blocks.filter(({ kind }) => kind === 'figure')] : [])); // prettier-ignore
  expect(shown).toEqual([[{ kind: 'figure', ...more[1] }], [], [], []]);
});

test('a section too long for two slides says where there is more; ten slides are the most', async () => {
  const endless = sentence.repeat(80);
  const slides = slidesOfBlocks({ kind: 'paragraph', text: endless });
  expect(slides.map(({ isCut }) => isCut)).toEqual([false, true]);
  await expect(drawnOn(slides[1])).resolves.toHaveProperty('isShortened', false);
  expect(slidesOf(bodyOf(endless, endless, endless, endless))).toHaveLength(10);
});

test('a word that no slide could ever show is no part of one, so nobody waits until it is tried', () => {
  const [slide] = slidesOfBlocks({ kind: 'paragraph', text: 'x'.repeat(500_000) });
  expect(slide).toMatchObject({ blocks: [], isCut: true });
  const slides = slidesOfBlocks({ kind: 'paragraph', text: `It was small. A ${'word '.repeat(100_000)}` });
  expect(slides.map(({ isCut }) => isCut)).toEqual([false, true]);
});

const bars = (count: number): Block => ({
  kind: 'chart',
  title: 'Coal',
  height: 36 * count,
  shapes: Array.from({ length: count }, (_, at) => [
    { shape: 'text', role: 'name', x: 0, y: 36 * at + 16, anchor: 'start', text: String(2000 + at) } as const,
    { shape: 'bar', x: 0, y: 36 * at + 22, width: 1, height: 10 } as const,
  ]).flat(),
});

const long: Record<string, Block> = {
  'a chart of 8 bars': bars(8),
  'a chart of 13 bars': bars(13),
  'a chart of 60 bars': bars(60),
  'a table of 12 rows in 5 columns': { kind: 'table', hasHead: true, rows: Array.from({ length: 12 }, () => ['Country', 'Unemployment', '83,000,000', '1,234,567', 'Yes']) },
  'a quotation of 700 characters': { kind: 'quote', text: sentence.repeat(9), by: 'Dustin Moody, NIST' },
  'a quotation of 1,900 characters': { kind: 'quote', text: sentence.repeat(24), by: 'Dustin Moody, NIST' },
  'a sentence of 760 characters': { kind: 'paragraph', text: `${'They said, as ever, that it was small, '.repeat(20)}and it was.` },
  'Thai of 1,400 characters': { kind: 'paragraph', text: 'รัฐบาลประกาศว่าโรงไฟฟ้าถ่านหินแห่งสุดท้ายจะปิดในปีหน้า '.repeat(26).trim() },
  'an Arabic quotation of 30 sentences': { kind: 'quote', text: 'قالت الحكومة إن المحطة ستغلق في العام المقبل. '.repeat(30).trim() },
}; // prettier-ignore

test.each(Object.entries(long))('%s leaves no slide empty', async (_, block) => {
  const slides = slidesOfBlocks(block);
  expect(slides.length).toBeLessThanOrEqual(2);
  for (const slide of slides) {
    expect(slide.blocks).not.toEqual([]);
    await expect(drawnOn(slide)).resolves.toHaveProperty('isShortened', false);
  }
});

test('a quotation goes on on a second slide, where its speaker is named', () => {
  const slides = slidesOfBlocks(long['a quotation of 700 characters'] ?? bars(1), { kind: 'paragraph', text: sentence.repeat(3) }); // prettier-ignore
  const quotes = slides.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'quote'));
  expect(quotes.map(({ by }) => by)).toEqual([undefined, 'Dustin Moody, NIST']);
  expect(quotes.map(({ text }) => text).join(' ')).toBe(sentence.repeat(9).trim());
});

test('a chart of many bars shows the first, and counts the others', () => {
  const [spec] = slidesOfBlocks(bars(60));
  const [chart] = spec?.blocks ?? [];
  if (chart?.kind !== 'chart') throw new Error('Expected a chart');
  const shown = chart.shapes.filter(({ shape }) => shape === 'bar').length;
  expect([shown + (chart.more ?? 0), chart.shapes.length]).toEqual([60, 2 * shown]);
});

test('what announces a high chart stands above it', async () => {
  const slides = slidesOfBlocks({ kind: 'paragraph', text: 'Look here:' }, bars(13));
  expect(slides.map(({ blocks }) => blocks.map(({ kind }) => kind))).toEqual([['paragraph', 'chart']]);
  await expect(drawnOn(slides[0])).resolves.toHaveProperty('isShortened', false);
});

test('what announces an image, which slides leave out, is left out too', () => {
  const [slide] = slidesOfBlocks({ kind: 'paragraph', text: 'It was small.' }, { kind: 'paragraph', text: 'Look here:' }); // prettier-ignore
  expect(slide).toMatchObject({
    blocks: [{ kind: 'paragraph', sentences: ['It was small.'] }],
    isCut: true,
  });
});

test('a table is set smaller before any of its words is broken', async () => {
  const [spec] = slidesOfBlocks({ kind: 'table', hasHead: true, rows: [['Country', 'Unemployment', 'Population', 'Budget', 'Debt'], ['Germany', '3.4%', '83,000,000', '1,234,567', '62.4%']] }); // prettier-ignore
  if (!spec) throw new Error('Expected a slide');
  const layout = designCard(spec);
  const { texts } = await fitWhole(layout, { lang: 'en', direction: 'ltr' });
  const slot = layout.slots.find(({ name }) => name === 'text of section 1');
  const size = texts.find(({ part }) => part === 'text of section 1')?.size ?? 0;
  for (const row of slot?.wordings[0] ?? []) {
    if (!('form' in row) || row.form !== 'cells') continue;
    const room = (slot?.width ?? 0) - 0.8 * size * (row.cells.length - 1);
    for (const [at, { text, face, scale = 1 }] of row.cells.entries()) {
      const { places } = await shapeParagraph(text, face, { lang: 'en', direction: 'ltr' });
      expect((places.at(-1) ?? 0) * size * scale).toBeLessThanOrEqual(room * (row.columns[at] ?? 0));
    }
  }
});

test('no slide ends with a heading, or with a sentence that announces what is on the next', () => {
  const announced: Block[] = [
    { kind: 'paragraph', text: sentence.repeat(8) },
    { kind: 'heading', text: 'What it cost' },
    { kind: 'paragraph', text: 'It cost this much:' },
    { kind: 'list', items: Array.from({ length: 8 }, (_, at) => `${sentence.trim()} ${at}`) },
  ];
  const [first, second] = slidesOfBlocks(...announced);
  expect(first?.blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
  expect(second?.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list']);
});

const forms: Record<string, Block> = {
  heading: { kind: 'heading', text: 'What it cost' },
  list: { kind: 'list', items: ['One thing', 'Another thing, which takes more than a line of the slide to be said'] },
  'numbered list': { kind: 'list', items: ['Tenth', 'Eleventh'], first: 10 },
  quotation: { kind: 'quote', text: 'We were surprised ourselves.', by: 'Dustin Moody, NIST' },
  figure: { kind: 'figure', value: '$294,000', label: 'reported cost of training R1' },
  table: { kind: 'table', hasHead: true, rows: [['Model', 'Cost'], ...Array.from({ length: 12 }, (_, at) => [`R${at}`, `$${at},000`])] },
  chart: { kind: 'chart', title: 'Coal', height: 88, shapes: [{ shape: 'bar', x: 0, y: 26, width: 1, height: 10 }, { shape: 'text', role: 'name', x: 0, y: 16, anchor: 'start', text: '2012' }, { shape: 'text', role: 'value', x: 1, y: 16, anchor: 'end', text: '40%' }] },
}; // prettier-ignore

test.each(Object.entries(forms))('a %s is drawn as such, in both directions', async (_, block) => {
  const slides = slidesOfBlocks({ kind: 'paragraph', text: 'It was small.' }, block);
  expect(slides).toHaveLength(1);
  const [spec] = slides;
  if (!spec) throw new Error('Expected a slide');
  // A chart is drawn in the direction of its language.
  for (const direction of block.kind === 'chart' ? (['ltr'] as const) : (['ltr', 'rtl'] as const)) {
    const layout = designCard({ ...spec, direction });
    proveLayout(layout);
    const { texts } = await fitWhole(layout, { lang: 'en', direction });
    expect(texts.find(({ part }) => part === 'text of section 1')).toMatchObject({ isShortened: false });
  }
});

test('the number of an item ends before its text begins', async () => {
  const [spec] = slidesOfBlocks({ kind: 'list', items: ['One', 'Two'], first: 999 });
  const rows = rowsOn(spec);
  for (const row of rows) {
    if (!('form' in row) || row.form !== 'indented' || !row.marker) throw new Error('Expected an item');
    const marker = await shapeParagraph(row.marker.text, row.marker.face, { lang: 'en', direction: 'ltr' });
    expect(marker.places.at(-1)).toBeLessThan(row.indent - 0.1);
  }
});

test('a table of many rows shows the first, and counts the others', () => {
  const [spec] = slidesOfBlocks(forms['table'] ?? { kind: 'heading', text: '' });
  const rows = rowsOn(spec);
  expect(rows).toHaveLength(8);
  expect(rows.map((row) => runsOf(row)[0]?.text)).toEqual([
    'Model',
    'R0',
    'R1',
    'R2',
    'R3',
    'R4',
    'R5',
    '\u200e+ 6\u200e',
  ]);
});

test('the last slide names the sources and the address without its protocol', () => {
  const sources = [{ title: 'A paper', url: 'https://example.org/paper', publisher: 'Nature' }];
  const last = slidesOf(bodyOf(), { sources }).at(-1) as SourcesSpec;
  expect(last.sources).toEqual([['A paper', 'Nature']]);
  expect(last.address).toBe('example.org/news/briefs/deepseek-r1/');
});

test('more sources than there is room for are counted', async () => {
  const sources = Array.from({ length: 12 }, (_, at) => ({
    title: `A paper with a rather long title that takes two lines, number ${at}`,
    url: 'https://example.org/paper',
    publisher: 'The Journal of Long Names',
  }));
  const last = slidesOf(bodyOf(), { sources }).at(-1);
  const { texts } = await drawWhole(last as SourcesSpec, '');
  expect(texts.find(({ part }) => part === 'sources')).toMatchObject({ isShortened: true });
});

test('slides number themselves in the digits of their language', () => {
  const carousel = describeCarousel({ ...listing, figures, ...bodyOf(), lang: 'ar' }, publication, ar);
  expect(carousel?.slides[1]?.spec.page).toBe(`${new Intl.NumberFormat('ar').format(2)}/${new Intl.NumberFormat('ar').format(6)}`); // prettier-ignore
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

test('quotations keep their signs and Chinese its lack of spaces', () => {
  const text = '他说：“这是一次转折。”专家并不同意。“我们还需要更多数据！”研究者写道。';
  const carousel = describeCarousel({ ...listing, ...bodyOf(text) }, publication, zhHans);
  const [block] = (carousel?.slides[1]?.spec as SectionSpec).blocks;
  const sentences = block?.kind === 'paragraph' ? block.sentences : [];
  expect(sentences.join('')).toBe(text);
  for (const each of sentences) expect(each).not.toMatch(/“$/);
});

test('slides of one brief grow to about the same size', async () => {
  const [first, ...others] = slidesOf(bodyOf(sentence.repeat(10))).filter(
    ({ template }) => template === 'section',
  );
  const full = await drawnOn(first);
  for (const slide of others) expect((await drawnOn(slide)).size / full.size).toBeLessThanOrEqual(1.5);
});

test('a task has its box in the place of a bullet', () => {
  const [sheet] = slidesOfBlocks({ kind: 'list', items: ['☑ Done', '☐ Open', 'Neither'] });
  const rows = rowsOn(sheet);
  expect(rows.map((row) => runsOf(row).map(({ text }) => text))).toEqual([['Done', '☑'], ['Open', '☐'], ['Neither', '•']]); // prettier-ignore
});

test('a table of many columns shows the first, and counts the others', () => {
  const head = ['Country', 'Unemployment', 'Inflation', 'Population', 'Government', 'Constitution', 'Administration', 'Responsibility', 'Notes']; // prettier-ignore
  const [sheet] = slidesOfBlocks({ kind: 'table', hasHead: true, rows: [head, head.map(({ length }) => String(length))] }); // prettier-ignore
  const [table] = sheet?.blocks ?? [];
  if (table?.kind !== 'table') throw new Error('Expected a table');
  const [shown = [], row = []] = table.rows;
  expect(shown.slice(0, -1)).toEqual(head.slice(0, shown.length - 1));
  expect(shown.length).toBeGreaterThanOrEqual(3);
  expect(shown.at(-1)).toBe(`\u200e+\u00a0${10 - shown.length}\u200e`);
  expect(row.at(-1)).toBe('…');
});
