import { describe, expect, it } from 'vitest';
import { readImageSource, readLink } from '../../src/markdown/links.ts';
import { briefText, codesOf } from '../check/brief-text.ts';

const file = 'briefs/2025/small-bill.md';
const home = 'https://paper.example/sub/';
const nul = String.fromCharCode(0);

describe('a link', () => {
  it.each([
    ['https://www.nature.com/articles/x?y=z#part'],
    ['HTTP://EXAMPLE.COM', 'http://EXAMPLE.COM'],
    ['HttpS://example.com/A', 'https://example.com/A'],
    [' MAILTO:Desk@Example.com', 'mailto:Desk@Example.com'],
    ['Tel:+4930123', 'tel:+4930123'],
    ['https://paper.example/elsewhere/briefs/other/'],
  ])('%j leads to the web, and its scheme is spelled in small letters', (url, address = url) => {
    expect(readLink(url, { file, home })).toEqual({ kind: 'web', address });
  });

  it.each(['ht\ntps://example.com', 'https\u200b://example.com', 'ma\tilto:a@b.co'])(
    '%j, with a sign in its scheme that browsers leave out, is refused',
    (url) => {
      expect(readLink(url, { file, home }).kind).toBe('invalid');
    },
  );

  it.each([
    ['./other.md', 'other', ''],
    ['other.md#sources', 'other', 'sources'],
    ['../other.mdx', 'other', ''],
    ['../2024/other.md', 'other', ''],
    ['./%6fther.md', 'other', ''],
    ['/briefs/other/', 'other', ''],
    ['/briefs/other', 'other', ''],
    ['/briefs/other/#sources', 'other', 'sources'],
    ['/briefs/other/?from=home', 'other', ''],
    ['/briefs/other/index.html', 'other', ''],
    ['/briefs//other/', 'other', ''],
    ['/./briefs/./other/', 'other', ''],
    ['/briefs/%6Fther/', 'other', ''],
    ['/BRIEFS/Other/', 'other', ''],
    ['https://paper.example/sub/Briefs/other/#sources', 'other', 'sources'],
    ['https://paper.example/sub/briefs/other/', 'other', ''],
    ['HTTPS://Paper.Example/sub/briefs/other/?from=home#sources', 'other', 'sources'],
    ['http://paper.example./sub/briefs/other/', 'other', ''],
  ])('%j leads to the brief %j', (url, slug, fragment) => {
    expect(readLink(url, { file, home })).toEqual({ kind: 'brief', slug, fragment });
  });

  it.each(['/', '/rss.xml', '/briefs/', '/page/2/', '/about/?x#y'])(
    '%j leads to a page of the site',
    (url) => {
      expect(readLink(url, { file, home })).toEqual({ kind: 'site', path: url });
    },
  );

  it('that begins with # leads to a place in the brief', () => {
    expect(readLink('#whats-next', { file, home })).toEqual({ kind: 'fragment', fragment: 'whats-next' });
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    ' \u0001javascript:alert(1)',
    '\u200bjavascript:alert(1)',
    `java${nul}script:alert(1)`,
    'data:text/html,<b>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.com/x',
    'view-source:https://example.com',
    'ftp://example.com/',
    'https://',
    'https://exa mple.com/',
    '//host/path',
    '\\\\host\\path',
    '/\\host',
    '/\t/host',
    '../../etc/passwd',
    '../../etc/passwd.md',
    '%2e%2e/%2e%2e/passwd.md',
    '/%2e%2e/passwd',
    '/briefs/../../passwd',
    '/briefs/%E0%A4%A/',
    './a%00.md',
    '/briefs/Not A Slug/',
    '/briefs/other/more/',
    './Not_A_Slug.md',
    'www.example.com',
    'other',
    '?query',
    '',
    'https:elsewhere.example',
    'https:/elsewhere.example',
    'http:///elsewhere.example',
    'https:\\\\elsewhere.example',
    'https://paper.example@elsewhere.example/',
    'https://user:word@elsewhere.example/',
    'mailto:',
    'Tel:',
    'https://xn--/',
    'https://www.xn--zzzzzzz9999.example/',
    'https://a..example/',
    'https://.example/',
    'https://example,org/',
    'https://example.org;/a',
    `https://${'a'.repeat(64)}.example/`,
    `https://${'a.'.repeat(130)}example/`,
  ])('%j is invalid', (url) => {
    expect(readLink(url, { file, home }).kind).toBe('invalid');
  });

  it.each([
    'https://xn--bcher-kva.example/',
    'https://bücher.example/',
    'https://xn--ls8h.example/',
    'https://a_b.-c-.example./',
    'https://192.0.2.1/',
    'https://[2001:db8::1]/',
  ])('%j leads to the web', (url) => {
    expect(readLink(url, { file, home }).kind).toBe('web');
  });

  it.each([
    '[x](&#106;avascript:alert(1))',
    '[x](java&#10;script:alert(1))',
    '[x](<java&Tab;script:alert(1)>)',
    '<javascript:alert(1)>',
    '[x][y]\n\n[y]: JavaScript:alert(1)',
    '[x](data:text/html;base64,AAAA)',
    '[x](\\\\host)',
  ])('written as %j is an error of the brief', (markdown) => {
    expect(codesOf(briefText([markdown]))).toEqual(['link-address']);
  });
});

describe('an image', () => {
  it.each([
    ['./pictures/chips.png', 'briefs/2025/pictures/chips.png'],
    ['../chips.JPG', 'briefs/chips.JPG'],
    ['two words.webp', 'briefs/2025/two words.webp'],
    ['two%20words.webp', 'briefs/2025/two words.webp'],
    ['küste.avif', 'briefs/2025/küste.avif'],
    ['chips.gif?v=2', 'briefs/2025/chips.gif'],
  ])('%j is the file %j', (url, path) => {
    expect(readImageSource(url, file)).toEqual({ kind: 'file', path });
  });

  it.each([
    'https://example.com/a.png',
    '//example.com/a.png',
    '/pictures/a.png',
    '\\a.png',
    'data:image/png;base64,AAAA',
    'dat\na:image/png;base64,AAAA',
    '../../a.png',
    '%2e%2e/%2e%2e/a.png',
    '../..%2fa.png',
    './a.svg',
    './a',
    `a.png${nul}.txt`,
    '',
  ])('%j is invalid', (url) => {
    expect(readImageSource(url, file).kind).toBe('invalid');
  });
});
