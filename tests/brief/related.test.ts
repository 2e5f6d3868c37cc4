import { expect, test } from 'vitest';
import { relatedBriefs, type RelatedListing } from '../../src/brief/related.ts';

test('briefs that share rarer words are nearer than those that share a topic alone', () => {
  const briefs = [
    brief('reactor', { title: 'Fusion reactor opens', topics: ['energy'] }),
    brief('tokamak', { title: 'A fusion record falls', topics: ['energy'] }),
    brief('coal', { title: 'Last coal plant closes', topics: ['energy'] }),
    brief('whales', { title: 'Whales return', topics: ['oceans'] }),
  ];
  expect(relatedBriefs(briefs).get('reactor')).toEqual(['tokamak', 'coal']);
  expect(relatedBriefs(briefs).get('whales')).toEqual([]);
});

test('one word that two briefs happen to share is no relation', () => {
  const briefs = [
    brief('coal', { title: 'Britain closes its last plant', topics: ['energy'] }),
    brief('ferry', { title: 'Britain launches a ferry', topics: ['travel'] }),
    brief('rail', { title: 'Trains run late', topics: ['transit'] }),
  ];
  expect(relatedBriefs(briefs).get('coal')).toEqual([]);
});

test('at most three are named, of equals the newer, and never the brief itself', () => {
  const briefs = Array.from({ length: 6 }, (_, at) =>
    brief(`b${at}`, { date: `2025-01-0${at + 1}T00:00:00+00:00`, topics: ['law'] }),
  );
  expect(relatedBriefs(briefs).get('b5')).toEqual(['b4', 'b3', 'b2']);
  expect(relatedBriefs(briefs).get('b0')).toEqual(['b5', 'b4', 'b3']);
});

test('a brief in another language is never related', () => {
  const briefs = [
    brief('coal', { topics: ['energy'], title: 'Central' }),
    brief('carbon', { topics: ['energy'], title: 'Central', lang: 'es' }),
  ];
  expect(relatedBriefs(briefs).get('coal')).toEqual([]);
});

test('words are found in scripts that write no spaces between them', () => {
  const briefs = [
    brief('one', { lang: 'zh', title: '嫦娥六号带回月球背面样品', topics: ['a'] }),
    brief('two', { lang: 'zh', title: '月球背面的火山', topics: ['b'] }),
    brief('four', { lang: 'zh', title: '月球上的水', topics: ['d'] }),
    brief('three', { lang: 'zh', title: '公海条约生效', topics: ['c'] }),
  ];
  expect(relatedBriefs(briefs).get('one')).toEqual(['two']);
});

test('a new brief changes the neighbours of those alone that it is near to', () => {
  const briefs = Array.from(
    { length: 40 },
    (_, at) =>
    brief(`b${at}`, { title: `Harbour${at % 8} widens`, topics: [`t${at % 8}`], date: `2025-01-${String((at % 28) + 1).padStart(2, '0')}T00:00:00+00:00` }), // prettier-ignore
  );
  const before = relatedBriefs(briefs);
  const after = relatedBriefs([
    ...briefs,
    brief('new', { title: 'Harbour3 closes', topics: ['t3'], date: '2025-02-01T00:00:00+00:00' }),
  ]);
  const changed = briefs.filter(({ slug }) => String(before.get(slug)) !== String(after.get(slug)));
  expect(changed.length).toBeGreaterThan(0);
  expect(new Set(changed.flatMap(({ topics }) => topics))).toEqual(new Set(['t3']));
});

function brief(slug: string, said: Partial<RelatedListing>): RelatedListing {
  return {
    slug,
    lang: 'en',
    topics: [],
    title: '',
    summary: '',
    date: '2025-01-01T00:00:00+00:00',
    ...said,
  };
}
