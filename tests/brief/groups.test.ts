import { expect, test } from 'vitest';
import { groupBy, namesOf, newestChangeOf } from '../../src/brief/groups.ts';
import { briefSample } from '../brief-sample.ts';

const one = briefSample({ slug: 'one', topics: ['law', 'ai'], authors: ['ada'], thread: 'strike' });
const two = briefSample({ slug: 'two', topics: ['ai'], authors: ['desk', 'ada'], lang: 'es' });
const three = briefSample({ slug: 'three', topics: ['oceans'], lang: 'ar' });

test.each([
  ['topic', namesOf.topics, { ai: ['one', 'two'], law: ['one'], oceans: ['three'] }],
  ['author', namesOf.authors, { ada: ['one', 'two'], desk: ['two'] }],
  ['running story', namesOf.threads, { strike: ['one'] }],
])('briefs stand under each %s in their own order, the groups by name', (_name, names, groups) => {
  const found = groupBy([one, two, three], names).map(([name, briefs]) => [
    name,
    briefs.map(({ slug }) => slug),
  ]);
  expect(found).toEqual(Object.entries(groups));
});

test('a group changed when the brief changed that did so last', () => {
  const corrections = [{ date: '2025-11-01T00:00:00+00:00', note: 'A figure was wrong.' }];
  expect(newestChangeOf([briefSample({ corrections }), briefSample()])).toBe('2025-11-01T00:00:00+00:00');
  expect(newestChangeOf([])).toBeUndefined();
});
