import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { parse } from '../../src/markdown/parse.ts';
import { render } from '../../src/markdown/render.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';
import { launchChromium } from './chromium.ts';
import { readerView } from './reader-view.ts';

describe('the built site in a real browser', () => {
  const server = inject('shippedSite');
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser.close());

  test.each([
    ['home', '/', 'light'],
    ['home', '/', 'dark'],
    ['a brief', '/briefs/deepseek-r1-training-cost/', 'light'],
    ['a brief', '/briefs/deepseek-r1-training-cost/', 'dark'],
    ['a brief with an image', '/briefs/dart-asteroid-deflection/', 'light'],
    ['a brief from right to left', '/briefs/egypt-malaria-free/', 'light'],
    ['a wrong address', '/404.html', 'light'],
  ] as const)(
    'opens %s (%s, %s) with nothing to complain of, from no other host, and no wider than the screen',
    async (_name, path, colorScheme) => {
      const page = await browser.newPage({ viewport: { width: 320, height: 640 }, colorScheme });
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(server.address))
          complaints.push(`asked another host: ${request.url()}`);
      });
      await page.goto(server.address + path, { waitUntil: 'networkidle' });
      expect(complaints).toEqual([]);
      expect(await page.locator('h1').count()).toBe(1);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await page.close();
    },
  );

  test('what a brief names as fit to be read aloud is on its page, once each', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.address}/briefs/egypt-malaria-free/`);
    const [article = ''] = await page.locator('script[type="application/ld+json"]').allTextContents();
    const { speakable } = JSON.parse(article) as { speakable: { cssSelector: string[] } };
    const counts = speakable.cssSelector.map((selector) => page.locator(selector).count());
    expect(await Promise.all(counts)).toEqual([1, 1]);
    await page.close();
  });

  test('a reader goes from the home page to a brief and through its four sections', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(server.address);
    await page
      .getByRole('link', { name: /DeepSeek/ })
      .first()
      .click();
    await page.waitForURL('**/briefs/deepseek-r1-training-cost/');
    const sections = ['whats-happening', 'why-its-important', 'whats-next', 'beyond-the-headlines'];
    expect(await page.locator('main section[id]').evaluateAll((found) => found.map(({ id }) => id))).toEqual(
      sections,
    );
    await page.getByRole('navigation').getByRole('link', { name: 'Beyond the Headlines' }).click();
    await page.waitForFunction(() => location.hash === '#beyond-the-headlines');
    await expect
      .poll(() => page.locator('.section-nav [aria-current]').textContent())
      .toContain('Beyond the Headlines');
    await page.close();
  });

  test('the keyboard alone leads past the masthead, and through the bar of sections', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${server.address}/briefs/deepseek-r1-training-cost/`);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    // The first link of the text, not of the masthead.
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    const step = page.getByRole('navigation').getByRole('link', { name: 'What’s Next?' });
    for (let pressed = 0; pressed < 30; pressed += 1) {
      if (await step.evaluate((link) => link === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#whats-next');
    await expect
      .poll(() => page.locator('.section-nav [aria-current]').textContent())
      .toContain('What’s Next?');
    await page.close();
  });

  test('a wrong address shows an error page with a search', async () => {
    const page = await browser.newPage();
    const answer = await page.goto(`${server.address}/briefs/nothing-here/`);
    expect(answer?.status()).toBe(404);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Page not found');
    await page.getByRole('searchbox').fill('asteroid');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=asteroid');
    await page.getByRole('link', { name: /DART/ }).first().waitFor();
    await page.close();
  });

  test('a reader copies the address of the brief, and of a section', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(`${server.address}/briefs/deepseek-r1-training-cost/`);
    const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy link', exact: true }).click();
    await expect.poll(copied).toBe('https://fourfold.example/briefs/deepseek-r1-training-cost/');
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Copied');
    const section = page.getByRole('button', { name: 'Copy link: What’s Next?' });
    await section.focus();
    await page.keyboard.press('Enter');
    await expect.poll(copied).toBe('https://fourfold.example/briefs/deepseek-r1-training-cost/#whats-next');
    // The name of a section is only its heading.
    expect(await page.getByRole('region', { name: 'What’s Next?', exact: true }).count()).toBe(1);
    // Desktop browsers have no useful share dialog.
    expect(await page.getByRole('button', { name: 'Share…' }).count()).toBe(0);
    await context.close();
  });

  test.each(['deepseek-r1-training-cost', 'change-6-far-side-samples', 'who-pandemic-agreement'])(
    'no key figure of %s is broken or cut, on any screen',
    async (slug) => {
      const page = await browser.newPage();
      await page.goto(`${server.address}/briefs/${slug}/`);
      for (const width of [320, 390, 640, 830, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const broken = await page
          .locator('.figures dd')
          .evaluateAll((figures) =>
            (figures as HTMLElement[])
              .filter(
                (figure) =>
                  figure.scrollWidth > figure.clientWidth + 1 ||
                  figure.offsetHeight > parseFloat(getComputedStyle(figure).lineHeight) * 1.5,
              )
              .map((figure) => figure.textContent),
          );
        expect(broken, String(width)).toEqual([]);
      }
      await page.close();
    },
  );

  test('without script a brief is whole, and is shared by plain links', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.address}/briefs/deepseek-r1-training-cost/`);
    expect(await page.getByRole('link', { name: 'Bluesky' }).isVisible()).toBe(true);
    expect(await page.getByRole('button').count()).toBe(0);
    await context.close();
  });

  test('every brief is printed on two sheets at most, with the addresses of its sources and its own', async () => {
    const page = await browser.newPage();
    for (const slug of ['deepseek-r1-training-cost', 'dart-asteroid-deflection', 'egypt-malaria-free']) {
      await page.goto(`${server.address}/briefs/${slug}/`);
      const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
      expect(paper.match(/\/Type \/Page\b/g)?.length, slug).toBeLessThanOrEqual(2);
    }
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.paper-address svg').isVisible()).toBe(true);
    await page.goto(`${server.address}/briefs/deepseek-r1-training-cost/`);
    const sizes = await page.locator('.figures dd').evaluateAll((figures) => figures.map((figure) => getComputedStyle(figure).fontSize)); // prettier-ignore
    expect(new Set(sizes).size, sizes.join(', ')).toBe(1);
    await page.goto(`${server.address}/briefs/egypt-malaria-free/`);
    expect(await page.getByText('https://fourfold.example/briefs/egypt-malaria-free/').isVisible()).toBe(
      true,
    );
    const after = await page
      .locator('.aside a[href^="http"]')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(after).toContain('https://');
    await page.close();
  });

  test('reader view keeps essential content, and leaves out links to other pages', async () => {
    const page = await browser.newPage({ bypassCSP: true });
    const slugs = readdirSync(join(server.root, 'dist/briefs'), { withFileTypes: true }).filter((entry) => entry.isDirectory()); // prettier-ignore
    expect(slugs.length).toBeGreaterThan(10);
    for (const { name } of slugs) {
      await page.goto(`${server.address}/briefs/${name}/`);
      const { lost, present } = await page.evaluate(
        (view) => {
          const collapseSpace = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();
          const text = collapseSpace(view);
          const must = document.querySelectorAll(
            '.story p, .label, .note, .figures :is(dt, dd), .section > h2, .prose p, .aside :is(h2, li)',
          );
          const present = (selector: string): boolean =>
            [...document.querySelectorAll(selector)].some((element) =>
              text.includes(collapseSpace(element.textContent)),
            );
          return {
            lost: [...must]
              .map((element) => collapseSpace(element.textContent))
              .filter((words) => !text.includes(words)),
            present: ['.section-links', '.section-nav', '.more .summary'].filter(present),
          };
        },
        await readerView(page),
      );
      expect({ lost, present }, name).toEqual({ lost: [], present: [] });
    }
    await page.close();
  });

  test('on paper nothing is cut off, no heading is in another column than its text, and the QR code is on the first page', async () => {
    // An A4 page without its margins.
    const page = await browser.newPage({ viewport: { width: 673, height: 1017 }, bypassCSP: true });
    await page.emulateMedia({ media: 'print' });
    const columns = 14;
    const table = `|${' Column |'.repeat(columns)}\n|${' - |'.repeat(columns)}\n|${' internationalisation |'.repeat(columns)}`;
    const text = briefText(['One.', `${table}\n\n\`\`\`\n${'a_long_line'.repeat(30)}\n\`\`\``]);
    const publication = publicationSample();
    const { sections } = render(parse('briefs/x.md', text, publication), addressesOf(publication), new Map());
    for (const slug of ['deepseek-r1-training-cost', 'egypt-malaria-free', 'change-6-far-side-samples']) {
      await page.goto(`${server.address}/briefs/${slug}/`);
      await page.locator('.prose').nth(1).evaluate((prose, html) => (prose.innerHTML = html), sections[1].html.page); // prettier-ignore
      const found = await page.evaluate(() => {
        const leftOf = (element: Element | null): number => element?.getClientRects()[0]?.left ?? NaN;
        const cut = [...document.querySelectorAll('.prose *, .aside *')].filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          return left < -1 || right > window.innerWidth + 1;
        });
        const apart = [...document.querySelectorAll('.section > h2, .aside h2')].filter((heading) => {
          const next = heading.nextElementSibling?.firstElementChild;
          return (
            next !== undefined &&
            next !== null &&
            Math.abs(leftOf(heading) - leftOf(next)) > 60 &&
            !next.matches('.table')
          );
        });
        const code = document.querySelector('.paper-address svg');
        return { cut: cut.map(({ outerHTML }) => outerHTML.slice(0, 80)), apart: apart.map(({ textContent }) => textContent), top: code?.getBoundingClientRect().top }; // prettier-ignore
      });
      expect(found, slug).toEqual({ cut: [], apart: [], top: expect.any(Number) as number });
      expect(found.top, slug).toBeLessThan(60);
    }
    await page.close();
  });
});
