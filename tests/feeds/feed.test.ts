import { describe, expect, test } from 'vitest';
import type { Brief } from '../../src/brief/brief.ts';
import { en } from '../../src/languages/en.ts';
import { formatAtom } from '../../src/feeds/atom.ts';
import { correctionItemsOf } from '../../src/feeds/corrections.ts';
import { formatJsonFeed } from '../../src/feeds/json-feed.ts';
import { addressesOf } from '../../src/brief/addresses.ts';
import type { FeedItem } from '../../src/feeds/feed.ts';
import { feedOf, itemOf, type Feed, type FeedEntry } from '../../src/feeds/feed.ts';
import { siteChannel } from '../../src/feeds/channels.ts';
import type { Publication } from '../../src/brief/publication.ts';
import { addressesSample, briefSample, cardSample, publicationSample } from '../brief-sample.ts';

describe('a feed', () => {
  test('has the newest briefs first, with dates of any offset', () => {
    const feed = feedWith([
      briefSample({ slug: 'first', date: '2025-10-26T02:30:00+02:00' }),
      briefSample({ slug: 'third', date: '2025-10-26T02:45:00+01:00' }),
      briefSample({ slug: 'second', date: '2025-10-26T02:15:00+01:00' }),
    ]);
    expect(feed.items.map(({ id }) => id.split(':').at(-1))).toEqual(['third', 'second', 'first']);
  });

  test('puts briefs of the same moment in the order of their slugs, so that two builds agree', () => {
    const slugs = ['b', 'c', 'a'];
    const feed = feedWith(slugs.map((slug) => briefSample({ slug })));
    expect(feed.items.map(({ id }) => id.split(':').at(-1))).toEqual(['a', 'b', 'c']);
  });

  test('is cut to the size the publication sets, and speaks only of the changes it carries', () => {
    const correction = { date: '2025-12-01T00:00:00+00:00', note: 'A figure was wrong.' };
    const briefs = [
      briefSample({ slug: 'old', date: '2025-01-01T00:00:00+00:00', corrections: [correction] }),
      briefSample({ slug: 'new', date: '2025-02-01T00:00:00+00:00' }),
    ];
    const feed = feedFrom(briefs.map(entry), publicationSample({ feedSize: 1 }));
    expect(feed.items.map(({ address }) => address)).toEqual(['https://fourfold.example/news/briefs/new/']);
    expect(feed.updated).toBe('2025-02-01T00:00:00+00:00');
  });

  test('without briefs has no date', () => {
    expect(feedWith([])).not.toHaveProperty('updated');
  });
});

describe('the identity of an item', () => {
  test('is a tag URI of the settings’ authority and year, and of the first slug', () => {
    expect(itemWith({ slug: 'r1-cost', firstSlug: 'deepseek-r1' }).id).toBe(
      'tag:fourfold.example,2025:deepseek-r1',
    );
  });

  test('and the feed’s own outlive a move to another host, another time zone and another date', () => {
    const identities = [
      { date: '2026-01-02T23:30:00-08:00', moved: {} },
      {
        date: '2027-01-02T00:00:00+00:00',
        moved: { address: 'https://news.example/', timeZone: 'America/Los_Angeles' },
      },
    ].map(({ date, moved }) => {
      const publication = publicationSample(moved);
      const addresses = addressesOf(publication);
      const brief = briefSample({
        date,
        corrections: [{ date: '2025-10-01T00:00:00+00:00', note: 'It was wrong.' }],
      });
      const channel = siteChannel(publication, addresses, addresses.atom);
      const items = [itemOf(publication, addresses, entry(brief))];
      return [
        ...formatAtom(feedOf(publication, addresses, channel, items)).matchAll(/<id>(.*?)<\/id>/g),
        ...formatJsonFeed(feedOf(publication, addresses, channel, items)).matchAll(/"id": "(.*?)"/g),
        ...correctionItemsOf(publication, addresses, [brief]).map(({ id }) => [, id]),
      ].map(([, id]) => id);
    });
    expect(identities[0]).toEqual([
      'tag:fourfold.example,2025:/atom.xml',
      'tag:fourfold.example,2025:deepseek-r1',
      'tag:fourfold.example,2025:deepseek-r1',
      'tag:fourfold.example,2025:deepseek-r1/correction/1',
    ]);
    expect(identities[1]).toEqual(identities[0]);
  });

  const changes: readonly { what: string; change: Partial<Brief> }[] = [
    { what: 'an edited title', change: { title: 'Another title' } },
    { what: 'a rename', change: { slug: 'renamed', aliases: ['deepseek-r1'] } },
    { what: 'a move to another folder', change: { file: 'briefs/2025/deepseek-r1.md' } },
    { what: 'an update', change: { updated: '2025-12-01T00:00:00+00:00' } },
    {
      what: 'a correction',
      change: { corrections: [{ date: '2025-12-01T00:00:00+00:00', note: 'A figure was wrong.' }] },
    },
  ];
  test.each(changes)('and its date outlive $what', ({ change }) => {
    const before = itemWith({});
    const after = itemWith({ firstSlug: 'deepseek-r1', ...change });
    expect(after.id).toBe(before.id);
    expect(after.published).toBe(before.published);
  });
});

test('an item is updated by its newest correction', () => {
  const item = itemWith({
    updated: '2025-10-01T00:00:00+00:00',
    corrections: [{ date: '2025-11-01T00:00:00+00:00', note: 'A figure was wrong.' }],
  });
  expect(item.updated).toBe('2025-11-01T00:00:00+00:00');
});

test.each([
  {
    who: 'nobody',
    signed: 'by the publication',
    ids: [],
    authors: [{ name: 'Fourfold', url: 'https://fourfold.example/news/' }],
  },
  {
    who: 'two authors',
    signed: 'by both',
    ids: ['ada', 'desk'],
    authors: [{ name: 'Ada Example', url: 'https://ada.example/' }, { name: 'Data desk' }],
  },
])('a brief with $who named is signed $signed', ({ ids, authors }) => {
  expect(itemWith({ authors: ids }).authors).toEqual(authors);
});

test('topics are named as readers see them, and an unnamed one by its slug', () => {
  expect(itemWith({ topics: ['ai', 'tides'] }).topics).toEqual([
    { slug: 'ai', name: 'Artificial intelligence' },
    { slug: 'tides', name: 'tides' },
  ]);
});

test('the card has an absolute address and its size in bytes', () => {
  const [item] = feedFrom([{ ...entry(briefSample()), card: cardSample() }]).items;
  expect(item?.card).toEqual({
    address: 'https://fourfold.example/news/cards/deepseek-r1-0a1b2c3d.png',
    width: 1200,
    height: 630,
    type: 'image/png',
    alt: 'DeepSeek puts R1’s training bill at $294,000',
    bytes: 71_234,
  });
});

test('characters that XML forbids or discourages are dropped, and no others', () => {
  const allowed = 'tab\tline\n émoji 🧭 العربية ﷺ \u{10fffd} zero\u200bwidth';
  const dropped = '\0\b\v\f\u001f\u007f\u0085\u009f\ufffe\u{1ffff}\ufdd0\udc00';
  const item = itemWith({ title: `${allowed}${dropped}` });
  expect(item.title).toBe(allowed);
});

function feedWith(briefs: readonly Brief[]) {
  return feedFrom(briefs.map(entry));
}

function feedFrom(entries: readonly FeedEntry[], publication: Publication = publicationSample()): Feed {
  const addresses = addressesSample();
  const channel = siteChannel(publication, addresses, addresses.rss);
  return feedOf(
    publication,
    addresses,
    channel,
    entries.map((each) => itemOf(publication, addresses, each)),
  );
}

function itemWith(said: Partial<Brief>): FeedItem {
  const [item] = feedWith([briefSample(said)]).items;
  if (!item) throw new Error('The feed is empty.');
  return item;
}

function entry(brief: Brief) {
  return { brief, language: en, outOfDate: false };
}
