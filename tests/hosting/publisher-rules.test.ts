import { expect, test } from 'vitest';
import { readPublisherRules } from '../../src/hosting/publisher-rules.ts';

test('what a publisher adds to headers is read as Cloudflare Pages and Netlify read it', () => {
  const file = `# Ours
/*
  X-Desk: night # not a comment
/data/*
  Cache-Control: max-age=60

  X-Robots-Tag: noindex
/file/:name/x
\tContent-Type: text/csv
`;
  expect(readPublisherRules(file, '')).toEqual({
    rules: [
      { path: '/*', headers: { 'X-Desk': 'night # not a comment' } },
      { path: '/data/*', headers: { 'Cache-Control': 'max-age=60' } },
      { path: '/data/*', headers: { 'X-Robots-Tag': 'noindex' } },
      { path: '/file/:name/x', headers: { 'Content-Type': 'text/csv' } },
    ],
    redirects: [],
    omitted: [],
  });
});

test('a redirect is permanent only where its line says so', () => {
  const file = '/old /about/\n/older /about/ 301 # since 2024\n/ext https://a.example:81/b 307\n';
  expect(readPublisherRules('', file).redirects).toEqual([
    { from: '/old', to: '/about/', isTemporary: true },
    { from: '/older', to: '/about/' },
    { from: '/ext', to: 'https://a.example:81/b', isTemporary: true },
  ]);
});

test.each([
  [
    'https://:project.pages.dev/*\n  X-A: b',
    '',
    ['_headers: https://:project.pages.dev/*', '_headers: X-A: b'],
  ],
  ['/a/*/b\n  X-A: b', '', ['_headers: /a/*/b', '_headers: X-A: b']],
  ['/a\n  ! X-A', '', ['_headers: ! X-A']],
  ['/a\n  X-A: "b"', '', ['_headers: X-A: "b"']],
  ['/a\n  X-A: $host', '', ['_headers: X-A: $host']],
  ['', '/a/* /b/:splat', ['_redirects: /a/* /b/:splat']],
  ['', '/a /b 302 Country=us', ['_redirects: /a /b 302 Country=us']],
  ['', '/a /b 200', ['_redirects: /a /b 200']],
  ['', '/a', ['_redirects: /a']],
])('what other hosts have no equivalent for is named: %j %j', (headers, redirects, omitted) => {
  const read = readPublisherRules(headers, redirects);
  expect(read.omitted).toEqual(omitted);
  expect([...read.rules, ...read.redirects]).toEqual([]);
});
