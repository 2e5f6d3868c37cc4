import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readBuiltFeeds } from '../../../scripts/announce/built-feeds.ts';

const folder = mkdtempSync(join(tmpdir(), 'fourfold-feeds-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('every feed of a built site is found under the address that its readers have, and nothing else', async () => {
  const files = [
    'rss.xml',
    'atom.xml',
    'feed.json',
    'corrections.xml',
    'topics/chips/rss.xml',
    'topics/ai/rss.xml',
    'authors/ada/rss.xml',
    'es/rss.xml',
    'es/atom.xml',
    'es/feed.json',
    'es/corrections.xml',
    'es/topics/ai/rss.xml',
    // No feeds.
    'index.html',
    'sitemap-1.xml',
    'topics/ai/index.html',
    'briefs/feed.json',
  ];
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
  const feeds = await readBuiltFeeds(folder, {
    address: 'https://fourfold.example/news/',
    lang: 'en',
  });
  expect(feeds.map(({ address, bytes }) => [address, Buffer.from(bytes).toString()])).toEqual(
    ['rss.xml', 'atom.xml', 'feed.json', 'corrections.xml', 'authors/ada/rss.xml', 'es/rss.xml', 'es/atom.xml', 'es/feed.json', 'es/corrections.xml', 'es/topics/ai/rss.xml', 'topics/ai/rss.xml', 'topics/chips/rss.xml'].map((file) => [`https://fourfold.example/news/${file}`, file]), // prettier-ignore
  );
});
