import { expect, test } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { readersOf, subscriptionsOf } from '../../src/feeds/subscriptions.ts';
import { addressesSample, briefSample, publicationSample } from '../brief-sample.ts';

const [publication, addresses] = [publicationSample(), addressesSample()];
const root = 'https://fourfold.example/news/';

test('besides the feed of all briefs there are those of topics, other languages, authors and corrections', () => {
  const briefs = [
    briefSample({ topics: ['chips', 'ai'], authors: ['ada'] }),
    briefSample({ topics: ['ai', 'unnamed'], lang: 'ar', authors: ['ada', 'desk'] }),
  ];
  expect(subscriptionsOf(publication, addresses, briefs, ['en', 'ar'])).toEqual([
    {
      name: 'Topics',
      feeds: [
        { name: 'Artificial intelligence', address: `${root}topics/ai/rss.xml` },
        { name: 'Chips', address: `${root}topics/chips/rss.xml` },
        { name: 'unnamed', address: `${root}topics/unnamed/rss.xml` },
      ],
    },
    { name: 'Languages', feeds: [{ name: 'العربية', address: `${root}ar/rss.xml`, lang: 'ar' }] },
    {
      name: 'Authors',
      feeds: [
        { name: 'Ada Example', address: `${root}authors/ada/rss.xml` },
        { name: 'Data desk', address: `${root}authors/desk/rss.xml` },
      ],
    },
    { name: 'Corrections', feeds: [{ name: 'Corrections', address: `${root}corrections.xml` }] },
  ]);
});

test('another language has feeds below its tag, under its own names, and leads to the others', () => {
  const spanish = subscriptionsOf(
    publicationSample({ topics: { ai: { name: { en: 'AI', es: 'Inteligencia artificial' } } } }),
    addressesOf(publication, 'es'),
    [briefSample({ topics: ['ai'], authors: [] })],
    ['en', 'ar', 'es'],
  );
  expect(
    spanish.map(({ name, feeds }) => [name, ...feeds.map((feed) => `${feed.name} ${feed.address}`)]),
  ).toEqual([
    ['Temas', `Inteligencia artificial ${root}es/topics/ai/rss.xml`],
    ['Idiomas', `English ${root}rss.xml`, `العربية ${root}ar/rss.xml`],
    ['Correcciones', `Correcciones ${root}es/corrections.xml`],
  ]);
});

test('a publication without briefs has its corrections alone', () => {
  expect(subscriptionsOf(publication, addresses, [], ['en']).map(({ name }) => name)).toEqual([
    'Corrections',
  ]);
});

test('readers are given the address so that nothing in it is read as theirs', () => {
  const said = 'https%3A%2F%2Fx.example%2Frss.xml%3Fa%3D1%26b%3D2';
  expect(readersOf('https://x.example/rss.xml?a=1&b=2').map(({ address }) => address)).toEqual([
    `https://feedly.com/i/subscription/feed%2F${said}`,
    `https://www.inoreader.com/?add_feed=${said}`,
    `https://www.newsblur.com/?url=${said}`,
    `https://theoldreader.com/feeds/subscribe?url=${said}`,
    'feed://x.example/rss.xml?a=1&b=2',
  ]);
});
