import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { copyProject, readFolder, runScript, type Run } from './project.ts';
import { startServer, type Server } from './server.ts';
import { changeSettings } from '../settings-file.ts';

const attacks = new URL('../attacks/', import.meta.url).pathname;
const outcomes = readdirSync(join(attacks, 'outcomes')).map(
  (file) => [file, readFileSync(join(attacks, 'outcomes', file), 'utf8')] as const,
);
/** Attacks that no rule reports: their text is on the pages. */
const passing = outcomes
  .filter(([, outcome]) => outcome.includes('harmless: ') && !/ {2}error {2}/.test(outcome))
  .map(([file]) => file.replace(/\.txt$/, ''));

describe('a site of attacks that may pass, in a real browser', () => {
  let root = '';
  let built: Run;
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    root = copyProject({ briefs: false, cacheOf: inject('shippedSite').root });
    mkdirSync(join(root, 'briefs/pictures'), { recursive: true });
    for (const name of passing) cpSync(join(attacks, 'briefs', name), join(root, 'briefs', name));
    cpSync(
      new URL('../../briefs/pictures/dimorphos-orbit.png', import.meta.url).pathname,
      join(root, 'briefs/pictures/a.png'),
    );
    const hostile = `"></script><script>attacked()</script>`;
    changeSettings(root, {
      name: `Fourfold ${hostile}`,
      topics: { chips: { name: `Chips ${hostile}` } },
      feedback: { kind: 'form', endpoint: '/votes' },
    });
    built = await runScript(root, 'build', { BRIEFS_NOW: '2026-01-01T12:00:00Z' });
    [server, browser] = await Promise.all([startServer(root, 'preview'), launchChromium()]);
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  });

  test('is built, of more than a few', () => {
    expect([built.code, built.output]).toEqual([
      0,
      expect.stringContaining(`Built ${passing.length} briefs`),
    ]);
    expect(passing.length).toBeGreaterThan(25);
  });

  test('is as npm run verify wants it', async () => {
    expect(await runScript(root, 'verify')).toMatchObject({
      code: 0,
      output: expect.stringContaining('nothing wrong') as string,
    });
  });

  test('runs nothing, asks no other host, and complains of nothing, page by page', async () => {
    const pages = [...readFolder(join(root, 'dist')).keys()].filter((file) => file.endsWith('.html'));
    const context = await browser.newContext();
    const page = await context.newPage();
    const seen = watch(page);
    for (const file of pages) {
      await page.goto(`${server.address}/${file.replace(/index\.html$/, '')}`);
      const policy = await page.evaluate(() => {
        const [first] = document.head.children;
        return first instanceof HTMLMetaElement ? `${first.httpEquiv}: ${first.content}` : '';
      });
      expect(policy, file).toMatch(/^content-security-policy: default-src 'self'/i);
      const handlers = await page.evaluate(() =>
        [...document.querySelectorAll('*')].flatMap((element) =>
          [...element.attributes]
            .filter(({ name }) => /^(?:on|style$|srcdoc$)/.test(name))
            .map(({ name }) => name),
        ),
      );
      expect(handlers, file).toEqual([]);
    }
    expect(seen).toEqual([]);
    expect(pages.length).toBeGreaterThan(passing.length);
    await context.close();
  });

  test('uses a browser that detects attacks: the same attack runs where nothing stops it', async () => {
    const page = await browser.newPage();
    const seen = watch(page);
    await page.setContent(
      '<script>window.attacked = () => alert(1); attacked()</script><img src="https://elsewhere.example/x.png">',
    );
    await expect
      .poll(() => seen)
      .toEqual(expect.arrayContaining(['dialog 1', 'request https://elsewhere.example/x.png']));
    await page.close();
  });
});

/** Describes what a page does wrong. */
function watch(page: Page): string[] {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(`error ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.push(`thrown ${error.message}`));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (hostname !== 'localhost' && protocol !== 'about:') seen.push(`request ${request.url()}`);
  });
  return seen;
}
