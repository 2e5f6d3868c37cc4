import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Fault, FaultKind } from '../../src/verify/fault.ts';
import { verifySite } from '../../src/verify/verify.ts';

const slug = 'deepseek-r1-training-cost';
const nothing = { secrets: { hidden: [], folders: [] }, own: new Set<string>() };

type Change = (text: string) => string;

const put =
  (from: string | RegExp, to: string): Change =>
  (text) =>
    text.replace(from, to);
const end = (html: string): Change => put('</main>', `${html}</main>`);

/** Each in a page of its own, a copy of a brief's. */
const pageFaults: readonly (readonly [what: string, change: Change, kind: FaultKind, reason: string])[] = [
  ['a link to nothing', end('<a href="/briefs/none/">x</a>'), 'link', '"/briefs/none/" leads to nothing'],
  ['a page without its slash', end('<a href="/topics">x</a>'), 'link', 'only with a slash at its end'],
  ['a place that is not there', end('<a href="#nowhere">x</a>'), 'link', '"#nowhere" leads to no place'],
  ['a place on another page', end('<a href="/topics/#nowhere">x</a>'), 'link', 'leads to no place'],
  ['code as an address', end('<a href="javascript:alert(1)">x</a>'), 'link', 'may run or hide code'],
  ['a picture of another host', end('<img src="https://elsewhere.example/x.png" alt="x">'), 'link', 'from another host'], // prettier-ignore
  ['a picture that is gone', end('<img src="/pictures/none.avif" alt="x">'), 'link', 'leads to nothing'],
  ['a feed that is gone', put('href="/rss.xml"', 'href="/feed.rss"'), 'link', '"/feed.rss" leads to nothing'],
  ['broken HTML', end('<p><div>x</div></p>'), 'html', 'close-order'],
  ['a second h1', end('<h1>Again</h1>'), 'html', 'has 2 headings h1'],
  ['an id twice', end('<p id="content">x</p>'), 'html', 'has the id "content" more than once'],
  ['a style inline', end('<p style="color: red">x</p>'), 'policy', 'has <p style> inline'],
  ['a script inline', end('<script>1</script>'), 'policy', 'has <script> inline'],
  ['an event in an attribute', end('<p onclick="x()">x</p>'), 'policy', 'has <p onclick> inline'],
  ['no policy', put(/<meta http-equiv[^>]*>/, ''), 'policy', 'has no Content-Security-Policy'],
  ['a policy that comes late', put(/(<meta http-equiv[^>]*>)(<meta charset[^>]*>)/, '$2$1'), 'policy', 'before its Content-Security-Policy'], // prettier-ignore
  ['a policy that allows all', put("default-src 'self'", "default-src 'self' 'unsafe-inline'"), 'policy', 'lets too much through'], // prettier-ignore
  ['another canonical', put(/(rel="canonical" href="https:\/\/fourfold.example\/)[^"]*/, '$1briefs/egypt-malaria-free/'), 'head', 'expected its own address'], // prettier-ignore
  ['no description', put(/<meta name="description"[^>]*>/, ''), 'head', 'has no description'],
  ['no language', put('<html lang="en"', '<html'), 'head', 'does not say its language'],
  ['a card of another size', put('og:image:width" content="1200"', 'og:image:width" content="1201"'), 'card', 'says width 1201'], // prettier-ignore
  ['a card that is gone', put(/(og:image" content="[^"]*)-\w+\.png/, '$1-000000000000.png'), 'card', 'leads to nothing'], // prettier-ignore
  ['a card nobody describes', put(/og:image:alt" content="[^"]*"/, 'og:image:alt" content=""'), 'card', 'say in words'], // prettier-ignore
  ['structured data cut short', put('"@context":', '@context:'), 'data', 'is no JSON object'],
  ['crumbs out of order', put('"position":2', '"position":4'), 'data', 'numbered from 1'],
  ['an article without a date', put(/"datePublished":"[^"]*",/, ''), 'data', 'without datePublished'],
];

/** Each in a file of its own kind. */
const fileFaults: readonly (readonly [
  what: string,
  file: string,
  change: Change,
  kind: FaultKind,
  reason: string,
])[] = [
  ['a feed cut short', 'rss.xml', (text) => text.slice(0, 2000), 'feed', 'is not well-formed'],
  [
    'a feed that calls a brief otherwise',
    'atom.xml',
    put(/(<entry[^]*?<title[^>]*>)/, '$1Not '),
    'feed',
    'the page "',
  ],
  ['a feed of another day', 'topics/ai/rss.xml', put(/<pubDate>[^<]*/, '<pubDate>Mon, 01 Jan 2001 00:00:00 GMT'), 'feed', 'dates '], // prettier-ignore
  [
    'a file of another size',
    'topics/chips/rss.xml',
    put(/fileSize="\d+"/, 'fileSize="7"'),
    'feed',
    'says 7 bytes of',
  ],
  ['an item twice', 'topics/health/rss.xml', put(/(<item>[^]*?<\/item>)/, '$1$1'), 'feed', 'twice'],
  ['a feed of another address', 'feed.json', put(/"feed_url": ?"[^"]*"/, '"feed_url":"https://x.example/"'), 'feed', 'says that its address is'], // prettier-ignore
  ['an address that is gone', 'sitemap-1.xml', put(/<loc>[^<]*about\/<\/loc>/, '<loc>https://fourfold.example/gone/</loc>'), 'sitemap', 'names https://fourfold.example/gone/'], // prettier-ignore
  ['a page in no sitemap', 'sitemap-1.xml', put(/<url><loc>[^<]*contact\/<\/loc>.*?<\/url>/, ''), 'sitemap', 'is in no sitemap'], // prettier-ignore
  ['a stylesheet’s font that is gone', 'feed.css', (text) => `${text}\np { background: url(none.woff2); }`, 'link', 'leads to nothing'], // prettier-ignore
  ['data that leads nowhere', 'briefs/index.json', put(/briefs\/[\w-]+\.json/, 'briefs/none.json'), 'link', 'leads to nothing'], // prettier-ignore
];

describe('npm run verify, on the shipped site', () => {
  const { root } = inject('shippedSite');
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-verified-'));
  let planted: readonly Fault[] = [];

  beforeAll(async () => {
    cpSync(join(root, 'dist'), folder, { recursive: true });
    expect(await verifySite(folder, nothing)).toMatchObject({
      faults: [],
      home: 'https://fourfold.example/',
    });
    const page = readFileSync(join(folder, 'briefs', slug, 'index.html'), 'utf8');
    for (const [name, change] of [['clean', (text: string) => text] as const, ...pageFaults]) {
      const address = addressOf(name);
      const own = page.replaceAll(`/briefs/${slug}/"`, `${address}"`);
      mkdirSync(join(folder, address), { recursive: true });
      writeFileSync(join(folder, address, 'index.html'), changed(own, name, change));
    }
    for (const [name, file, change] of fileFaults) {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      rmSync(path);
      writeFileSync(path, changed(text, name, change));
    }
    planted = (await verifySite(folder, nothing)).faults;
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function changed(text: string, name: string, change: Change): string {
    const after = change(text);
    if (name !== 'clean') expect(after, `${name} is planted`).not.toBe(text);
    return after;
  }

  function addressOf(name: string): string {
    return `/planted/${name.replace(/\W+/g, '-')}/`;
  }

  test('finds of a good page that nobody was told of just that', () => {
    expect(planted.filter(({ address }) => address === addressOf('clean'))).toEqual([
      { address: addressOf('clean'), kind: 'sitemap', reason: 'is in no sitemap' },
      { address: addressOf('clean'), kind: 'unlinked', reason: 'is linked from nowhere' },
    ]);
  });

  test.each(pageFaults)('finds %s on a page, and says where', (name, _change, kind, reason) => {
    expect(planted).toContainEqual({ kind, address: addressOf(name), reason: contains(reason) });
  });

  test.each(fileFaults)('finds %s in a file, and says where', (_name, file, _change, kind, reason) => {
    const address = reason === 'is in no sitemap' ? '/contact/' : `/${file}`;
    expect(planted).toContainEqual({ kind, address, reason: contains(reason) });
  });

  test('does not ask who leads to the publisher’s own files', async () => {
    const own = new Set(['notes.txt']);
    writeFileSync(join(folder, 'notes.txt'), 'x');
    const unlinked = (faults: readonly Fault[]) => faults.filter(({ address }) => address === '/notes.txt');
    expect(unlinked((await verifySite(folder, { ...nothing, own })).faults)).toEqual([]);
    expect(unlinked((await verifySite(folder, nothing)).faults)).toEqual([
      { address: '/notes.txt', kind: 'unlinked', reason: 'is linked from nowhere' },
    ]);
  });

  test('finds a draft and a path of the machine in any byte, packed ones too', async () => {
    const hidden = [{ slug: 'dart-asteroid-deflection', title: 'No title of ours' }];
    const { faults } = await verifySite(folder, { ...nothing, secrets: { hidden, folders: ['/schema'] } });
    const addresses = faults.filter(({ kind }) => kind === 'draft').map(({ address }) => address);
    expect(addresses).toEqual(
      expect.arrayContaining(['/', '/atom.xml', '/briefs/dart-asteroid-deflection/']),
    );
    expect(addresses.some((address) => address.endsWith('.pf_fragment'))).toBe(true);
    expect(faults.filter(({ kind }) => kind === 'path').length).toBeGreaterThan(0);
  });

  test('finds a site below a path whose pages lead outside of it', async () => {
    const path = join(folder, 'index.html');
    const text = readFileSync(path, 'utf8');
    rmSync(path);
    writeFileSync(
      path,
      changed(text, 'a path', put(/(rel="canonical" href="https:\/\/fourfold\.example\/)/, '$1news/')),
    );
    const { faults } = await verifySite(folder, nothing);
    expect(faults).toContainEqual({
      address: '/news/',
      kind: 'link',
      reason: '"/topics/" lies outside /news/, where the site lives',
    });
  });

  test('says so where there is no site', async () => {
    await expect(verifySite(join(root, 'src'), nothing)).rejects.toThrow('There is no site in');
  });
});

function contains(text: string): string {
  return expect.stringContaining(text) as string;
}
