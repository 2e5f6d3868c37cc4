import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/languages/en.ts';
import { briefData, dataSchema, indexData, indexSize } from '../../src/metadata/brief-json.ts';
import { anyText } from '../any-text.ts';
import { addressesSample, briefSample, cardSample, publicationSample } from '../brief-sample.ts';
import { wildBrief, wildCard, wildPublication } from '../wild-brief.ts';

const [publication, addresses] = [publicationSample(), addressesSample()];
const ajv = new Ajv2020({ strict: false, validateFormats: false });
const isBrief = ajv.compile(dataSchema('brief'));
const isIndex = ajv.compile(dataSchema('index'));
const { bytes: _, ...card } = cardSample();

describe('a brief as data', () => {
  test('has its whole text, its label, its cards, and its identity in feeds', () => {
    const brief = briefSample({
      ai: 'assisted',
      reviewer: 'Ada',
      authors: ['ada'],
      thread: 'chip-war',
      expires: '2026-01-01T00:00:00+00:00',
    });
    const data = briefData(publication, addresses, brief, en, { outOfDate: true, cards: [card] });
    expect(isBrief(data), JSON.stringify(isBrief.errors)).toBe(true);
    expect(data).toMatchObject({
      id: 'tag:fourfold.example,2025:deepseek-r1',
      expires: '2026-01-01T00:00:00+00:00',
      outOfDate: 'This brief has been out of date since 1 January 2026.',
      ai: { use: 'assisted', label: 'AI-assisted, reviewed by Ada', reviewer: 'Ada' },
      authors: [{ name: 'Ada Example', url: 'https://ada.example/' }],
      thread: { slug: 'chip-war', name: 'The chip war' },
      cards: [{ url: `https://fourfold.example${card.src}`, width: 1200 }],
    });
    expect(data.sections.map(({ id, html }) => [id, html])[0]).toEqual(['whats-happening', '<p>Text of whats-happening.</p>']); // prettier-ignore
  });

  test('is JSON that matches its schema for any text, and so is the list of all', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const wild = wildPublication(text);
        const data = briefData(wild, addresses, wildBrief(text), en, { outOfDate: true, cards: [wildCard(text)].map(({ bytes: _bytes, ...of }) => of) }); // prettier-ignore
        const [page] = indexData(wild, addresses, [wildBrief(text)]);
        for (const [isValid, said] of [
          [isBrief, data],
          [isIndex, page],
        ] as const) {
          // prettier-ignore
          const json = JSON.stringify(said);
          expect(json.isWellFormed()).toBe(true);
          expect(JSON.parse(json)).toEqual(said);
          expect(isValid(JSON.parse(json)), JSON.stringify(isValid.errors)).toBe(true);
        }
      }),
    );
  });
});

describe('the list of all briefs as data', () => {
  test('is divided, and each page names the next', () => {
    const briefs = Array.from({ length: indexSize + 1 }, (_each, at) => briefSample({ slug: `b-${at}` }));
    const pages = indexData(publication, addresses, briefs);
    expect(pages.map(({ briefs: part }) => part.length)).toEqual([indexSize, 1]);
    expect(pages.map(({ next }) => next)).toEqual([
      'https://fourfold.example/news/briefs/index-2.json',
      undefined,
    ]);
    for (const page of pages) expect(isIndex(page), JSON.stringify(isIndex.errors)).toBe(true);
  });

  test('of an empty site is one empty page', () => {
    expect(indexData(publication, addresses, [])).toMatchObject([{ total: 0, briefs: [] }]);
  });
});
