import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { axeViolations } from './axe-violations.ts';
import { launchChromium } from './chromium.ts';
import { copyProject, runScript } from './project.ts';
import { startServer, type Server } from './server.ts';
import { changeSettings } from '../settings-file.ts';

describe('the search', () => {
  const server = inject('shippedSite');
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser.close());

  const open = async (query = '', options: BrowserContextOptions = {}, path = 'search/'): Promise<Page> => {
    const context = await browser.newContext(options);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(`${server.address}/${path}${query}`, { waitUntil: 'networkidle' });
    return page;
  };

  test('answers as one types, names the section in which it found the words, and leads to it', async () => {
    const page = await open();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.getByRole('searchbox').pressSequentially('supplementary information');
    await waitForStatus(page, '1 brief found');
    expect(new URL(page.url()).search).toBe('?q=supplementary+information');
    const result = page.getByRole('listitem').filter({ has: page.getByRole('article') });
    expect(await result.locator('.kicker').textContent()).toBe('Artificial intelligence');
    expect(await result.locator('mark').allTextContents()).toContain('supplementary');
    const sections = result.locator('.found a');
    expect((await sections.allTextContents()).map((name) => name.trim())).toEqual(['What’s Happening?']);
    const section = result.getByRole('link', { name: 'What’s Happening?' });
    await section.click();
    await page.waitForURL('**/briefs/deepseek-r1-training-cost/#whats-happening');
    expect(await page.locator('section#whats-happening').count()).toBe(1);
    await page.goBack();
    await waitForStatus(page, '1 brief found');
    expect(complaints).toEqual([]);
  });

  test('filters by topic, year and language, and shows the newest that match where no words are given', async () => {
    const page = await open('?year=2024&lang=en');
    await waitForStatus(page, '3 briefs found');
    expect(await daysOf(page)).toEqual(['8 October 2024', '14 August 2024', '1 August 2024']);
    await page.getByRole('combobox', { name: 'Topic' }).selectOption({ label: 'Energy' });
    await waitForStatus(page, '1 brief found');
    expect(new URL(page.url()).search).toBe('?topic=energy&year=2024');
    await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'español' });
    await expect
      .poll(() => titlesOf(page))
      .toEqual(['Gran Bretaña quema su último carbón para producir electricidad']);
    await page.getByRole('searchbox').fill('Dimorphos');
    await waitForStatus(page, 'No results. Try fewer or different words, or remove a filter.');
    await page.getByRole('searchbox').fill('');
    await page.getByRole('combobox', { name: 'Topic' }).selectOption('');
    await page.getByRole('combobox', { name: 'Year' }).selectOption('');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('en');
    await waitForStatus(page, '');
    expect(new URL(page.url()).search).toBe('');
  });

  test('searches the language of the page until another one, or any, is selected', async () => {
    const page = await open('?q=G7', {}, 'es/search/');
    await waitForStatus(page, '1 artículo encontrado');
    expect(await page.getByRole('combobox', { name: 'Idioma' }).inputValue()).toBe('es');
    expect(await page.locator('#search-results .kicker').textContent()).toBe('Energía');
    await page.getByRole('combobox', { name: 'Idioma' }).selectOption('');
    await expect.poll(() => new URL(page.url()).search).toBe('?q=G7&lang=');
    await page.reload({ waitUntil: 'networkidle' });
    // The brief and its translation are one result.
    await waitForStatus(page, '1 artículo encontrado');
    expect(await titlesOf(page)).toHaveLength(1);
  });

  test('names the languages that were not searched, until one is selected', async () => {
    const page = await open('?year=2024&lang=');
    await waitForStatus(page, /briefs found/);
    expect(await page.locator('#search-aside').textContent()).toMatch(/^Not searched: .*简体中文/);
    await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: '简体中文' });
    await waitForStatus(page, '1 brief found');
    expect(await page.locator('#search-aside').textContent()).toBe('');
  });

  test('suggests the most similar word if nothing is found, in every language', async () => {
    const page = await open('?q=Oceens&lang=');
    await waitForStatus(
      page,
      'No results. Try fewer or different words, or remove a filter. Did you mean Oceans?',
    );
    expect(await page.locator('#search-aside').textContent()).toBe('');
    await page.getByRole('link', { name: 'Oceans', exact: true }).click();
    await waitForStatus(page, /found$/);
    expect(await page.getByRole('searchbox').inputValue()).toBe('Oceans');
  });

  test('is used from the keyboard alone', async () => {
    const page = await open();
    expect(await focused(page)).toBe('q');
    await page.keyboard.type('the');
    await page.keyboard.press('Enter');
    await waitForStatus(page, /^\d+ briefs found$/);
    const names: (string | null)[] = [];
    for (let at = 0; at < 5; at += 1) {
      await page.keyboard.press('Tab');
      names.push(await focused(page));
    }
    expect(names).toEqual([null, 'search-topic', 'search-year', 'search-lang', 'search-shortcut']);
    await page.keyboard.press('Tab');
    const first = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect(first).toMatch(/^\/briefs\/[^/]+\/$/);
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('q');
    await page.keyboard.type('/');
    expect(await page.getByRole('searchbox').inputValue()).toBe('/');
  });

  test('gives up the key to who switches it off, on later visits, too', async () => {
    const page = await open('?q=the');
    await page.getByRole('checkbox', { name: 'Press / to search' }).uncheck();
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('search-shortcut');
    await page.reload();
    await page.keyboard.press('/');
    expect(await focused(page)).not.toBe('q');
  });

  test.each([
    ['Arabic', 'الملاريا', 'egypt-malaria-free', 'ar', 'rtl', 'ما التالي؟'],
    ['Chinese', '嫦娥六号样品', 'change-6-far-side-samples', 'zh-Hans', 'ltr', '发生了什么？'],
    ['Spanish', 'electricidad', 'ultima-central-de-carbon-britanica', 'es', 'ltr', '¿Qué está pasando?'],
  ])(
    'finds what is written in %s, and marks its language',
    async (_name, words, slug, lang, direction, heading) => {
      const page = await open(`?q=${encodeURIComponent(words)}&lang=`);
      await waitForStatus(page, /briefs? found/);
      const article = page.locator(`#search-results article:has(a[href="/briefs/${slug}/"])`);
      expect(await article.getAttribute('lang')).toBe(lang);
      expect(await article.getAttribute('dir')).toBe(direction);
      expect(await article.locator('mark').count()).toBeGreaterThan(0);
      expect(await article.getByRole('link', { name: heading }).count()).toBe(1);
      expect(await article.locator('time').textContent()).toMatch(/\d/);
    },
  );

  test.each([
    ['the program', '**/pagefind.js*'],
    ['the WebAssembly', '**/*.pagefind'],
    ['the head of an index', '**/pagefind-entry.json*'],
    ['the contents of an index', '**/*.pf_meta'],
    ['a part of an index', '**/*.pf_index'],
    ['a result', '**/*.pf_fragment'],
  ])('says so when %s does not come, and searches again when it does', async (_name, files) => {
    const page = await open();
    await page.route(files, (route) => route.abort());
    await page.getByRole('searchbox').fill('Dimorphos');
    await waitForStatus(page, 'Search could not be loaded. Check your connection and try again.');
    expect(await page.locator('#search-results > li').count()).toBe(0);
    await page.unroute(files);
    await page.getByRole('button', { name: 'Search' }).click();
    await waitForStatus(page, '1 brief found');
  });

  test('without script says what it needs, and where the briefs are listed', async () => {
    const page = await open('?q=Dimorphos', { javaScriptEnabled: false });
    expect(await page.locator('noscript').textContent()).toContain('Search needs JavaScript.');
    const lists = await page
      .locator('.instead a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(lists).toEqual(['/archive/', '/topics/']);
    expect(await page.locator('label.shortcut').isVisible()).toBe(false);
  });

  test('is reached from the page of a wrong address', async () => {
    const page = await open();
    await page.goto(`${server.address}/404.html`);
    await page.getByRole('searchbox', { name: 'Search the briefs' }).fill('Dimorphos');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=Dimorphos');
    await waitForStatus(page, '1 brief found');
  });

  test.each(['light', 'dark'] as const)(
    'has results with nothing for axe to find, %s',
    async (colorScheme) => {
      const page = await open('?q=the', { colorScheme, bypassCSP: true });
      await waitForStatus(page, /briefs found/);
      expect(await axeViolations(page)).toEqual([]);
    },
  );

  test.each([320, 390])('shows results no wider than a screen of %i px', async (width) => {
    const page = await open('?q=the', { viewport: { width, height: 700 } });
    await waitForStatus(page, /briefs found/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});

describe('the search of a site under a path', () => {
  let root = '';
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    root = copyProject({ briefs: true, cacheOf: inject('shippedSite').root });
    changeSettings(root, { address: 'https://fourfold.example/news/', cards: false });
    const model = readFileSync(join(root, 'briefs/high-seas-treaty.md'), 'utf8');
    for (let at = 1; at <= 12; at += 1) {
      const copy = model.replace(/^title: .*$/m, `title: Copy ${at} of a treaty`);
      const dated = copy.replace(/^date: .*$/m, `date: 2025-02-${String(at).padStart(2, '0')}`);
      writeFileSync(join(root, `briefs/copy-${at}.md`), dated);
    }
    await build();
    server = await startServer(root, 'preview');
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  });

  const build = async (): Promise<string> => {
    const { code, output } = await runScript(root, 'build', { BRIEFS_NOW: '2026-01-01T12:00:00Z' });
    expect(code, output).toBe(0);
    return output;
  };

  test('shows ten results, and the rest when asked, from where one goes on by keyboard', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.address}/news/search/?q=seabed&lang=en`);
    await waitForStatus(page, '13 briefs found');
    expect(await titlesOf(page)).toHaveLength(10);
    await page.getByRole('button', { name: 'More results' }).press('Enter');
    await expect.poll(async () => new Set(await titlesOf(page)).size).toBe(13);
    const eleventh = page.locator('#search-results > li').nth(10).locator('h2 a');
    expect(await eleventh.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await page.getByRole('button', { name: 'More results' }).isVisible()).toBe(false);
    await page.close();
  });

  test('finds and leads there, and one changed brief remakes the index of its year alone', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.address}/news/search/?q=Dimorphos`);
    await waitForStatus(page, '1 brief found');
    const links = page.locator('#search-results a');
    expect(await links.first().getAttribute('href')).toMatch(/^\/news\/briefs\/[^/]+\/$/);
    await links.nth(1).click();
    await page.waitForURL(/\/news\/briefs\/[^/]+\/#[a-z-]+$/);
    const { hash } = new URL(page.url());
    expect(await page.locator(`section${hash}`).count()).toBe(1);
    const brief = join(root, 'briefs/high-seas-treaty.md');
    writeFileSync(
      brief,
      readFileSync(brief, 'utf8').replace("## What's Next?\n", "## What's Next?\n\nAn otter swims.\n"),
    );
    expect(await build()).toMatch(/Rebuilt .* 1 of 6 search indexes/);
    await page.goto(`${server.address}/news/search/?q=otter`);
    await waitForStatus(page, '1 brief found');
    await page.close();
  });

  test('goes back as far as a query may load, says so, and goes on when asked', async () => {
    const page = await browser.newPage();
    const heads = ['en-2025', 'en-2024', 'en-2023'].map((folder) =>
      join(root, 'dist/pagefind', folder, 'pagefind-entry.json'),
    );
    // The server knows the sizes of its files from its start.
    await server.stop();
    for (const head of heads) {
      const entry = JSON.parse(readFileSync(head, 'utf8')) as object;
      // The server compresses what it can.
      const padding = randomBytes(150_000).toString('base64');
      writeFileSync(head, JSON.stringify({ ...entry, padding }));
    }
    server = await startServer(root, 'preview');
    await page.goto(`${server.address}/news/search/?q=seabed&lang=en`);
    await waitForStatus(page, '12 briefs found · 2025');
    await page.getByRole('button', { name: 'Search 2024 and earlier' }).click();
    await waitForStatus(page, '12 briefs found · 2024–2025');
    await page.getByRole('button', { name: 'Search 2023 and earlier' }).click();
    await waitForStatus(page, '13 briefs found');
    expect(new Set(await titlesOf(page)).size).toBe(13);
    expect(await page.getByRole('button', { name: /earlier/ }).isVisible()).toBe(false);
    await page.close();
  });
});

function waitForStatus(page: Page, words: string | RegExp): Promise<void> {
  const status = expect.poll(() => page.locator('#search-status').textContent());
  return typeof words === 'string' ? status.toBe(words) : status.toMatch(words);
}

function titlesOf(page: Page): Promise<string[]> {
  return page.locator('#search-results h2').allTextContents();
}

function daysOf(page: Page): Promise<string[]> {
  return page.locator('#search-results time').allTextContents();
}

function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('id') ?? null);
}
