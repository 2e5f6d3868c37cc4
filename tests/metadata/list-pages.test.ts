import { expect, test } from 'vitest';
import { datedPagesOf, groupPagesOf } from '../../src/metadata/list-pages.ts';
import { addressesSample, briefSample, publicationSample } from '../brief-sample.ts';

const pagesOf = (briefs: Parameters<typeof groupPagesOf>[2]) =>
  groupPagesOf(publicationSample(), addressesSample(), briefs).map(({ address, changed }) => [
    address,
    changed,
  ]);

test('each page that groups briefs is there once, with the newest change of a brief on it', () => {
  const [old, recent] = ['2025-01-01T00:00:00+00:00', '2025-02-01T00:00:00+00:00'];
  const briefs = [
    briefSample({ slug: 'new', date: recent, topics: ['ai'], lang: 'es' }),
    briefSample({ slug: 'old', date: old, topics: ['ai', 'chips'], authors: ['ada'], thread: 'chip-war' }),
  ];
  expect(pagesOf(briefs)).toEqual([
    ['/news/topics/', recent],
    ['/news/topics/ai/', recent],
    ['/news/topics/chips/', old],
    ['/news/threads/', old],
    ['/news/threads/chip-war/', old],
    ['/news/authors/', old],
    ['/news/authors/ada/', old],
    ['/news/es/', recent],
  ]);
});

test('an empty group has no page, but the list of topics always exists', () => {
  expect(pagesOf([])).toEqual([['/news/topics/', undefined]]);
});

test('each page that orders briefs by time is there once, with the newest change of a brief that it shows', () => {
  const [old, recent] = ['2024-12-31T00:00:00+00:00', '2025-02-01T00:00:00+00:00'];
  const watch = [{ by: '2026-01-01', expect: 'A vote' }];
  const briefs = [briefSample({ slug: 'new', date: recent }), briefSample({ slug: 'old', date: old, watch })];
  expect(datedPagesOf(addressesSample(), briefs)).toEqual([
    { address: '/news/archive/', changed: recent },
    { address: '/news/archive/2025/', changed: recent },
    { address: '/news/archive/2024/', changed: old },
    { address: '/news/corrections/' },
    { address: '/news/upcoming/', changed: old },
  ]);
});
