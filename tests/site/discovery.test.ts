import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { briefText } from '../check/brief-text.ts';
import { sitePathsOf } from '../../src/brief/site-paths.ts';
import { loadSnapshot } from '../../src/build/load.ts';
import { ownFiles, ownPaths } from '../../src/build/own-paths.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { childOf, childrenOf, parseStrictXml } from '../../scripts/verify/strict-xml.ts';
import { verify } from '../../scripts/verify.ts';
import { runCommand } from '../scripts/run-command.ts';
import { copyProject, readFolder, runScript, type Run } from './project.ts';
import { changeSettings } from '../settings-file.ts';

const now = { BRIEFS_NOW: '2026-01-01T12:00:00Z' };
const dates = { zqolder: '2025-12-30', zqnewer: '2025-12-31', zqembargo: '2026-01-02' };
const asked = ['news-sitemap.xml', '.well-known/security.txt', '.well-known/tdmrep.json'];

describe('a build of a publication that asks for all that programs may look for, under a sub-path', () => {
  let root = '';
  let run: Run;
  let built: Map<string, Buffer>;
  const read = (file: string): string => built.get(file)?.toString() ?? '';

  beforeAll(async () => {
    root = copyProject({ briefs: false, cacheOf: inject('shippedSite').root });
    changeSettings(root, {
      address: 'https://fourfold.example/news/',
      mixLanguages: true,
      newsSitemap: true,
      security: { contact: ['mailto:security@fourfold.example'], expires: '2026-01-01' },
      miningReservation: { policy: 'https://fourfold.example/mining' },
      fediverse: '@fourfold@social.example',
    });
    for (const [slug, date] of Object.entries(dates)) {
      writeFileSync(
        join(root, 'briefs', `${slug}.md`),
        briefText([`Text of ${slug}.`], {
          title: slug,
          date,
          thread: 'chip-war',
          lang: slug === 'zqolder' ? 'en' : 'en-GB',
          ...(slug === 'zqnewer' && {
            translationOf: 'zqolder',
            corrections: `[{ date: ${date}, note: A number was wrong. }]`,
          }),
        }),
      );
    }
    run = await runScript(root, 'build', now);
    expect(run.code, run.output).toBe(0);
    built = readFolder(join(root, 'dist'));
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  test('lists the correction of a translation, though languages are mixed and lists show the original alone', () => {
    for (const file of ['corrections/index.html', 'corrections.xml', 'en-GB/corrections.xml'])
      expect(read(file), file).toContain('A number was wrong.');
  });

  test('lists the briefs of the last two days alone in the news sitemap, which robots.txt names', () => {
    expect(run.code, run.output).toBe(0);
    const urls = childrenOf(parseStrictXml(read('news-sitemap.xml')), 'url');
    expect(urls.map((url) => childOf(url, 'loc').text)).toEqual([
      'https://fourfold.example/news/briefs/zqnewer/',
    ]);
    expect(read('robots.txt')).toContain('\nSitemap: https://fourfold.example/news/news-sitemap.xml\n');
  });

  test('is known to the check address by address: every page and file that a link may lead to, and no other', async () => {
    const publication = await readSettings(root);
    const { briefs } = await loadSnapshot({ root, publication, now: '2026-01-01T12:00:00+00:00', audience: 'public' }); // prettier-ignore
    const listed = briefs.map(({ listing }) => ({ ...listing, corrections: listing.corrections.length }));
    const paths = [...sitePathsOf(publication, listed, ownPaths(await ownFiles(root), [])).keys()];
    // Briefs, cards and images have their own rules, and nobody links to assets.
    const others = /^(?:briefs|cards|images|pagefind|_astro)\/|^_headers$|^\.nojekyll$/;
    const addresses = [...built.keys()].filter((file) => !others.test(file));
    expect(paths.sort()).toEqual(addresses.map((file) => file.replace(/(^|\/)index\.html$/, '$1')).sort());
  });

  test('lists a brief once where languages are mixed, and its translation in its own language', () => {
    for (const path of [
      'index.html',
      'rss.xml',
      'atom.xml',
      'feed.json',
      'archive/2025/index.html',
      'llms.txt',
    ]) {
      expect(read(path), path).toContain('zqolder');
      expect(read(path), path).not.toContain('zqnewer');
    }
    for (const path of ['en-GB/index.html', 'en-GB/rss.xml', 'en-GB/archive/2025/index.html']) {
      expect(read(path), path).toContain('zqnewer');
    }
  });

  test('has nothing wrong for a stranger, though two sitemaps name what is new', async () => {
    expect((await runCommand(verify, root, [], { environment: now })).out).toMatch(/nothing wrong\s*$/);
  });

  test('has a security contact, and warns the publisher when it is out of date', () => {
    expect(read('.well-known/security.txt')).toContain('Expires: 2026-01-01T00:00:00+00:00\n');
    expect(run.output).toContain('security.txt has been out of date since 2026-01-01T00:00:00+00:00');
  });

  test('reserves mining for the site and in each page, and names the publication’s account under a brief', () => {
    expect(JSON.parse(read('.well-known/tdmrep.json'))).toEqual([
      { location: '/news/', 'tdm-reservation': 1, 'tdm-policy': 'https://fourfold.example/mining' },
    ]);
    for (const page of ['index.html', 'briefs/zqnewer/index.html']) {
      expect(read(page), page).toContain('<meta name="tdm-reservation" content="1">');
    }
    expect(read('briefs/zqnewer/index.html')).toContain(
      '<meta name="fediverse:creator" content="@fourfold@social.example">',
    );
  });

  test('has every icon that a page or the manifest names, in the size that is said', async () => {
    const { icons } = JSON.parse(read('site.webmanifest')) as { icons: { src: string; sizes: string }[] };
    const named = [...read('index.html').matchAll(/<link rel="(?:icon|apple-touch-icon|manifest)" href="\/news\/([^"]+)"/g)]; // prettier-ignore
    expect(named.map(([, file]) => file)).toEqual([
      'favicon.ico',
      'favicon.svg',
      'apple-touch-icon.png',
      'site.webmanifest',
    ]);
    const files = [
      ...named.map(([, file = '']) => file),
      ...icons.map(({ src }) => src.replace('/news/', '')),
    ];
    for (const file of files) expect(built.has(file), file).toBe(true);
    for (const { src, sizes } of icons.filter((icon) => icon.src.endsWith('.png'))) {
      const { width, height } = await sharp(built.get(src.replace('/news/', ''))).metadata();
      expect(`${width}x${height}`, src).toBe(sizes);
    }
  });

  test('is optional and off by default', () => {
    const site = readFolder(join(inject('shippedSite').root, 'dist'));
    expect(asked.filter((file) => site.has(file))).toEqual([]);
    expect(
      site
        .get('robots.txt')
        ?.toString()
        .match(/^Sitemap/gm),
    ).toHaveLength(1);
    expect(site.get('briefs/high-seas-treaty/index.html')?.toString()).not.toMatch(/tdm-|fediverse/);
  });
});
