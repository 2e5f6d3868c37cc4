import { describe, expect, test } from 'vitest';
import type { Listing } from '../../src/brief/brief.ts';
import { groupByThread, neighboursIn, partsOf, threadKey } from '../../src/brief/threads.ts';
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

describe('the parts of a running story', () => {
  const partsFrom = (briefs: readonly Listing[]) =>
    partsOf(briefs.map((listing) => ({ listing }))).map(({ brief, translations }) => [
      brief.listing.slug,
      ...translations.map(({ lang, slug }) => `${lang} ${slug}`),
    ]);
  const translation = (slug: string, lang: string, translationOf: string) => ({
    ...part(slug, '2025-01-04', lang),
    translationOf,
  });

  test.each<[string, readonly Listing[], string[][]]>([
    ['nothing', [], []],
    ['parts in the wrong order', [third, first, second], [['first'], ['second'], ['third']]],
    [
      'translations of a part, by language',
      [translation('segundo', 'es', 'second'), translation('zweiter', 'de', 'second'), second, first],
      [['first'], ['second', 'de zweiter', 'es segundo']],
    ],
    [
      'a translation of what is no part',
      [translation('otro', 'es', 'elsewhere'), first],
      [['first'], ['otro']],
    ],
    ['an original in another language', [other, first], [['first'], ['primero']]],
  ])('are made of %s', (_name, briefs, parts) => {
    expect(partsFrom(briefs)).toEqual(parts);
  });
});
