import { expect, test } from 'vitest';
import { formatRobots } from '../../src/meta/robots.ts';
import { addressesSample } from '../brief-sample.ts';

test('robots.txt opens the whole site and names the sitemap index by its absolute address', () => {
  expect(formatRobots(addressesSample()).split('\n')).toEqual([
    'User-agent: *',
    'Allow: /',
    '',
    'Sitemap: https://fourfold.example/news/sitemap-index.xml',
    '',
  ]);
});
