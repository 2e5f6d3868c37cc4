import { expect, test } from 'vitest';
import { groupByThread, neighboursIn, threadKey } from '../../src/brief/threads.ts';
import { briefSample } from '../brief-sample.ts';

const part = (slug: string, day: string, lang = 'en') =>
  briefSample({ slug, title: slug, thread: 'strike', date: `${day}T00:00:00+00:00`, lang });
const first = part('first', '2025-01-01');
const second = part('second', '2025-01-02');
const third = part('third', '2025-01-03');
const other = part('primero', '2025-01-02', 'es');
const alone = briefSample({ slug: 'alone' });
const threads = groupByThread([third, other, alone, first, second]);

test('a thread is sorted by date, separately for each language', () => {
  expect(threads.get(threadKey(first))?.map(({ slug }) => slug)).toEqual(['first', 'second', 'third']);
  expect([...threads.keys()]).toHaveLength(2);
});

test.each([
  ['the first part', first, { later: { slug: 'second', title: 'second' } }],
  [
    'a part between',
    second,
    { earlier: { slug: 'first', title: 'first' }, later: { slug: 'third', title: 'third' } },
  ],
  ['the newest part', third, { earlier: { slug: 'second', title: 'second' } }],
  ['the only part in its language', other, {}],
  ['a brief of no story', alone, {}],
])('%s has its neighbours', (_name, brief, neighbours) => {
  expect(neighboursIn(threads, brief)).toEqual(neighbours);
});
