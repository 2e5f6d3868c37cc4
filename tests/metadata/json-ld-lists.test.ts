import { expect, test } from 'vitest';
import { breadcrumbsOf, itemListOf, trailOf, webSiteOf } from '../../src/metadata/json-ld-lists.ts';
import { addressesSample, briefSample, publicationSample } from '../brief-sample.ts';

const publication = publicationSample();
const addresses = addressesSample();

test('the site says its name, language and who publishes it', () => {
  expect(webSiteOf(publication, addresses)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: 'Fourfold',
    url: 'https://fourfold.example/news/',
    description: 'The news in four parts.',
    inLanguage: 'en',
    publisher: {
      '@type': 'Organization',
      name: 'Fourfold',
      url: 'https://fourfold.example/news/',
      logo: 'https://fourfold.example/news/icon-512.png',
    },
  });
});

test('a list names its pages, counted from 1 in the order of the page', () => {
  const list = itemListOf(addresses, [
    { name: 'Second', address: addresses.brief('second') },
    { name: 'First', address: addresses.brief('first') },
  ]);
  expect(list).toEqual({
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    itemListElement: [
      {
        '@type': 'ListItem',
        position: 1,
        name: 'Second',
        url: 'https://fourfold.example/news/briefs/second/',
      },
      { '@type': 'ListItem', position: 2, name: 'First', url: 'https://fourfold.example/news/briefs/first/' },
    ],
  });
});

test('the breadcrumbs of a brief are home and its first topic', () => {
  const brief = briefSample({ slug: 'chips', title: 'Chips', topics: ['ai', 'chips'] });
  expect(stepsOf(breadcrumbsOf(publication, addresses, brief))).toEqual([
    [1, 'Fourfold', 'https://fourfold.example/news/'],
    [2, 'Artificial intelligence', 'https://fourfold.example/news/topics/ai/'],
    [3, 'Chips', 'https://fourfold.example/news/briefs/chips/'],
  ]);
});

test('the breadcrumbs of a group page are home and the index of such groups', () => {
  const trail = trailOf(publication, addresses, [
    { name: 'Topics', address: addresses.topics },
    { name: 'Chips', address: addresses.topic('chips') },
  ]);
  expect(stepsOf(trail)).toEqual([
    [1, 'Fourfold', 'https://fourfold.example/news/'],
    [2, 'Topics', 'https://fourfold.example/news/topics/'],
    [3, 'Chips', 'https://fourfold.example/news/topics/chips/'],
  ]);
});

function stepsOf({ itemListElement }: ReturnType<typeof breadcrumbsOf>) {
  return (itemListElement as readonly { position: number; name: string; item: string }[]).map(
    ({ position, name, item }) => [position, name, item],
  );
}
