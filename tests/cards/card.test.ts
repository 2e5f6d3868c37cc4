import { expect, test } from 'vitest';
import type { Publication } from '../../src/brief/publication.ts';
import { ar } from '../../src/languages/ar.ts';
import { en } from '../../src/languages/en.ts';
import { describeTallCards, publicationCardOf } from '../../src/cards/card.ts';
import { normalizeText } from '../../src/cards/text/normalize.ts';
import { arabic, cardOf, figures, listing, logoOf, publication, specOf } from './card-specs.ts';
import { drawWhole } from './drawn.ts';

function withFont(use: string, version: string): Publication {
  const files = { [use]: { source: `briefs/_fonts/${use}.woff2`, version, axes: {}, height: 1 } };
  return { ...publication, look: { fonts: { files, styles: { name: 'fonts.12345678', css: '' } } } };
}

test('a page knows its card before it is drawn', () => {
  const { file, reference } = cardOf();
  expect(file).toMatch(/^deepseek-r1-[0-9a-f]{12}\.png$/);
  expect(reference).toEqual({
    src: `/news/cards/${file}`,
    width: 1200,
    height: 630,
    type: 'image/png',
    alt: 'Artificial intelligence · DeepSeek puts R1’s training bill at $294,000 · Fourfold · 18 September 2025 · AI-generated, reviewed by Standards desk',
  });
});

test('the address changes with whatever is on the card', () => {
  const changed = [
    cardOf(),
    cardOf({ title: 'Another title' }),
    cardOf({ date: '2025-09-19T09:00:00+02:00' }),
    cardOf({ topics: ['climate'] }),
    cardOf({ ai: 'assisted' }),
    cardOf({ ai: 'none' }),
    cardOf({ reviewer: 'Ada Lovelace' }),
    cardOf({ authors: ['ada'] }),
    cardOf({ figures }),
    cardOf({ figures: [{ value: '$294,000', label: 'another label' }] }),
    cardOf({ figures: [{ value: '$294,001', label: 'reported cost of training R1' }] }),
    cardOf({}, arabic),
    cardOf({}, en, { ...publication, name: 'Other' }),
    cardOf({}, en, { ...publication, headings: { en: ['One', 'Two', 'Three', 'Four'] } }),
    cardOf({}, en, { ...publication, ground: { light: '#ffffff', dark: '#000000' } }),
    cardOf({}, en, { ...publication, look: { logo: logoOf(1) } }),
    cardOf({}, en, withFont('headings', 'one')),
    cardOf({}, en, withFont('headings', 'other')),
    cardOf({}, en, withFont('labels', 'one')),
    cardOf({}, en, { ...publication, look: { logo: logoOf(2) } }),
    cardOf({}, en, { ...publication, topics: { ai: { name: 'Artificial intelligence', accent: { light: '#000000', dark: '#ffffff' } } } }), // prettier-ignore
  ].map(({ file }) => file);
  expect(new Set(changed).size).toBe(changed.length);
});

test('and with nothing else', () => {
  const { file } = cardOf({ figures });
  const same = [
    cardOf({
      figures,
      summary: 'Another summary of the same brief, long enough.',
      words: 1,
      minutes: 1,
      digest: 'd2',
    }),
    cardOf({ figures, date: '2025-09-18T23:59:59+02:00' }),
    cardOf({ figures, topics: ['ai'] }),
    cardOf({ figures, title: '  DeepSeek puts\nR1’s training   bill at $294,000 ' }),
    cardOf({ figures }, { ...en, headings: ['One', 'Two', en.headings[2], 'Four'] }),
    cardOf({ figures }, en, { ...publication, pageSize: 99, description: 'Another description.' }),
    cardOf({ figures }, en, withFont('italic', 'one')),
    cardOf({ figures }, en, { ...publication, look: { styles: { name: 'custom.12345678', css: '' } } }),
  ];
  for (const card of same) expect(card.file).toBe(file);
});

test('a title for cards stands in the place of the title, in the image and in its description', () => {
  const { spec } = cardOf({ cardTitle: 'R1’s bill' });
  expect(spec).toMatchObject({
    title: 'R1’s bill',
    alt: expect.stringContaining('· R1’s bill ·') as string,
  });
});

test('a brief that is renamed keeps the hash', () => {
  const hash = cardOf().file.slice(-16);
  expect(cardOf({ slug: 'renamed' }).file).toBe(`renamed-${hash}`);
});

test('the date is that of the publication’s time zone, in the brief’s language', () => {
  const late = { date: '2025-09-18T22:30:00+00:00' };
  expect(specOf(late).date).toBe('19 September 2025');
  expect(specOf(late, arabic).date).toBe('19 سبتمبر 2025');
});

test('the label says how a program took part, its fullest wording first, or is not there', () => {
  expect(specOf().aiLabels).toEqual(['AI-generated, reviewed by Standards desk', 'AI-generated']);
  const { reviewer: _, ...unreviewed } = listing;
  expect(cardOf({ ...unreviewed, reviewer: undefined } as never).spec.aiLabels).toEqual(['AI-generated']);
  expect(specOf({ ai: 'none' }).aiLabels).toEqual([]);
  expect(specOf({ ai: 'none' }).alt).not.toContain('AI');
});

test('the publication’s own headings go before the shipped ones', () => {
  const own = { ...publication, headings: { en: ['One', 'Two', 'Three', 'Four'] as const } };
  expect(cardOf({}, en, own).spec).toMatchObject({ teaser: { heading: 'Three' } });
});

test('text is folded without losing what a reader sees', () => {
  expect(normalizeText(' A\u030a \u2028 b\ufeffc ')).toBe('Å bc');
  expect(normalizeText('1\u202f000\u00a0km peer\u2011review')).toBe('1\u202f000\u00a0km peer\u2011review');
});

test('the publication has a card of its own, unless it has no cards', () => {
  const card = publicationCardOf(publication, 'en');
  expect(card?.file).toMatch(/^publication-[0-9a-f]{12}\.png$/);
  expect(card?.reference.alt).toBe('Fourfold · The news in four parts. · example.org/news');
  expect(publicationCardOf({ ...publication, cards: false }, 'en')).toBeUndefined();
});

test('the publication’s card in another language has its description, headings and direction', () => {
  const card = publicationCardOf(
    { ...publication, description: { en: 'In four parts.', ar: 'في أربعة أجزاء.' } },
    'ar',
  );
  expect(card?.spec).toMatchObject({ lang: 'ar', direction: 'rtl', headings: ar.headings });
  expect(card?.reference.alt).toContain('في أربعة أجزاء.');
});

test.each([
  ['the longest name and description that settings may have', 'W'.repeat(100), 'W'.repeat(300)],
  ['a description of several sentences', 'A', `${'One of them is not long. '.repeat(11)}And this.`],
  ['Japanese', '四つ折り新聞', 'ニュース'.repeat(75)],
])('the publication’s card is drawn whatever it says: %s', async (_case, name, description) => {
  const card = publicationCardOf({ ...publication, name, description }, 'en');
  const drawn = card && (await drawWhole(card.spec, ''));
  expect(drawn?.texts.map(({ part }) => part)).toContain('description');
});

test('a soft hyphen is on the card alone, and in no words about it', () => {
  const { title, alt } = specOf({ title: 'Rindfleisch\u00adetikett' });
  expect(title).toBe('Rindfleisch\u00adetikett');
  expect(alt).toContain('· Rindfleischetikett ·');
});

test('a spec is plain data that crosses threads', () => {
  const { spec } = cardOf({ figures });
  expect(structuredClone(spec)).toEqual(JSON.parse(JSON.stringify(spec)));
});

test('an image that is only renamed keeps the card, and another image does not', () => {
  const image = { file: 'briefs/a.png', src: '/news/pictures/a-1216-0123456789ab.png', alt: 'A', width: 1, height: 1, sources: [] }; // prettier-ignore
  const renamed = { ...image, file: 'briefs/b.png', src: '/news/pictures/b-1216-0123456789ab.png' };
  const other = { ...image, src: '/news/pictures/a-1216-ba9876543210.png' };
  expect(cardOf({ image: renamed }).file).toBe(cardOf({ image }).file);
  expect(cardOf({ image: other }).file).not.toBe(cardOf({ image }).file);
  expect(cardOf({ image }).file).toMatch(/\.jpg$/);
});

test('a format that does not exist is told by name', () => {
  const house = { ...publication, cards: { formats: ['squar' as never] } };
  expect(() => describeTallCards(listing, house, en)).toThrow(
    'briefs/_site.yaml: Unexpected format "squar" of cards',
  );
});
