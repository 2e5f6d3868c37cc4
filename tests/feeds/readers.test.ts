import { Readable } from 'node:stream';
import { parseFeed } from '@rowanmanning/feed-parser';
import FeedParser, { type Item } from 'feedparser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { imageReference } from '../../src/brief/image.ts';
import { ar } from '../../src/languages/ar.ts';
import { en } from '../../src/languages/en.ts';
import { formatAtom } from '../../src/feeds/atom.ts';
import { siteChannel } from '../../src/feeds/channels.ts';
import { feedOf, itemOf, type Feed, type FeedEntry } from '../../src/feeds/feed.ts';
import { formatJsonFeed } from '../../src/feeds/json-feed.ts';
import { formatRss } from '../../src/feeds/rss.ts';
import { addressesSample, briefSample, cardSample, htmlSample, publicationSample, sectionSample } from '../brief-sample.ts'; // prettier-ignore
import { parseStrictXml } from '../../scripts/verify/strict-xml.ts';

/** Facts on which all readers must agree: identity, address, title, date and text of an item. */
interface Read {
  readonly id: string | null | undefined;
  readonly link: string | null | undefined;
  readonly title: string | null | undefined;
  readonly published: string | undefined;
  readonly content: string | null | undefined;
}

const [publication, addresses] = [publicationSample(), addressesSample()];
const table = '<table><caption>Cost</caption><tbody><tr><td>R1</td><td>$294,000</td></tr></tbody></table>';
const entries: FeedEntry[] = [
  {
    brief: briefSample({ ai: 'generated', reviewer: 'Ada' }),
    language: en,
    outOfDate: false,
    card: cardSample(),
  },
  {
    brief: briefSample({
      slug: 'table',
      title: 'R&D: is 2 < 3 & “so”?',
      date: '2025-10-26T02:30:00+02:00',
      notes: htmlSample('<ol><li id="table-fn-1">A note.</li></ol>'),
      sections: [
        { ...sectionSample('whats-happening', 'What’s Happening?'), html: htmlSample(table) },
        sectionSample('why-its-important', 'Why It’s Important?'),
        sectionSample('whats-next', 'What’s Next?'),
        sectionSample('beyond-the-headlines', 'Beyond the Headlines'),
      ],
      corrections: [{ date: '2025-11-01T00:00:00+01:00', note: 'A figure was wrong.' }],
    }),
    language: en,
    outOfDate: true,
  },
  {
    brief: briefSample({ slug: 'arabic', title: 'كلفة (294,000)', lang: 'ar' }),
    language: ar,
    outOfDate: false,
  },
];
const items = entries.map((entry) => itemOf(publication, addresses, entry));
const feedAt = (own: string) => feedOf(publication, addresses, siteChannel(publication, addresses, own), items); // prettier-ignore
const rss = formatRss(feedAt(addresses.rss));
const atom = formatAtom(feedAt(addresses.atom));
const json = formatJsonFeed(feedAt(addresses.jsonFeed));

const day = (date: Date | string | null | undefined): string | undefined => date ? new Date(date).toISOString() : undefined; // prettier-ignore
const expected = feedAt(addresses.rss).items.map(
  ({ id, address, title, published, content }): Read => ({ id, link: address, title, published: day(published), content }), // prettier-ignore
);

async function readWithFeedParser(xml: string): Promise<Item[]> {
  const parser = new FeedParser({});
  const found: Item[] = [];
  parser.on('readable', () => {
    for (let item = parser.read(); item; item = parser.read()) found.push(item);
  });
  await new Promise((resolve, reject) => {
    parser.on('end', resolve).on('error', reject);
    Readable.from([xml]).pipe(parser);
  });
  return found;
}

const readers: Record<string, (xml: string) => Promise<Read[]> | Read[]> = {
  'rss-parser': async (xml) => {
    const feed = await new RssParser({ customFields: { item: ['content:encoded'] } }).parseString(xml);
    return feed.items.map((item) => ({
      id: item.guid ?? (item as { id?: string }).id,
      link: item.link,
      title: item.title,
      published: day(item.isoDate && (item as { pubDate?: string }).pubDate),
      content: ((item as { 'content:encoded'?: string })['content:encoded'] ?? item.content)?.trim(),
    }));
  },
  feedparser: async (xml) => {
    const found = await readWithFeedParser(xml);
    return found.map(({ guid, link, title, pubdate, description }) => {
      return { id: guid, link, title, published: day(pubdate), content: description };
    });
  },
  '@rowanmanning/feed-parser': (xml) =>
    parseFeed(xml).items.map(({ id, url, title, published, content }) => {
      return { id, link: url, title, published: day(published), content };
    }),
};

describe.each(Object.entries(readers))('%s', (_, read) => {
  test.each([
    ['RSS', rss],
    ['Atom', atom],
  ])('reads every item of the %s feed whole, with its identity and day', async (_format, xml) => {
    expect(await read(xml)).toEqual(expected);
  });
});

test('feedsmith reads the three formats alike', () => {
  const fromRss = parseRssFeed(rss).items?.map((item) => ({ id: item.guid?.value, link: item.link, title: item.title, published: day(item.pubDate), content: item.content?.encoded })); // prettier-ignore
  const fromAtom = parseAtomFeed(atom).entries?.map((entry) => ({ id: entry.id, link: entry.links?.[0]?.href, title: entry.title?.value, published: day(entry.published), content: entry.content?.value })); // prettier-ignore
  const fromJson = parseJsonFeed(json).items?.map((item) => ({ id: item.id, link: item.url, title: item.title, published: day(item.date_published), content: item.content_html })); // prettier-ignore
  expect(fromRss).toEqual(expected);
  expect(fromAtom).toEqual(expected);
  expect(fromJson).toEqual(expected);
});

/** Image addresses that each reader returns besides the text; some derive a lead image from them. */
const offered: Record<string, (xml: string) => Promise<string[]> | string[]> = {
  'rss-parser': async (xml) => {
    interface Media {
      readonly media?: { readonly $: { readonly url: string } }[];
    }
    const parser = new RssParser<object, Media>({ customFields: { item: [['media:content', 'media', { keepArray: true }]] } }); // prettier-ignore
    const { items } = await parser.parseString(xml);
    return items.flatMap(({ enclosure, media = [] }) => [
      ...(enclosure ? [enclosure.url] : []),
      ...media.map(({ $ }) => $.url),
    ]);
  },
  feedparser: async (xml) =>
    (await readWithFeedParser(xml)).flatMap(({ enclosures }) => enclosures.map(({ url }) => url)),
  '@rowanmanning/feed-parser': (xml) =>
    parseFeed(xml).items.flatMap(({ media }) => media.map(({ url }) => url)),
  feedsmith: (xml) => [
    ...(xml.includes('<rss') ? (parseRssFeed(xml).items ?? []) : []).flatMap(({ media, enclosures = [] }) =>
      [...(media?.contents ?? []), ...enclosures].map(({ url }) => url ?? ''),
    ),
    ...(xml.includes('<rss') ? [] : (parseAtomFeed(xml).entries ?? [])).flatMap(({ links = [] }) =>
      links.filter(({ rel }) => rel === 'enclosure').map(({ href }) => href ?? ''),
    ),
  ],
};

describe('an image in the text is', () => {
  const address = 'https://fourfold.example/news/pictures/sea-0a1b.jpg';
  const image = { file: 'briefs/pictures/sea.jpg', src: '/news/pictures/sea-0a1b.jpg', alt: 'The sea', width: 1216, height: 800, sources: [] }; // prettier-ignore
  const feedWith = (card: NonNullable<FeedEntry['card']>) =>
    feedOf(publication, addresses, siteChannel(publication, addresses, addresses.rss), [
      itemOf(publication, addresses, { brief: briefSample({ image }), language: en, outOfDate: false, card }),
    ]);
  const formats = { RSS: formatRss, Atom: formatAtom };
  const cases = Object.entries(offered).flatMap(([reader, read]) =>
    Object.entries(formats)
      // It ignores Atom enclosures.
      .filter(([format]) => reader !== 'rss-parser' || format === 'RSS')
      .map(([format, print]) => ({ reader, format, read: (feed: Feed) => read(print(feed)) })),
  );

  test.each(cases)(
    'not repeated beside a card by the $format feed in $reader, where both would be shown',
    async ({ read }) => {
      const feed = feedWith(cardSample());
      expect(await read(feed)).toEqual([`https://fourfold.example${cardSample().src}`]);
      expect(imagesShownIn(feed)).toEqual([address]);
    },
  );

  test.each(cases)(
    'at the very address, once, at which the $format feed of a site without cards gives it to $reader: by this a reader shows it once',
    async ({ read }) => {
      const feed = feedWith({ ...imageReference(image), bytes: 80_000 });
      expect(await read(feed)).toEqual([address]);
      expect(imagesShownIn(feed)).toEqual([address]);
    },
  );
});

function imagesShownIn({ items: [item] }: Feed): string[] {
  return [...(item?.content ?? '').matchAll(/<img[^>]* src="([^"]*)"/g)].map(([, src = '']) => src);
}

test.each([rss, atom])('a strict parser of XML has nothing to object', (xml) => {
  expect(() => parseStrictXml(xml)).not.toThrow();
});

test.each([rss, atom])('a browser gets a style sheet for it', (xml) => {
  expect(xml.split('\n')[1]).toBe('<?xml-stylesheet type="text/css" href="/news/feed.css"?>');
});

test('updates have a date, and the date of publication stays', () => {
  const entry = parseAtomFeed(atom).entries?.find(({ id }) => id?.endsWith(':table'));
  expect([day(entry?.published), day(entry?.updated)]).toEqual(['2025-10-26T00:30:00.000Z', '2025-10-31T23:00:00.000Z']); // prettier-ignore
});

test('a hub is named in each format', () => {
  const house = { ...publication, hub: 'https://hub.example/' };
  const feed = feedOf(house, addresses, siteChannel(house, addresses, addresses.rss), items);
  expect(formatRss(feed)).toContain('<atom:link href="https://hub.example/" rel="hub"/>');
  expect(formatAtom(feed)).toContain('<link href="https://hub.example/" rel="hub"/>');
  expect(formatJsonFeed(feed)).toContain('"url": "https://hub.example/"');
});

test('an empty feed of Atom has a date that is no clock’s', () => {
  const feed = feedOf(publication, addresses, siteChannel(publication, addresses, addresses.atom), []);
  expect(formatAtom(feed)).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
});

test('an empty JSON Feed has the list of items that version 1.1 requires', () => {
  const feed = feedOf(publication, addresses, siteChannel(publication, addresses, addresses.jsonFeed), []);
  expect(JSON.parse(formatJsonFeed(feed))).toMatchObject({ items: [] });
});
