import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Listing } from '../../src/brief/brief.ts';
import type { Sitemap } from '../../src/metadata/sitemaps.ts';
import { formatSitemap, formatSitemapIndex, sitemapsOf } from '../../src/metadata/sitemaps.ts';
import { anyText } from '../any-text.ts';
import { addressesSample, briefSample, cardSample } from '../brief-sample.ts';
import { childOf, childrenOf, parseStrictXml } from '../../scripts/verify/strict-xml.ts';

describe('a sitemap', () => {
  test('lists each brief after other pages, from the oldest, with the date of its newest change', () => {
    const correction = { date: '2025-11-01T00:00:00+01:00', note: 'A figure was wrong.' };
    const [sitemap] = sitemapsWith([
      { slug: 'new', date: '2025-10-01T09:00:00+02:00' },
      { slug: 'old', date: '2025-09-01T09:00:00+02:00', corrections: [correction] },
    ]);
    expect(pagesOf(sitemap)).toEqual([
      ['https://fourfold.example/news/', undefined],
      ['https://fourfold.example/news/briefs/old/', '2025-11-01T00:00:00+01:00'],
      ['https://fourfold.example/news/briefs/new/', '2025-10-01T09:00:00+02:00'],
    ]);
  });

  test('lists other pages with their changes where they have any', () => {
    const changed = '2025-10-01T09:00:00+02:00';
    const others = [{ address: '/news/subscribe/' }, { address: '/news/topics/', changed }];
    expect(pagesOf(sitemapsOf(addressesSample(), [], others)[0])).toEqual([
      ['https://fourfold.example/news/subscribe/', undefined],
      ['https://fourfold.example/news/topics/', changed],
    ]);
  });

  test('shows the card of a brief', () => {
    const [sitemap] = sitemapsWith([{}]);
    const [, page] = urlsOf(sitemap);
    const image = page && childOf(page, 'image:image');
    expect(image && childOf(image, 'image:loc').text).toBe(
      'https://fourfold.example/news/cards/deepseek-r1-0a1b2c3d.png',
    );
  });

  test('of nothing is there, too', () => {
    expect(sitemapsOf(addressesSample(), [], []).map(({ entries }) => entries)).toEqual([[]]);
  });

  test('holds 50,000 addresses at most, and the next file goes on', () => {
    const briefs = Array.from({ length: 50_000 }, (_, index) => ({ slug: `brief-${index}` }));
    const sitemaps = sitemapsWith(briefs);
    expect(sitemaps.map(({ address, entries }) => [address, entries.length])).toEqual([
      ['https://fourfold.example/news/sitemap-1.xml', 50_000],
      ['https://fourfold.example/news/sitemap-2.xml', 1],
    ]);
    const addresses = new Set(sitemaps.flatMap(({ entries }) => entries.map(({ address }) => address)));
    expect(addresses.size).toBe(50_001);
  });

  test('is well-formed with any address', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [sitemap] = sitemapsOf(
          addressesSample(),
          [
            {
              brief: briefSample({ slug: `x${text}x` }),
              cards: [{ ...cardSample(), src: `/news/cards/x${text}x?a=1&b=2` }],
            },
          ],
          [],
        );
        expect(urlsOf(sitemap)).toHaveLength(1);
      }),
    );
  });
});

test('the index names each sitemap with its newest change', () => {
  const sitemaps = sitemapsWith([{ date: '2025-10-01T09:00:00+02:00' }]);
  const index = parseStrictXml(formatSitemapIndex(sitemaps));
  expect(index.name).toBe('sitemapindex');
  const found = childrenOf(index, 'sitemap').map((sitemap) => [
    childOf(sitemap, 'loc').text,
    childOf(sitemap, 'lastmod').text,
  ]);
  expect(found).toEqual([['https://fourfold.example/news/sitemap-1.xml', '2025-10-01T09:00:00+02:00']]);
});

function sitemapsWith(briefs: readonly Partial<Listing>[]): readonly Sitemap[] {
  const listed = briefs.map((said) => ({ brief: briefSample(said), cards: [cardSample()] }));
  return sitemapsOf(addressesSample(), listed, [{ address: '/news/' }]);
}

function urlsOf(sitemap: Sitemap | undefined) {
  if (!sitemap) throw new Error('There is no sitemap.');
  const urlset = parseStrictXml(formatSitemap(sitemap));
  expect(urlset.attributes['xmlns']).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
  return childrenOf(urlset, 'url');
}

function pagesOf(sitemap: Sitemap | undefined) {
  return urlsOf(sitemap).map((url) => [childOf(url, 'loc').text, childrenOf(url, 'lastmod')[0]?.text]);
}
