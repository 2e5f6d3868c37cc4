import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest';
import type { Feedback } from '../../src/brief/publication.ts';
import { axeViolations } from './axe-violations.ts';
import { launchChromium } from './chromium.ts';
import { startEndpoint, type Endpoint, type Manner } from './endpoint.ts';
import { copyProject, readFolder, runScript } from './project.ts';
import { startServer, type Server } from './server.ts';
import { changeSettings } from '../settings-file.ts';

const brief = '/briefs/deepseek-r1-training-cost/';
const inArabic = '/briefs/egypt-malaria-free/';
const thanks = 'Thank you. Your answer has been sent.';

describe('the question whether an article is useful', () => {
  let root = '';
  let endpoint: Endpoint;
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    root = copyProject({ briefs: true, cacheOf: inject('shippedSite').root });
    endpoint = await startEndpoint();
    await build({ kind: 'form', endpoint: endpoint.address });
    server = await startServer(root, 'preview');
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
    await endpoint.stop();
    rmSync(root, { recursive: true, force: true });
  });

  beforeEach(() => {
    endpoint.manner = 'takes';
    endpoint.isOpen = true;
    endpoint.received.length = 0;
  });

  test('is answered from the keyboard in place, thanked for, and not asked again on this device', async () => {
    const page = await open(brief);
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.getByRole('group', { name: 'Do you find' }).getByRole('button', { name: 'Yes' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => statusOf(page, 'Do you find')).toBe(thanks);
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Yes');
    // On to "No", and over the four sections to the third.
    for (let at = 0; at < 4; at += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('What’s Next?');
    await page.keyboard.press('Space');
    await expect.poll(() => statusOf(page, 'Which section')).toBe(thanks);
    expect(endpoint.received.map(({ form }) => form)).toEqual([
      'brief=deepseek-r1-training-cost&lang=en&_gotcha=&answer=yes',
      'brief=deepseek-r1-training-cost&lang=en&_gotcha=&section=whats-next',
    ]);
    expect(endpoint.received.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined]);
    await page.reload();
    expect(await statusOf(page, 'Do you find')).toBe(thanks);
    expect(await pressed(page)).toEqual(['Yes', 'What’s Next?']);
    // It is marked as disabled, but can still be pressed.
    await page.getByRole('button', { name: 'No', exact: true }).click({ force: true });
    await page.goto(server.address + inArabic);
    expect(await pressed(page)).toEqual([]);
    expect(endpoint.received).toHaveLength(2);
    expect(complaints).toEqual([]);
  });

  test('counts as sent when the endpoint redirects to its own page of thanks', async () => {
    endpoint.manner = 'redirects';
    const page = await open(brief);
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await expect.poll(() => statusOf(page, 'Do you find')).toBe(thanks);
  });

  test.each(['fails', 'hangs up'] satisfies Manner[])(
    'says so in words when the endpoint %s, remembers nothing, and is then the plain form',
    async (manner) => {
      endpoint.manner = manner;
      const page = await open(brief);
      const yes = page.getByRole('button', { name: 'Yes' });
      await yes.click();
      await expect
        .poll(() => statusOf(page, 'Do you find'))
        .toMatch(/^Your answer could not be sent\. Press again/);
      expect(await pressed(page)).toEqual([]);
      endpoint.manner = 'takes';
      endpoint.received.length = 0;
      await yes.click();
      await page.waitForURL(endpoint.address);
      expect(endpoint.received.map(({ form }) => form)).toEqual([
        'brief=deepseek-r1-training-cost&lang=en&_gotcha=&answer=yes',
      ]);
      await page.goto(server.address + brief);
      expect(await pressed(page)).toEqual([]);
    },
  );

  test.each(['takes', 'redirects', 'keeps silent'] satisfies Manner[])(
    'is counted once by an endpoint that other origins may not read and that %s',
    async (manner) => {
      endpoint.isOpen = false;
      endpoint.manner = manner;
      const page = await open(brief);
      // Avoids waiting ten seconds.
      await page.addInitScript(() => {
        const timeout = AbortSignal.timeout.bind(AbortSignal);
        AbortSignal.timeout = (milliseconds) => timeout(milliseconds / 10);
      });
      await page.reload();
      const yes = page.getByRole('button', { name: 'Yes' });
      await yes.click();
      await expect.poll(() => statusOf(page, 'Do you find')).toBe(thanks);
      await yes.click({ force: true });
      await page.reload();
      await yes.click({ force: true });
      expect(await pressed(page)).toEqual(['Yes']);
      const posts = endpoint.received.map(({ form }) => form);
      expect(posts).toEqual(['brief=deepseek-r1-training-cost&lang=en&_gotcha=&answer=yes']);
    },
  );

  test('is sent again by a reader who was offline', async () => {
    const page = await open(brief);
    await page.context().setOffline(true);
    const yes = page.getByRole('button', { name: 'Yes' });
    await yes.click();
    await expect.poll(() => statusOf(page, 'Do you find')).toMatch(/^Your answer could not be sent\./);
    await page.context().setOffline(false);
    await yes.click();
    await page.waitForURL(endpoint.address);
    expect(endpoint.received).toHaveLength(1);
  });

  test('is sent once, even if a reader presses several times', async () => {
    const page = await open(brief);
    await page.getByRole('button', { name: 'Yes' }).dblclick();
    await expect.poll(() => statusOf(page, 'Do you find')).toBe(thanks);
    expect(endpoint.received).toHaveLength(1);
  });

  test('is confirmed even if the browser blocks storage', async () => {
    const page = await open(brief);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    });
    await page.reload();
    await page.getByRole('button', { name: 'Yes' }).click();
    await expect.poll(() => statusOf(page, 'Do you find')).toBe(thanks);
  });

  test('is a plain form without JavaScript', async () => {
    const page = await open(brief, { javaScriptEnabled: false });
    await page.getByRole('button', { name: 'Beyond the Headlines' }).click();
    await page.waitForURL(endpoint.address);
    expect(endpoint.received.map(({ form }) => form)).toEqual([
      'brief=deepseek-r1-training-cost&lang=en&_gotcha=&section=beyond-the-headlines',
    ]);
  });

  test.each([
    [brief, 'light'],
    [brief, 'dark'],
    [inArabic, 'light'],
    [inArabic, 'dark'],
  ] as const)(
    'has nothing that axe complains of, asked and answered, on %s (%s)',
    async (path, colorScheme) => {
      const page = await open(path, { colorScheme, viewport: { width: 320, height: 640 } });
      expect(await axeViolations(page, { part: '.feedback' })).toEqual([]);
      for (const value of ['no', 'whats-next']) {
        await page.locator(`button[value=${value}]`).click();
        await expect.poll(() => page.locator(`button[value=${value}][aria-pressed=true]`).count()).toBe(1);
      }
      expect(await axeViolations(page, { part: '.feedback' })).toEqual([]);
      const boxes = await page
        .locator('.feedback button')
        .evaluateAll((buttons) =>
          buttons
            .map((button) => button.getBoundingClientRect())
            .map(({ width, height }) => Math.min(width, height)),
        );
      expect(boxes).toHaveLength(6);
      expect(Math.min(...boxes)).toBeGreaterThanOrEqual(24);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    },
  );

  test('appears only on pages of briefs, and only they may post to the endpoint', () => {
    const { origin } = new URL(endpoint.address);
    for (const [file, bytes] of readFolder(join(root, 'dist'))) {
      if (!file.endsWith('.html')) continue;
      const html = bytes.toString();
      const isBrief = /^briefs\/[^/]+\/index\.html$/.test(file);
      expect(html.includes('class="feedback"'), file).toBe(isBrief);
      expect(html.split(origin).length - 1, file).toBe(isBrief ? 3 : 0);
    }
  });

  test('is asked on the shipped site by links that open the reader’s mail, with what is asked and which brief is meant', () => {
    const page = readFileSync(join(inject('shippedSite').root, 'dist', brief, 'index.html'), 'utf8');
    expect(page).toContain(
      'mailto:desk@fourfold.example?subject=Do%20you%20find%20this%20article%20useful%3F%20Yes%20%C2%B7%20DeepSeek',
    );
    expect(page.match(/href="mailto:[^"]*body=brief%3A%20deepseek-r1-training-cost%0D%0Alang%3A%20en%0D%0A/g)).toHaveLength(6); // prettier-ignore
    expect(page).not.toMatch(/<form|connect-src/);
  });

  async function build(feedback: Feedback): Promise<void> {
    changeSettings(root, { feedback });
    const { code, output } = await runScript(root, 'build');
    expect(code, output).toBe(0);
  }

  /** A page for a first-time reader. */
  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext(options);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(server.address + path);
    return page;
  }
});

async function statusOf(page: Page, question: string): Promise<string | null> {
  return page.getByRole('group', { name: question }).getByRole('status').textContent();
}

async function pressed(page: Page): Promise<string[]> {
  const texts = await page.locator('.feedback [aria-pressed=true]').allTextContents();
  return texts.map((text) => text.trim());
}
