import { expect, test } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { authorChannel, correctionsChannel, siteChannel, topicChannel } from '../../src/feeds/channels.ts';
import { correctionItemsOf } from '../../src/feeds/corrections.ts';
import { feedOf } from '../../src/feeds/feed.ts';
import { formatRss } from '../../src/feeds/rss.ts';
import { addressesSample, briefSample, publicationSample } from '../brief-sample.ts';

const [publication, addresses] = [publicationSample(), addressesSample()];
const spanish = addressesOf(publication, 'es');
const first = { date: '2025-10-01T00:00:00+00:00', note: 'The sum was wrong & late.' };
const second = { date: '2025-11-01T00:00:00+00:00', note: 'So was the date.' };

test('every correction is an item of its own, the newest first, and leads to the corrections of its brief', () => {
  const items = correctionItemsOf(publication, addresses, [briefSample({ corrections: [first, second] })]);
  const feed = feedOf(publication, addresses, correctionsChannel(publication, addresses), items);
  expect(feed.own).toBe('https://fourfold.example/news/corrections.xml');
  expect(feed.items.map(({ summary }) => summary)).toEqual([second.note, first.note]);
  expect(feed.items[1]).toMatchObject({
    title: 'Correction: DeepSeek puts R1’s training bill at $294,000',
    address: 'https://fourfold.example/news/briefs/deepseek-r1/#corrections',
  });
  expect(formatRss(feed)).toContain('The sum was wrong &#x26;amp; late.');
});

test('a later correction, an edited title or a rename moves no earlier item', () => {
  const [before] = correctionItemsOf(publication, addresses, [briefSample({ corrections: [first] })]);
  const renamed = { slug: 'renamed', firstSlug: 'deepseek-r1', title: 'Another' };
  const after = correctionItemsOf(publication, addresses, [briefSample({ ...renamed, corrections: [second, first] })]); // prettier-ignore
  expect(after.map(({ id }) => id)).toContain(before?.id);
});

test('no date or time zone is part of a correction’s identity', () => {
  const idsOf = (corrections: readonly { date: string; note: string }[]) =>
    correctionItemsOf(publication, addresses, [briefSample({ corrections })]).map(({ id }) => id);
  const elsewhere = [{ ...first, date: '2025-09-30T17:00:00-07:00' }, second];
  expect(idsOf([second, { ...first, date: '2025-10-02T00:00:00+00:00' }])).toEqual(idsOf([first, second]));
  expect(idsOf(elsewhere)).toEqual(idsOf([first, second]));
});

test('two corrections of one moment are two items', () => {
  const items = correctionItemsOf(publication, addresses, [briefSample({ corrections: [first, { ...second, date: first.date }] })]); // prettier-ignore
  expect(new Set(items.map(({ id }) => id)).size).toBe(2);
});

test('even the same correction twice is two items, or a feed would have one identity twice', () => {
  const items = correctionItemsOf(publication, addresses, [briefSample({ corrections: [first, first] })]);
  expect(new Set(items.map(({ id }) => id)).size).toBe(2);
});

test.each([
  [
    topicChannel(publication, addresses, 'ai'),
    'Artificial intelligence · Fourfold',
    '/news/topics/ai/rss.xml',
  ],
  [authorChannel(publication, addresses, 'ada'), 'Ada Example · Fourfold', '/news/authors/ada/rss.xml'],
  [siteChannel(publication, spanish, spanish.rss), 'Fourfold · español', '/news/es/rss.xml'],
  [
    topicChannel(publication, spanish, 'ai'),
    'Artificial intelligence · Fourfold · español',
    '/news/es/topics/ai/rss.xml',
  ],
  [correctionsChannel(publication, spanish), 'Correcciones · Fourfold · español', '/news/es/corrections.xml'],
])('a feed of a part of the briefs says of which', ({ title, own }, expected, address) => {
  expect([title, own]).toEqual([expected, address]);
});
