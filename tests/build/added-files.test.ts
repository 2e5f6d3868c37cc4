import { expect, test } from 'vitest';
import { addLines, addRobots, readAdded } from '../../src/build/added-files.ts';
import { openFolder } from '../store/folders.ts';

const ours = 'User-agent: *\nAllow: /\n\nSitemap: https://news.example/sitemap-index.xml\n';

test('what a publisher adds comes after ours, with the ends of lines that hosts read', () => {
  using folder = openFolder();
  expect(readAdded(folder.path, '_headers')).toBe('');
  expect(addLines('/*\n  X-A: 1\n', readAdded(folder.path, '_headers'))).toBe('/*\n  X-A: 1\n');
  folder.write('public/_headers', '\ufeff/*\r\n  X-Team: desk\r\n\r\n');
  expect(addLines('/*\n  X-A: 1\n', readAdded(folder.path, '_headers'))).toBe(
    '/*\n  X-A: 1\n\n/*\n  X-Team: desk\n',
  );
  expect(addLines('', readAdded(folder.path, '_headers'))).toBe('/*\n  X-Team: desk\n');
  folder.write('public/_redirects', ' \n');
  expect(readAdded(folder.path, '_redirects')).toBe('');
});

test.each([
  ['', ours],
  ['User-agent: GPTBot\nDisallow: /\n', `${ours}\nUser-agent: GPTBot\nDisallow: /\n`],
  // Our own rules would allow what this forbids.
  [
    'user-agent : * # all\nDisallow: /\n',
    'user-agent : * # all\nDisallow: /\n\nSitemap: https://news.example/sitemap-index.xml\n',
  ],
  [
    'User-agent: *\nDisallow: /x/\nSitemap: https://news.example/sitemap-index.xml\n',
    'User-agent: *\nDisallow: /x/\nSitemap: https://news.example/sitemap-index.xml\n',
  ],
])('robots.txt is ours with the publisher’s rules, and names our sitemaps: %j', (added, expected) => {
  expect(addRobots(ours, added)).toBe(expected);
});
