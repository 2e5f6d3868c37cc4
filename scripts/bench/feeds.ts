import { addressesOf } from '../../src/brief/addresses.ts';
import type { Body, Listing } from '../../src/brief/brief.ts';
import { describeCard } from '../../src/cards/card.ts';
import { formatAtom } from '../../src/feeds/atom.ts';
import { authorChannel, correctionsChannel, siteChannel, topicChannel } from '../../src/feeds/channels.ts'; // prettier-ignore
import { correctionItemsOf } from '../../src/feeds/corrections.ts';
import { feedOf, itemOf, type FeedChannel, type FeedItem } from '../../src/feeds/feed.ts';
import { formatJsonFeed } from '../../src/feeds/json-feed.ts';
import { formatRss } from '../../src/feeds/rss.ts';
import { briefData, indexData } from '../../src/metadata/brief-json.ts';
import { formatLlms, formatMarkdown } from '../../src/metadata/markdown-twin.ts';
import { formatSitemap, formatSitemapIndex, sitemapsOf } from '../../src/metadata/sitemaps.ts';
import { site } from '../settings.ts';
import { readCount } from './count-option.ts';
import { sampleBrief, type SampleBrief } from './sample.ts';

const usage = `Usage: npm run bench:feeds -- [options]

Measures how long feeds and data take in memory. It calls the functions that the pages call, without Astro and without
writing files.

Options:
  --count NUMBER    How many briefs. Default: 10000
  --help            Print this text.`;

const { count } = readCount(usage, 10_000, []);
const [topics, authors] = [300, 50];
const addresses = addressesOf(site);

const samples = Array.from({ length: count }, (_, number) => fullBrief(number));
const listings = samples.map(({ listing }) => listing);
const made = new Map<SampleBrief, FeedItem>();

console.log(`${count} briefs of ${topics} topics and ${authors} authors, feeds of ${site.feedSize}\n`);
console.log('part            files   ms CPU      MB');
const start = process.cpuUsage();
measure('site', function* () {
  yield formatRss(feedFrom(siteChannel(site, addresses, addresses.rss), samples));
  yield formatAtom(feedFrom(siteChannel(site, addresses, addresses.atom), samples));
  yield formatJsonFeed(feedFrom(siteChannel(site, addresses, addresses.jsonFeed), samples));
});
measure('topics', () =>
  rssOfEach(
    ({ topics }) => topics,
    (topic) => topicChannel(site, addresses, topic),
  ),
);
measure('authors', () =>
  rssOfEach(
    ({ authors }) => authors,
    (author) => authorChannel(site, addresses, author),
  ),
);
measure('languages', () =>
  rssOfEach(
    ({ lang }) => (lang === site.lang ? [] : [lang]),
    (lang) => siteChannel(site, addressesOf(site, lang), addressesOf(site, lang).rss),
  ),
);
measure('corrections', function* () {
  const items = correctionItemsOf(site, addresses, listings);
  yield formatRss(feedOf(site, addresses, correctionsChannel(site, addresses), items));
});
measure('briefs as .md', function* () {
  for (const { listing, body, language } of samples) yield formatMarkdown(site, addresses, { ...listing, ...body }, language, false); // prettier-ignore
});
measure('briefs as .json', function* () {
  for (const { listing, body, language } of samples) {
    const cards = [describeCard(listing, site, language).reference];
    yield printJson(
      briefData(site, addresses, { ...listing, ...body }, language, { outOfDate: false, cards }),
    );
  }
});
measure('index', function* () {
  for (const page of indexData(site, addresses, listings)) yield printJson(page);
});
measure('llms.txt', function* () {
  yield formatLlms(site, addresses, listings.slice(0, site.feedSize), []);
});
measure('sitemaps', function* () {
  const listed = samples.map(({ listing: brief, language }) => {
    return { brief, cards: [describeCard(brief, site, language).reference] };
  });
  const sitemaps = sitemapsOf(addresses, listed, []);
  for (const sitemap of sitemaps) yield formatSitemap(sitemap);
  yield formatSitemapIndex(sitemaps);
});
const { user, system } = process.cpuUsage(start);
console.log(`\n${((user + system) / 1e6).toFixed(2)} s CPU in all`);

function measure(name: string, make: () => Iterable<string>): void {
  const before = process.cpuUsage();
  let [files, bytes] = [0, 0];
  for (const text of make()) {
    files += 1;
    bytes += Buffer.byteLength(text);
  }
  const used = process.cpuUsage(before);
  const ms = ((used.user + used.system) / 1000).toFixed(0);
  console.log(`${name.padEnd(15)} ${String(files).padStart(5)} ${ms.padStart(8)} ${(bytes / 1e6).toFixed(1).padStart(7)}`); // prettier-ignore
}

function* rssOfEach(
  namesOf: (listing: Listing) => readonly string[],
  channelOf: (name: string) => FeedChannel,
): Iterable<string> {
  const groups = new Map<string, SampleBrief[]>();
  for (const sample of samples) {
    for (const name of namesOf(sample.listing)) {
      const group = groups.get(name) ?? [];
      groups.set(name, group);
      group.push(sample);
    }
  }
  for (const [name, group] of groups) yield formatRss(feedFrom(channelOf(name), group));
}

function feedFrom(channel: FeedChannel, briefs: readonly SampleBrief[]) {
  return feedOf(site, addresses, channel, briefs.slice(0, site.feedSize).map(itemFor));
}

/** Cached and shared by all feeds, as in a build. */
function itemFor(sample: SampleBrief): FeedItem {
  const known = made.get(sample);
  if (known) return known;
  const { listing, body, language } = sample;
  const card = { ...describeCard(listing, site, language).reference, bytes: 70_000 };
  const item = itemOf(site, addresses, { brief: { ...listing, ...body }, language, outOfDate: false, card });
  made.set(sample, item);
  return item;
}

/** A sample with 520 words of HTML, two topics, an author, four dated sources and sometimes a correction. */
function fullBrief(number: number): SampleBrief {
  const sample = sampleBrief(number);
  const date = new Date(Date.UTC(2026, 0, 1) - number * 3_600_000).toISOString().replace('.000Z', '+00:00');
  const [source] = sample.listing.sources;
  const paragraph = `<p>${`A sentence of <strong>ten words</strong> with a <a href="https://example.org/?a=1&amp;b=2">link</a> in it. `.repeat(4)}</p>\n`;
  const html = { page: '', portable: paragraph.repeat(3) };
  return {
    ...sample,
    listing: {
      ...sample.listing,
      date,
      topics: [`topic-${number % topics}`, `topic-${(number * 7 + 1) % topics}`],
      authors: [`author-${number % authors}`],
      sources: source ? ['2024-05-06', '2024-06', '2024', '2025-01-02'].map((date) => ({ ...source, date })) : [], // prettier-ignore
      corrections: number % 20 === 0 ? [{ date, note: 'A figure in the second section was wrong.' }] : [],
    },
    body: {
      ...sample.body,
      sections: sample.body.sections.map((section) => ({ ...section, html })) as unknown as Body['sections'],
      markdown: '## A heading\n\nA paragraph of the text.\n\n'.repeat(12),
    },
  };
}

function printJson(data: object): string {
  return JSON.stringify(data, null, 2);
}
