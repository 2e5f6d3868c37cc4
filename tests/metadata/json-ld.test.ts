import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Listing } from '../../src/brief/brief.ts';
import { formatJsonLd, newsArticleOf } from '../../src/metadata/json-ld.ts';
import { anyText } from '../any-text.ts';
import { addressesSample, briefSample, cardSample, publicationSample } from '../brief-sample.ts';

describe('the NewsArticle of a brief', () => {
  test('has its headline, dates with zone, byline, publisher and image', () => {
    expect(articleOf({ updated: '2025-09-19T09:00:00+00:00' })).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'DeepSeek puts R1’s training bill at $294,000',
      description: 'The Chinese lab disclosed the figure in Nature. It is far below what U.S. rivals report.',
      url: 'https://fourfold.example/news/briefs/deepseek-r1/',
      mainEntityOfPage: 'https://fourfold.example/news/briefs/deepseek-r1/',
      inLanguage: 'en',
      image: [
        {
          '@type': 'ImageObject',
          url: 'https://fourfold.example/news/cards/deepseek-r1-0a1b2c3d.png',
          encodingFormat: 'image/png',
          caption: 'DeepSeek puts R1’s training bill at $294,000',
        },
      ],
      datePublished: '2025-09-18T09:00:00+00:00',
      dateModified: '2025-09-19T09:00:00+00:00',
      author: [fourfold],
      publisher: fourfold,
      articleSection: 'Artificial intelligence',
      speakable: {
        '@type': 'SpeakableSpecification',
        cssSelector: ['.brief-top h1', '.brief-top .story p'],
      },
    });
  });

  test.each([
    { ai: 'generated', type: 'https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia' },
    {
      ai: 'assisted',
      type: 'https://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia',
    },
    { ai: 'none', type: undefined },
  ] as const)('says of $ai text that its source is $type', ({ ai, type }) => {
    expect(articleOf({ ai }).digitalSourceType).toBe(type);
  });

  test.each([
    {
      ids: [],
      author: [
        {
          '@type': 'Organization',
          name: 'Fourfold',
          url: 'https://fourfold.example/news/',
          logo: 'https://fourfold.example/news/icon-512.png',
        },
      ],
    },
    {
      who: 'two authors named',
      ids: ['ada', 'desk'],
      author: [
        { '@type': 'Person', name: 'Ada Example', url: 'https://ada.example/' },
        {
          '@type': 'Organization',
          name: 'Data desk',
          url: 'https://fourfold.example/news/authors/desk/',
        },
      ],
    },
  ])(
    'signs a generated brief with $who by people or organizations, never with a program',
    ({ ids, author }) => {
      expect(articleOf({ ai: 'generated', authors: ids }).author).toEqual(author);
    },
  );

  test('cites each source, states each correction, and belongs to its running story', () => {
    const article = articleOf({
      sources: [
        { title: 'DeepSeek-R1', url: 'https://nature.example/r1', publisher: 'Nature', date: '2025-09' },
        { title: 'A filing', url: 'https://filing.example/', archive: 'https://archive.example/filing' },
      ],
      corrections: [{ date: '2025-09-20T00:00:00+00:00', note: 'The number of chips was wrong.' }],
      thread: 'chip-war',
    });
    expect(article).toMatchObject({
      citation: [
        {
          '@type': 'CreativeWork',
          name: 'DeepSeek-R1',
          url: 'https://nature.example/r1',
          publisher: { '@type': 'Organization', name: 'Nature' },
          datePublished: '2025-09',
        },
        {
          '@type': 'CreativeWork',
          name: 'A filing',
          url: 'https://filing.example/',
          archivedAt: 'https://archive.example/filing',
        },
      ],
      correction: [
        {
          '@type': 'CorrectionComment',
          text: 'The number of chips was wrong.',
          datePublished: '2025-09-20T00:00:00+00:00',
        },
      ],
      isPartOf: {
        '@type': 'CreativeWorkSeries',
        name: 'The chip war',
        url: 'https://fourfold.example/news/threads/chip-war/',
      },
      dateModified: '2025-09-20T00:00:00+00:00',
    });
  });

  test('shows the brief’s own image after its cards', () => {
    const image = {
      src: '/news/pictures/lab.jpg',
      file: 'briefs/pictures/lab.jpg',
      alt: 'A lab',
      credit: 'Ada',
      width: 800,
      height: 600,
      sources: [],
    };
    expect(articleOf({ image }).image).toMatchObject([
      { encodingFormat: 'image/png' },
      { url: 'https://fourfold.example/news/pictures/lab.jpg', caption: 'A lab', creditText: 'Ada' },
    ]);
  });

  test('has no empty property', () => {
    const article = newsArticleOf(publicationSample(), addressesSample(), briefSample(), []);
    const optional = ['image', 'citation', 'correction', 'isPartOf', 'digitalSourceType'];
    expect(Object.keys(article).filter((name) => optional.includes(name))).toEqual([]);
  });
});

describe('JSON in a script element', () => {
  test.each(['</script>', '</SCRIPT >', '<!--<script>', 'a\u2028b\u2029c', '<'])(
    'is neither ended nor opened by %j in a title',
    (title) => {
      const json = formatJsonLd(articleOf({ title }));
      expect(json).not.toMatch(/[<\u2028\u2029]/);
      expect(JSON.parse(json)).toMatchObject({ headline: title });
    },
  );

  test('holds any text, and gives it back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const json = formatJsonLd({ text });
        expect(json).not.toContain('<');
        expect(JSON.parse(json)).toEqual({ text });
      }),
    );
  });
});

const fourfold = {
  '@type': 'Organization',
  name: 'Fourfold',
  url: 'https://fourfold.example/news/',
  logo: 'https://fourfold.example/news/icon-512.png',
};

function articleOf(said: Partial<Listing>) {
  return newsArticleOf(publicationSample(), addressesSample(), briefSample(said), [cardSample()]);
}
