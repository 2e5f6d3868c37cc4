import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { parse } from '../../src/markdown/parse.ts';
import { render } from '../../src/markdown/render.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';
import { axeViolations } from './axe-violations.ts';
import { launchChromium } from './chromium.ts';
import { pageTypes } from './page-types.ts';
import { readFolder } from './project.ts';

describe('every type of page', () => {
  const server = inject('shippedSite');
  const built = readFolder(join(server.root, 'dist'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser.close());

  const open = async (path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    const page = await browser.newPage(options);
    const response = await page.goto(`${server.address}/${path}`);
    expect(response?.status()).toBe(200);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return page;
  };

  // They mostly wait for the network.
  describe.concurrent.each(Object.entries(pageTypes))('%s', (_type, path) => {
    test('has nothing for axe to find, a whole outline, and no sideways scrolling in a narrow window or with large or wide text', async () => {
      const page = await open(path, { viewport: { width: 1280, height: 900 }, bypassCSP: true });
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await axeViolations(page)).toEqual([]);
      // Only colours differ in dark mode.
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await axeViolations(page, { only: ['color-contrast', 'link-in-text-block'] })).toEqual([]);
      const levels = await page
        .locator('h1, h2, h3, h4, h5, h6')
        .evaluateAll((found) => found.map(({ tagName }) => Number(tagName.slice(1))));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels.slice(1).filter((level, at) => level - (levels[at] ?? 1) > 1)).toEqual([]);
      expect(await page.getByRole('main').count()).toBe(1);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await overflowOf(page)).toBe(0);
      // WCAG 2.2, 1.4.12.
      await page.addStyleTag({
        content:
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
      });
      expect(await overflowOf(page)).toBe(0);
      await page.setViewportSize({ width: 640, height: 700 });
      await page.addStyleTag({ content: ':root { font-size: 200% !important }' });
      expect(await overflowOf(page)).toBe(0);
      await page.close();
    });
  });

  // Sequential, because under load fonts arrive late and the measurement depends on the machine.
  describe.each(Object.entries(pageTypes))('%s', (_type, path) => {
    test('hardly moves while it loads, and asks no other host', async () => {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      const others: string[] = [];
      const page = await watched(context, (url) => {
        if (!url.startsWith(server.address)) others.push(url);
      });
      await page.goto(`${server.address}/${path}`, { waitUntil: 'networkidle' });
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries())
                sum += (entry as PerformanceEntry & { value: number }).value;
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => {
              resolve(sum);
            }, 200);
          }),
      );
      // web.dev, Cumulative Layout Shift: good. With Georgia and Arial installed it is far lower.
      expect(shift).toBeLessThan(0.05);
      expect(others).toEqual([]);
      await context.close();
    });
  });

  test('tables, tasks and code have names and can be scrolled by keyboard, however many there are', async () => {
    const table = `| ${'Column | '.repeat(9)}\n| ${'- | '.repeat(9)}\n| ${'1 | '.repeat(9)}`;
    const code = `\`\`\`\n${'a long line '.repeat(30)}\n\`\`\``;
    const text = briefText([
      `${table}\n\n${table}`,
      `${code}\n\n${code}`,
      '- [ ] one\n  - [x] two\n\n    three',
    ]);
    const publication = publicationSample();
    const { sections } = render(parse('briefs/x.md', text, publication), addressesOf(publication), new Map());
    const page = await open('briefs/high-seas-treaty/', {
      viewport: { width: 390, height: 844 },
      bypassCSP: true,
    });
    await page.evaluate(
      (texts) => {
        for (const [at, element] of document.querySelectorAll('.prose').entries())
          element.innerHTML = texts[at] ?? '';
      },
      sections.map(({ html }) => html.page),
    );
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.getByRole('checkbox', { name: 'two' }).isChecked()).toBe(true);
    expect(await page.getByRole('group', { name: 'Table 2' }).count()).toBe(1);
    await page.close();
  });

  test('layers of styles have one order on every page, whichever stylesheet comes first', () => {
    const order = ['tokens', 'base', 'layout', 'parts', 'prose'];
    for (const [file, bytes] of built) {
      if (!file.endsWith('.html')) continue;
      const links = [...bytes.toString().matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)];
      const styles = links.map(([, href = '']) => built.get(href)?.toString() ?? '').join('');
      const named = [...styles.matchAll(/@layer ([\w\s,-]+)[;{]/g)].flatMap(([, names = '']) =>
        names.split(','),
      );
      const layers = [...new Set(named.map((name) => name.trim()))];
      expect(layers, file).toEqual(order.filter((name) => layers.includes(name)));
    }
  });

  test('no page has anything after its end', () => {
    const pagesBuilt = [...built].filter(([file]) => file.endsWith('.html'));
    expect(pagesBuilt.length).toBeGreaterThan(20);
    for (const [file, bytes] of pagesBuilt) {
      expect(bytes.toString().slice(-20), file).toMatch(/<\/body>\s*<\/html>\s*$/);
    }
  });

  test('a brief’s page, scripts and fonts stay within their budgets', async () => {
    const slugs = [...built.keys()].flatMap((file) => /^briefs\/([^/]+)\/index\.html$/.exec(file)?.[1] ?? []);
    await Promise.all(slugs.map(staysWithinBudgets));
    async function staysWithinBudgets(slug: string): Promise<void> {
      const sizes = { document: 0, script: 0, stylesheet: 0, font: 0 };
      const context = await browser.newContext();
      const page = await context.newPage();
      const answers: Promise<void>[] = [];
      page.on('response', (response) => {
        const type = response.request().resourceType();
        if (!(type in sizes)) return;
        answers.push(
          response.body().then((body) => {
            sizes[type as keyof typeof sizes] += type === 'font' ? body.length : gzipSync(body).length;
          }),
        );
      });
      await page.goto(`${server.address}/briefs/${slug}/`, { waitUntil: 'networkidle' });
      await Promise.all(answers);
      await context.close();
      expect(sizes.document + sizes.stylesheet, slug).toBeLessThanOrEqual(30_000);
      expect(sizes.script, slug).toBeLessThanOrEqual(10_000);
      expect(sizes.font, slug).toBeLessThanOrEqual(150_000);
    }
  });
});

function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}

async function watched(context: BrowserContext, hear: (url: string) => void): Promise<Page> {
  const page = await context.newPage();
  page.on('request', (request) => {
    hear(request.url());
  });
  return page;
}
