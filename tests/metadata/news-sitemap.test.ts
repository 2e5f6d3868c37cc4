import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNewsSitemap, newsOf, type NewsBrief } from '../../src/metadata/news-sitemap.ts';
import { anyText } from '../any-text.ts';
import { addressesSample, briefSample, publicationSample } from '../brief-sample.ts';
import { childOf, childrenOf, parseStrictXml } from '../../scripts/verify/strict-xml.ts';

describe('the news of a moment', () => {
  test('are the briefs of the last two days, newest first, with any offsets', () => {
    const briefs = Object.entries({
      older: '2025-09-16T11:59:59+00:00',
      oldest: '2025-09-16T14:00:00+02:00',
      now: '2025-09-18T12:00:00+00:00',
      between: '2025-09-17T23:00:00-05:00',
    }).map(([slug, date]) => briefSample({ slug, date }));
    expect(slugsOf(newsOf(briefs, '2025-09-18T12:00:00+00:00'))).toEqual(['now', 'between', 'oldest']);
  });

  test('are the newest 1,000 at most', () => {
    const briefs = Array.from({ length: 1001 }, (_, at) => {
      const date = new Date(Date.UTC(2025, 8, 18, 9) - at * 1000).toISOString();
      return briefSample({ slug: `brief-${at}`, date });
    });
    const news = newsOf(briefs.toReversed(), '2025-09-18T12:00:00+00:00');
    expect(news).toHaveLength(1000);
    expect(slugsOf(news)).not.toContain('brief-1000');
  });
});

describe('a news sitemap', () => {
  test('names the publication, the language, the day and the title of each brief', () => {
    const [url, ...more] = urlsOf(publicationSample({ name: 'Fold & Co.' }).name, [newsSample()]);
    expect(more).toEqual([]);
    if (!url) throw new Error('There is no brief.');
    expect(childOf(url, 'loc').text).toBe('https://fourfold.example/news/briefs/deepseek-r1/');
    const news = childOf(url, 'news:news');
    expect(news.children.map(({ name, text }) => [name, text])).toEqual([
      ['news:publication', ''],
      ['news:publication_date', '2025-09-18T09:00:00+00:00'],
      ['news:title', 'DeepSeek puts R1’s training bill at $294,000'],
    ]);
    const publication = childOf(news, 'news:publication');
    expect(publication.children.map(({ name, text }) => [name, text])).toEqual([
      ['news:name', 'Fold & Co.'],
      ['news:language', 'en'],
    ]);
  });

  test.each([
    ['en-GB', 'en'],
    ['pt-BR', 'pt'],
    ['zh', 'zh-cn'],
    ['zh-Hans', 'zh-cn'],
    ['zh-Hant', 'zh-tw'],
    ['zh-HK', 'zh-tw'],
    ['fil', 'fil'],
  ])('calls the language %s as Google does: %s', (lang, expected) => {
    const [url] = urlsOf('Fourfold', [newsSample({ lang })]);
    const publication = url && childOf(childOf(url, 'news:news'), 'news:publication');
    expect(publication && childOf(publication, 'news:language').text).toBe(expected);
  });

  test('is there and empty on a quiet day', () => {
    expect(urlsOf('Fourfold', [])).toEqual([]);
  });

  test('is well-formed with any title', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [url] = urlsOf(`x${text}x`, [newsSample({ title: `x${text}x` })]);
        expect(url).toBeDefined();
      }),
    );
  });
});

function newsSample(said: Partial<NewsBrief> = {}): NewsBrief {
  return briefSample(said);
}

function urlsOf(name: string, briefs: readonly NewsBrief[]) {
  const urlset = parseStrictXml(formatNewsSitemap({ name }, addressesSample(), briefs));
  expect(urlset.attributes).toMatchObject({
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
  });
  return childrenOf(urlset, 'url');
}

function slugsOf(briefs: readonly NewsBrief[]): string[] {
  return briefs.map(({ slug }) => slug);
}
