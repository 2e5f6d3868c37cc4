import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { readFolder } from './project.ts';

// Its types predate the module resolution of this project.
const { unfurl } = createRequire(import.meta.url)('unfurl.js') as {
  unfurl: (url: string, options: object) => Promise<{ oEmbed?: Readonly<Record<string, unknown>> }>;
};

describe('what a build offers to other sites and to readers of feeds', () => {
  const server = inject('shippedSite');
  const built = readFolder(join(server.root, 'dist'));
  const embedded = [...built.keys()].flatMap(
    (file) => /^briefs\/(.+)\/embed\/index\.html$/.exec(file)?.[1] ?? [],
  );
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser.close());

  const textOf = (file: string): string => built.get(file)?.toString() ?? '';

  test('the newest briefs can be embedded, and the others do not say that they can', () => {
    const offering = [...built.keys()].flatMap((file) =>
      textOf(file).includes('application/json+oembed')
        ? (/^briefs\/(.+)\/index\.html$/.exec(file)?.[1] ?? file)
        : [],
    );
    const answered = [...built.keys()].flatMap(
      (file) => /^briefs\/(.+)\/oembed\.json$/.exec(file)?.[1] ?? [],
    );
    expect(embedded).toHaveLength(8);
    expect(offering).toEqual(embedded);
    expect(answered.sort()).toEqual(embedded);
  });

  test('an embed is under 10 KB with its stylesheets, and has no script and no font', () => {
    for (const slug of embedded) {
      const html = textOf(`briefs/${slug}/embed/index.html`);
      const styles = [...html.matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)].map(
        ([, file = '']) => file,
      );
      // Its own, and the accents of the publication.
      expect(styles, slug).toHaveLength(2);
      const css = styles.map(textOf).join('');
      expect(css.length, slug).toBeGreaterThan(1000);
      expect(Buffer.byteLength(html) + css.length, slug).toBeLessThan(10_000);
      expect(html + css, slug).not.toMatch(/<script|@font-face|font\/woff2/);
    }
  });

  test('a consumer of oEmbed finds the answer by the page, and what it names is there', async () => {
    const [slug = ''] = embedded;
    const fetchBuilt = (url: string) => fetch(url.replace('https://fourfold.example', server.address));
    const { oEmbed } = await unfurl(`https://fourfold.example/briefs/${slug}/`, { fetch: fetchBuilt });
    expect(oEmbed).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'Fourfold', width: 560 });
    const thumbnail = oEmbed?.['thumbnails'] as readonly { url: string }[];
    expect(built.has(thumbnail[0]?.url.replace('https://fourfold.example/', '') ?? '')).toBe(true);
  });

  test.each(['light', 'dark'] as const)(
    'an embed fits frames of any width (%s), styled though sandboxed',
    async (colorScheme) => {
      const page = await browser.newPage({ viewport: { width: 1000, height: 700 }, colorScheme });
      for (const slug of embedded) {
        const { html, height } = JSON.parse(textOf(`briefs/${slug}/oembed.json`)) as {
          html: string;
          height: number;
        };
        for (const width of [220, 400, 560, 700]) {
          const here = html
            .replace('https://fourfold.example', server.address)
            .replace('width="560"', `width="${width}"`);
          await page.setContent(here, { waitUntil: 'load' });
          const frame = await (await page.waitForSelector('iframe')).contentFrame();
          await frame?.waitForLoadState('load');
          await frame?.waitForSelector('h1 a');
          const seen = await frame?.evaluate(() => {
            const { scrollWidth, scrollHeight } = document.documentElement;
            const link = document.querySelector('a');
            const corner = document.elementFromPoint(innerWidth - 5, innerHeight - 5);
            return {
              over: scrollWidth - innerWidth,
              tall: scrollHeight,
              border: getComputedStyle(document.querySelector('article') ?? document.body).borderTopWidth,
              links: document.links.length,
              whole: corner === link,
            };
          });
          expect(seen, `${slug} ${width}`).toMatchObject({ border: '3px', links: 1, whole: true });
          expect(seen?.over, `${slug} ${width}`).toBeLessThanOrEqual(0);
          if (width === 560) expect(seen?.tall, slug).toBeLessThanOrEqual(height);
        }
      }
      await page.close();
    },
    60_000,
  );

  test('the link of an embed opens the brief, free of the sandbox', async () => {
    const [slug = ''] = embedded;
    const page = await browser.newPage();
    const { html } = JSON.parse(textOf(`briefs/${slug}/oembed.json`)) as { html: string };
    await page.setContent(html.replace('https://fourfold.example', server.address), { waitUntil: 'load' });
    const opened = page.waitForEvent('popup');
    await page.frames()[1]?.click('h1 a');
    const brief = await opened;
    await brief.waitForSelector('.section-nav [aria-current]');
    expect(new URL(brief.url()).pathname).toBe(`/briefs/${slug}/`);
    await brief.close();
    await page.close();
  });

  test('a reader reaches the feeds from the masthead, copies an address and gets a confirmation', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(server.address);
    await page.locator('.masthead').getByRole('link', { name: 'Subscribe' }).click();
    await page.waitForURL('**/subscribe/');
    const climate = page.locator('.feeds li', { hasText: 'topics/climate/' });
    for (const [button, address] of [
      [page.locator('.address button'), 'https://fourfold.example/rss.xml'],
      [climate.getByRole('button'), 'https://fourfold.example/topics/climate/rss.xml'],
    ] as const) {
      await button.click();
      await expect.poll(() => button.textContent()).toContain('Copied');
      expect(await page.getByRole('status').textContent()).toBe('Copied');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    }
    await context.close();
  });

  test('every feed is there without JavaScript, as an address to select and to open', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    const page = await context.newPage();
    await page.goto(`${server.address}/subscribe/`);
    expect(await page.getByLabel('Feed address').inputValue()).toBe('https://fourfold.example/rss.xml');
    expect(await page.getByRole('button').count()).toBe(0);
    const named = async (): Promise<string[]> => {
      const links = await page.locator('main li > a[href^="https://fourfold.example/"]').allTextContents();
      return links.map((address) => address.trim().replace('https://fourfold.example/', ''));
    };
    const all = new Set(['rss.xml', ...(await named())]);
    const feeds = [...built.keys()].filter((file) =>
      /(?:rss|atom|corrections)\.xml$|(?:^|\/)feed\.json$/.test(file),
    );
    // Each language has a page of its own, and leads to the others.
    for (const lang of ['ar', 'es', 'zh-Hans']) {
      await page.goto(`${server.address}/${lang}/subscribe/`);
      for (const feed of await named()) all.add(feed);
    }
    expect([...all].sort()).toEqual(feeds.sort());
    await page.goto(`${server.address}/subscribe/`);
    await page.locator('.feeds summary').first().click();
    expect(await page.getByRole('link', { name: 'Feedly' }).count()).toBe(2);
    await context.close();
  });

  test.each(['rss.xml', 'atom.xml', 'corrections.xml'])(
    'a browser shows /%s as something to read',
    async (file) => {
      const page = await browser.newPage({ viewport: { width: 390, height: 640 } });
      await page.goto(`${server.address}/${file}`);
      const { shown, says, wide } = await page.evaluate(() => {
        const visible = [...document.querySelectorAll('*')].filter(
          (element) => element.children.length === 0 && element.getClientRects().length > 0,
        );
        return {
          shown: visible.map((element) => element.localName),
          says: getComputedStyle(document.documentElement, '::before').content,
          wide: document.documentElement.scrollWidth - innerWidth,
        };
      });
      expect(says).toContain('This is a feed.');
      expect(shown[0] === 'title' || shown[1] === 'title').toBe(true);
      expect(
        shown.filter((name) => /guid|encoded|content|creator|category|^id$|updated|lastBuildDate/.test(name)),
      ).toEqual([]);
      expect(wide).toBeLessThanOrEqual(0);
      await page.close();
    },
  );
});
