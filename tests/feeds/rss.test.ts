import { parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import type { Brief } from '../../src/brief/brief.ts';
import { en } from '../../src/languages/en.ts';
import type { FeedEntry } from '../../src/feeds/feed.ts';
import { siteChannel } from '../../src/feeds/channels.ts';
import { feedOf, itemOf } from '../../src/feeds/feed.ts';
import { formatRss } from '../../src/feeds/rss.ts';
import {
  addressesSample,
  briefSample,
  cardSample,
  publicationSample,
  sectionSample,
} from '../brief-sample.ts';
import { childOf, childrenOf, parseStrictXml } from '../../scripts/verify/strict-xml.ts';

describe('the channel', () => {
  test('says where it lives, in which language, and when it last changed', () => {
    const correction = { date: '2025-10-30T12:00:00+01:00', note: 'A figure was wrong.' };
    const channel = channelOf(rssOf([entry({ corrections: [correction] })]));
    expect(childOf(channel, 'title').text).toBe('Fourfold');
    expect(childOf(channel, 'link').text).toBe('https://fourfold.example/news/');
    expect(childOf(channel, 'description').text).toBe('The news in four parts.');
    expect(childOf(channel, 'language').text).toBe('en');
    expect(childOf(channel, 'lastBuildDate').text).toBe('Thu, 30 Oct 2025 12:00:00 +0100');
    expect(childOf(channel, 'atom:link').attributes).toEqual({
      href: 'https://fourfold.example/news/rss.xml',
      rel: 'self',
      type: 'application/rss+xml',
    });
  });

  test('of an empty site has neither items nor a date', () => {
    const channel = channelOf(rssOf([]));
    expect(childrenOf(channel, 'item')).toEqual([]);
    expect(childrenOf(channel, 'lastBuildDate')).toEqual([]);
  });
});

describe('an item', () => {
  const [item] = childrenOf(
    channelOf(rssOf([{ ...entry({ ai: 'generated', authors: ['ada', 'desk'] }), card: cardSample() }])),
    'item',
  );
  if (!item) throw new Error('The feed is empty.');

  test.each([
    ['title', 'DeepSeek puts R1’s training bill at $294,000'],
    ['link', 'https://fourfold.example/news/briefs/deepseek-r1/'],
    [
      'description',
      'The Chinese lab disclosed the figure in Nature. It is far below what U.S. rivals report.',
    ],
    ['guid', 'tag:fourfold.example,2025:deepseek-r1'],
    ['pubDate', 'Thu, 18 Sep 2025 09:00:00 +0000'],
  ])('has the %s %s', (name, text) => {
    expect(childOf(item, name).text).toBe(text);
  });

  test('has an identity that is no address', () => {
    expect(childOf(item, 'guid').attributes).toEqual({ isPermaLink: 'false' });
  });

  test('names each author and each topic', () => {
    expect(childrenOf(item, 'dc:creator').map(({ text }) => text)).toEqual(['Ada Example', 'Data desk']);
    expect(childrenOf(item, 'category').map(({ text }) => text)).toEqual([
      'Artificial intelligence',
      'Chips',
    ]);
  });

  test('carries the whole brief, label first', () => {
    const { text } = childOf(item, 'content:encoded');
    expect(text).toContain('<p>Text of beyond-the-headlines.</p>');
    expect(text.indexOf('AI-generated')).toBeLessThan(text.indexOf('<h2>'));
  });

  test('shows its card', () => {
    expect(childOf(item, 'media:content').attributes).toEqual({
      url: 'https://fourfold.example/news/cards/deepseek-r1-0a1b2c3d.png',
      medium: 'image',
      type: 'image/png',
      width: '1200',
      height: '630',
      fileSize: '71234',
    });
  });

  test('without a card names no image', () => {
    const [plain] = childrenOf(channelOf(rssOf([entry({})])), 'item');
    expect(plain && childrenOf(plain, 'media:content')).toEqual([]);
  });
});

describe('special characters', () => {
  test('are hexadecimal references in plain text, as the profile requires', () => {
    const xml = rssOf([entry({ title: 'R&D <b>costs</b> &apos;' })]);
    expect(xml).toContain('<title>R&#x26;D &#x3C;b&#x3E;costs&#x3C;/b&#x3E; &#x26;apos;</title>');
  });

  test('of a summary are escaped twice, since feed readers treat a description as HTML', () => {
    const [item] = parseRssFeed(rssOf([entry({ summary: 'Less <b> & "more"' })])).items ?? [];
    expect(item?.description).toBe('Less &lt;b> &amp; "more"');
  });

  test.each([
    { what: 'the end of a CDATA section', title: 'a ]]> b', read: 'a ]]> b' },
    { what: 'a script’s end', title: '</script><!-- x', read: '</script><!-- x' },
    { what: 'control characters', title: 'a\0b\u0001c\u001fd\u0085e', read: 'abcde' },
    { what: 'half a surrogate pair', title: 'a\ud83eb', read: 'ab' },
    { what: 'an entity', title: '&nbsp;&#0;', read: '&nbsp;&#0;' },
  ])('such as $what in a title survive or vanish, and spoil nothing', ({ title, read }) => {
    const html = `<p>${title}</p>`;
    const spoilt = entry({
      slug: 'spoilt',
      title,
      summary: title,
      sections: [sectionSample('whats-happening', title, html), ...tail(briefSample().sections)],
    });
    const items = childrenOf(channelOf(rssOf([spoilt, entry({ slug: 'whole' })])), 'item');
    expect(items.map((item) => childOf(item, 'title').text)).toEqual([read, briefSample().title]);
    expect(items[0] && childOf(items[0], 'content:encoded').text).toContain(`<p>${read}</p>`);
  });
});

test('feedsmith reads back what it was given', () => {
  const feed = parseRssFeed(rssOf([{ ...entry({ title: 'R&D > <b>' }), card: cardSample() }]));
  expect(feed).toMatchObject({
    title: 'Fourfold',
    lastBuildDate: 'Thu, 18 Sep 2025 09:00:00 +0000',
    items: [
      {
        title: 'R&D > <b>',
        guid: { value: 'tag:fourfold.example,2025:deepseek-r1', isPermaLink: false },
        dc: { creators: ['Fourfold'] },
        categories: [{ name: 'Artificial intelligence' }, { name: 'Chips' }],
        media: { contents: [{ fileSize: 71_234, width: 1200, height: 630 }] },
      },
    ],
  });
});

function rssOf(entries: readonly FeedEntry[]): string {
  const [publication, addresses] = [publicationSample(), addressesSample()];
  const channel = siteChannel(publication, addresses, addresses.rss);
  const items = entries.map((each) => itemOf(publication, addresses, each));
  return formatRss(feedOf(publication, addresses, channel, items));
}

function channelOf(xml: string) {
  const rss = parseStrictXml(xml);
  expect(rss.attributes['version']).toBe('2.0');
  return childOf(rss, 'channel');
}

function entry(said: Partial<Brief>): FeedEntry {
  return { brief: briefSample(said), language: en, outOfDate: false };
}

function tail([, second, third, fourth]: Brief['sections']) {
  return [second, third, fourth] as const;
}
