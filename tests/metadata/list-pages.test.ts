import { expect, test } from 'vitest';
import { listPagesOf } from '../../src/metadata/list-pages.ts';
import { briefSample, publicationSample } from '../brief-sample.ts';

const [old, recent] = ['2024-12-31T00:00:00+00:00', '2025-02-01T00:00:00+00:00'];
const pagesOf = (briefs: Parameters<typeof listPagesOf>[1]) =>
  listPagesOf(publicationSample(), briefs).map(({ address, changed }) => [address, changed]);

test('each list of each language is there once, with the newest change of a brief on it', () => {
  const watch = [{ by: '2026-01-01', expect: 'A vote' }];
  const briefs = [
    briefSample({ slug: 'nuevo', date: recent, topics: ['ai'], lang: 'es', watch }),
    briefSample({ slug: 'old', date: old, topics: ['ai', 'chips'], authors: ['ada'], thread: 'chip-war' }),
  ];
  expect(pagesOf(briefs)).toEqual([
    ['/news/', old],
    ['/news/subscribe/', undefined],
    ['/news/topics/', old],
    ['/news/topics/ai/', old],
    ['/news/topics/chips/', old],
    ['/news/threads/', old],
    ['/news/threads/chip-war/', old],
    ['/news/authors/', old],
    ['/news/authors/ada/', old],
    ['/news/archive/', old],
    ['/news/archive/2024/', old],
    ['/news/corrections/', undefined],
    ['/news/upcoming/', undefined],
    ['/news/es/', recent],
    ['/news/es/subscribe/', undefined],
    ['/news/es/topics/', recent],
    ['/news/es/topics/ai/', recent],
    ['/news/es/archive/', recent],
    ['/news/es/archive/2025/', recent],
    ['/news/es/corrections/', undefined],
    ['/news/es/upcoming/', recent],
  ]);
});

test('where languages are mixed, a corrected translation changes the page of corrections', () => {
  const corrections = [{ date: recent, note: 'A number was wrong.' }];
  const briefs = [
    briefSample({ slug: 'old', date: old }),
    briefSample({ slug: 'viejo', date: old, lang: 'es', translationOf: 'old', corrections }),
  ];
  const pages = listPagesOf(publicationSample({ mixLanguages: true }), briefs);
  const changeOf = (path: string) => pages.find(({ address }) => address === path)?.changed;
  expect(changeOf('/news/corrections/')).toBe(recent);
  expect(changeOf('/news/archive/')).toBe(old);
});

test('an empty group has no page, but the lists that the navigation leads to always exist', () => {
  expect(pagesOf([]).map(([address]) => address)).toEqual(
    ['', 'subscribe/', 'topics/', 'archive/', 'corrections/', 'upcoming/'].map((path) => `/news/${path}`),
  );
});
