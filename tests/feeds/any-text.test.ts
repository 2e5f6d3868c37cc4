import fc from 'fast-check';
import { parseJsonFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/languages/en.ts';
import { formatAtom } from '../../src/feeds/atom.ts';
import { authorChannel, correctionsChannel, siteChannel, topicChannel } from '../../src/feeds/channels.ts';
import { correctionItemsOf } from '../../src/feeds/corrections.ts';
import { feedOf, itemOf, type Feed, type FeedChannel } from '../../src/feeds/feed.ts';
import { formatJsonFeed } from '../../src/feeds/json-feed.ts';
import { formatRss } from '../../src/feeds/rss.ts';
import { withXmlCharacters } from '../../src/brief/xml-characters.ts';
import { anyText } from '../any-text.ts';
import { addressesSample, briefSample } from '../brief-sample.ts';
import { childOf, childrenOf, parseStrictXml, type Element } from '../../scripts/verify/strict-xml.ts';
import { wildBrief, wildCard, wildPublication } from '../wild-brief.ts';

const addresses = addressesSample();
// Between two letters, since feed readers may trim white space.
const wildText = anyText.map((text) => `x${text}x`);
const corrections = [{ date: '2025-01-02T00:00:00+00:00', note: 'A sum was wrong.' }];
const whole = briefSample({
  slug: 'whole',
  date: '2025-01-01T00:00:00+00:00',
  authors: ['ada'],
  corrections,
});

const channels: Record<string, (text: string) => FeedChannel> = {
  'the site': (text) => siteChannel(wildPublication(text), addresses, addresses.rss),
  'a topic': (text) => topicChannel(wildPublication(text), addresses, text),
  'an author': (text) => authorChannel(wildPublication(text), addresses, text),
};

/** A feed with a brief that has the text in every field, and a normal one. */
function feedWith(text: string, channel: FeedChannel): Feed {
  const publication = wildPublication(text);
  const wild = itemOf(publication, addresses, {
    brief: wildBrief(text),
    language: en,
    outOfDate: true,
    card: wildCard(text),
  });
  return feedOf(publication, addresses, channel, [
    wild,
    itemOf(publication, addresses, { brief: whole, language: en, outOfDate: false }),
  ]);
}

describe.each(Object.entries(channels))('with any texts, a feed of %s', (_what, channelOf) => {
  test('as RSS is well-formed, says them, and leaves other items as they were', () => {
    const alone = itemsOf(formatRss(feedWith('x', channelOf('x'))))[1];
    checkEach((text) => {
      const xml = formatRss(feedWith(text, channelOf(text)));
      const [item, other, ...more] = itemsOf(xml);
      expect([other, more]).toEqual([alone, []]);
      if (!item) throw new Error('The feed is empty.');
      const said = asRead(text);
      expect(childOf(rssChannelOf(xml), 'title').text).toContain(said);
      expect(['title', 'category', 'dc:creator'].map((name) => childOf(item, name).text)).toEqual([said, said, said]); // prettier-ignore
      expect(childOf(item, 'content:encoded').text).toContain(said);
      expectXmlCharacters(xml);
    });
  });

  test('as Atom is well-formed, says them, and leaves other items as they were', () => {
    const alone = childrenOf(parseStrictXml(formatAtom(feedWith('x', channelOf('x')))), 'entry')[1];
    checkEach((text) => {
      const xml = formatAtom(feedWith(text, channelOf(text)));
      const feed = parseStrictXml(xml);
      const [entry, other, ...more] = childrenOf(feed, 'entry');
      expect([other, more]).toEqual([alone, []]);
      if (!entry) throw new Error('The feed is empty.');
      const said = asRead(text);
      expect(childOf(feed, 'title').text).toContain(said);
      expect(['title', 'summary'].map((name) => childOf(entry, name).text)).toEqual([said, said]);
      expect(childOf(childOf(entry, 'author'), 'name').text).toBe(said);
      expect(childOf(entry, 'content').text).toContain(said);
      expectXmlCharacters(xml);
    });
  });

  test('as JSON Feed 1.1 has all that the format asks for, and says them', () => {
    checkEach((text) => {
      const json = formatJsonFeed(feedWith(text, channelOf(text)));
      expect(json.isWellFormed()).toBe(true);
      const feed = JSON.parse(json) as JsonFeed;
      expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
      const said = withXmlCharacters(text);
      expect(feed.title).toContain(said);
      // jsonfeed.org, "Items": id and one of content_html and content_text are required, and ids are unique.
      expect(new Set(feed.items.map(({ id }) => id)).size).toBe(2);
      for (const { id, content_html: html, url, date_published: published, authors } of feed.items) {
        expect([typeof id, typeof html]).toEqual(['string', 'string']);
        expect(URL.canParse(url)).toBe(true);
        expect(published).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/);
        expect(authors.length).toBe(1);
      }
      expect(feed.items[0]).toMatchObject({ title: said, tags: [said], authors: [{ name: said }] });
      expect(feed.items[0]?.content_html).toContain(said);
      expect(parseJsonFeed(json).items?.map(({ title }) => title)).toEqual([said, whole.title]);
    });
  });
});

test('the feed of corrections is well-formed and complete for any text', () => {
  checkEach((text) => {
    const publication = wildPublication(text);
    const items = correctionItemsOf(publication, addresses, [wildBrief(text), whole]);
    const channel = correctionsChannel(publication, addresses);
    const xml = formatRss(feedOf(publication, addresses, channel, items));
    const [item, other] = itemsOf(xml);
    expect(other && childOf(other, 'description').text).toBe('A sum was wrong.');
    expect(item && childOf(item, 'title').text).toBe(`Correction: ${asRead(text)}`);
    expectXmlCharacters(xml);
  });
});

interface JsonFeed {
  readonly version: string;
  readonly title: string;
  readonly items: readonly {
    readonly id: string;
    readonly url: string;
    readonly title: string;
    readonly content_html: string;
    readonly date_published: string;
    readonly tags: readonly string[];
    readonly authors: readonly { readonly name: string }[];
  }[];
}

function checkEach(holds: (text: string) => void): void {
  fc.assert(fc.property(wildText, holds), { numRuns: 150 });
}

/** XML parsers normalize line ends to line feeds. */
function asRead(text: string): string {
  return withXmlCharacters(text).replaceAll(/\r\n?/g, '\n');
}

/** XML 1.0, 2.2, checked independently of the parser. */
function expectXmlCharacters(xml: string): void {
  expect(xml.isWellFormed()).toBe(true);
  const codes = Array.from(xml, (character) => character.codePointAt(0) ?? 0);
  const forbidden = codes.filter((code) => (code < 0x20 && ![9, 10, 13].includes(code)) || (code & 0xfffe) === 0xfffe || (code >= 0x7f && code <= 0x9f)); // prettier-ignore
  expect(forbidden).toEqual([]);
}

function rssChannelOf(xml: string): Element {
  return childOf(parseStrictXml(xml), 'channel');
}

function itemsOf(xml: string): readonly Element[] {
  return childrenOf(rssChannelOf(xml), 'item');
}
