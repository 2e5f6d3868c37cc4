import { expect, test } from 'vitest';
import { formatRobots } from '../../src/metadata/robots.ts';
import { addressesSample, publicationSample } from '../brief-sample.ts';

test('robots.txt opens the whole site and names the sitemap index by its absolute address', () => {
  expect(formatRobots(publicationSample(), addressesSample()).split('\n')).toEqual([
    'User-agent: *',
    'Allow: /',
    '',
    'Sitemap: https://fourfold.example/news/sitemap-index.xml',
    '',
  ]);
});

test('robots.txt names the news sitemap as well where there is one', () => {
  const text = formatRobots(publicationSample({ newsSitemap: true }), addressesSample());
  expect(text.match(/^Sitemap: .+$/gm)).toEqual([
    'Sitemap: https://fourfold.example/news/sitemap-index.xml',
    'Sitemap: https://fourfold.example/news/news-sitemap.xml',
  ]);
});
