import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { hostRules } from '../../src/hosting/host-rules.ts';
import { formatNginx } from '../../src/hosting/nginx.ts';
import { userEnvironment } from './project.ts';
import { hasNginx, startNginx, type Answer, type Nginx } from './nginx-server.ts';

/** Below a path, as on a shared host, with a former address of a brief. */
const below = { address: 'https://below.example/news/', lang: 'en' };

describe.skipIf(!hasNginx)('the site on nginx, with the configuration that is printed for it', () => {
  const { root } = inject('shippedSite');
  let nginx: Nginx;
  let served = '';

  beforeAll(async () => {
    served = mkdtempSync(join(tmpdir(), 'fourfold-served-'));
    cpSync(join(root, 'dist'), join(served, 'own'), { recursive: true });
    cpSync(join(root, 'dist'), join(served, 'shared/news'), { recursive: true });
    const own = execFileSync('npm', ['run', '-s', 'host', '--', 'nginx', '--root', join(served, 'own')], {
      cwd: root,
      env: userEnvironment(),
      encoding: 'utf8',
    });
    const addresses = addressesOf(below);
    const shared = formatNginx({
      host: 'below.example',
      base: addresses.base,
      root: join(served, 'shared'),
      rules: hostRules({ addresses, languages: ['es'], postsTo: 'https://votes.example', searches: false }),
      redirects: [
        { from: '/news/briefs/old-name/', to: '/news/briefs/deepseek-r1-training-cost/' },
        { from: '/news/shop', to: 'https://shop.example/', isTemporary: true },
      ],
      added: [
        { path: '/*', headers: { 'X-Desk': 'night' } },
        { path: '/news/about/', headers: { 'Content-Security-Policy': "frame-src 'self'" } },
        { path: '/news/llms.txt', headers: { 'Content-Type': 'text/markdown; charset=utf-8' } },
      ],
    });
    nginx = await startNginx([own, shared]);
  });

  afterAll(async () => {
    await nginx.stop();
    rmSync(served, { recursive: true, force: true });
  });

  const ask = (path: string, headers?: Record<string, string>): Promise<Answer> =>
    nginx.ask('fourfold.example', path, headers);
  const fileIn = (folder: string): string =>
    `/${folder}/${readdirSync(join(root, 'dist', folder)).at(0) ?? ''}`;

  test.each([
    '/',
    '/briefs/deepseek-r1-training-cost/',
    '/topics/ai/',
    '/search/',
    '/about/',
    '/page/2/',
    '/ar/',
    '/ar/topics/health/',
    '/ar/archive/2024/',
  ])('the page %s has its policy, may not be framed, and says all that a page has to say', async (page) => {
    const { status, headers } = await ask(page);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toMatch(/^default-src 'self'; .*frame-ancestors 'none'$/);
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'strict-transport-security': 'max-age=31536000',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toContain('geolocation=()');
    expect(headers['cache-control']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('an embed may be framed by anybody', async () => {
    const { headers } = await ask('/briefs/deepseek-r1-training-cost/embed/');
    expect(headers['content-security-policy']).toMatch(/frame-ancestors \*$/);
  });

  test.each([
    ['/rss.xml', 'application/rss+xml; charset=utf-8'],
    ['/corrections.xml', 'application/rss+xml; charset=utf-8'],
    ['/topics/ai/rss.xml', 'application/rss+xml; charset=utf-8'],
    ['/ar/rss.xml', 'application/rss+xml; charset=utf-8'],
    ['/ar/corrections.xml', 'application/rss+xml; charset=utf-8'],
    ['/ar/topics/health/rss.xml', 'application/rss+xml; charset=utf-8'],
    ['/ar/atom.xml', 'application/atom+xml; charset=utf-8'],
    ['/ar/feed.json', 'application/feed+json; charset=utf-8'],
    ['/atom.xml', 'application/atom+xml; charset=utf-8'],
    ['/feed.json', 'application/feed+json; charset=utf-8'],
    ['/site.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['/briefs/index.json', 'application/json; charset=utf-8'],
    ['/llms.txt', 'text/plain; charset=utf-8'],
  ])('%s is %s, for readers elsewhere too', async (path, type) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': type,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
  });

  test.each(['cards', '_astro', 'pictures'])('files in %s are cached for a year', async (folder) => {
    const { status, headers } = await ask(fileIn(folder));
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test('a missing card is not cached, and a missing file gets the error page', async () => {
    for (const path of ['/cards/none-000000000000.png', '/briefs/none/', '/a/b/c/d/e']) {
      const { status, headers, body } = await ask(path);
      expect(status).toBe(404);
      expect(headers['cache-control']).toBeUndefined();
      // Other sites still must not frame the page.
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(body.toString()).toContain('<h1');
    }
  });

  test('text is compressed for clients that accept it', async () => {
    const plain = await ask('/rss.xml');
    const packed = await ask('/rss.xml', { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.body)).toEqual(plain.body);
  });

  test('an address without its slash leads to the page, on the same host', async () => {
    const { status, headers } = await ask('/topics/ai');
    expect(status).toBe(301);
    expect(headers.location).toBe('/topics/ai/');
  });

  test.each(['/_headers', '/_redirects', '/.dist', '/.git/config'])('%s is not served', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  test('below a path the same holds, and an old address leads to the new one', async () => {
    const page = await nginx.ask('below.example', '/news/briefs/deepseek-r1-training-cost/');
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain('https://votes.example');
    expect(page.headers['content-security-policy']).not.toContain('wasm');
    expect((await nginx.ask('below.example', '/news/rss.xml')).headers['content-type']).toMatch(
      /^application\/rss/,
    );
    expect((await nginx.ask('below.example', '/news/nothing/')).body.toString()).toContain('<h1');
    expect(await nginx.ask('below.example', '/')).toMatchObject({
      status: 302,
      headers: { location: '/news/' },
    });
    const moved = await nginx.ask('below.example', '/news/briefs/old-name/');
    expect(moved.status).toBe(301);
    expect(moved.headers.location).toBe('/news/briefs/deepseek-r1-training-cost/');
  });

  test('what a publisher adds is joined with the rules of the site', async () => {
    const about = await nginx.ask('below.example', '/news/about/');
    expect(about.headers['x-desk']).toBe('night');
    expect(about.headers['content-security-policy']).toMatch(/^default-src 'self'.*, frame-src 'self'$/);
    const home = await nginx.ask('below.example', '/news/');
    expect(home.headers['content-security-policy']).not.toContain("frame-src 'self'");
    const text = await nginx.ask('below.example', '/news/llms.txt');
    expect(text.headers['content-type']).toBe('text/markdown; charset=utf-8');
    const shop = await nginx.ask('below.example', '/news/shop');
    expect([shop.status, shop.headers['location']]).toEqual([302, 'https://shop.example/']);
  });
});
