import { expect, test } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { hostRules } from '../../src/hosting/host-rules.ts';

const addresses = addressesOf({ address: 'https://fourfold.example/news/', lang: 'en' });
const rules = hostRules({ addresses, languages: ['es', 'zh-Hans'], postsTo: undefined, searches: true });

/** The headers of an address, of which each is set by one rule. */
function headersOf(path: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const rule of rules) {
    const pattern = rule.path
      .replaceAll('.', String.raw`\.`)
      .replace(/:\w+/g, '[^/]+')
      .replace(/\*$/, '.*');
    if (!new RegExp(`^${pattern}$`).test(`/news/${path}`)) continue;
    for (const [name, value] of Object.entries(rule.headers)) {
      expect(headers.has(name), `${path}: ${name}`).toBe(false);
      headers.set(name, value);
    }
  }
  return headers;
}

test.each([
  ...[
    '',
    '404.html',
    'page/2/',
    'briefs/one/',
    'topics/',
    'topics/ai/',
    'topics/ai/page/2/',
    'archive/2025/',
  ],
  ...['es/', 'es/page/2/', 'es/topics/', 'es/topics/ai/', 'es/topics/ai/page/2/', 'zh-Hans/archive/2025/'],
  ...[
    'es/threads/strike/',
    'es/authors/ada/',
    'es/authors/ada/page/2/',
    'es/corrections/page/2/',
    'es/search/',
  ],
])('the page "%s" may not be framed', (path) => {
  expect(headersOf(path).get('Content-Security-Policy')).toMatch(/frame-ancestors 'none'$/);
});

test.each(['one', 'topics', 'archive', 'feed'])('the embed of a brief called "%s" may be framed', (slug) => {
  expect(headersOf(`briefs/${slug}/embed/`).get('Content-Security-Policy')).toMatch(/frame-ancestors \*$/);
});

test.each([
  ...[
    'rss.xml',
    'corrections.xml',
    'topics/ai/rss.xml',
    'es/rss.xml',
    'es/corrections.xml',
    'es/topics/ai/rss.xml',
  ].map((path) => [path, 'rss+xml']),
  ...['atom.xml', 'es/atom.xml'].map((path) => [path, 'atom+xml']),
  ...['feed.json', 'es/feed.json'].map((path) => [path, 'feed+json']),
])('the feed %s is application/%s, for readers elsewhere, too', (path, type) => {
  const headers = headersOf(path);
  expect(headers.get('Content-Type')).toBe(`application/${type}; charset=utf-8`);
  expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
});

test('the data of a brief called "feed" are no feed', () => {
  expect(headersOf('briefs/feed.json').has('Content-Type')).toBe(false);
});
