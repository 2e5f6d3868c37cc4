import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { copyProject } from './project.ts';
import { startServer, type Server } from './server.ts';
import { changeSettings } from '../settings-file.ts';

/** The machine may be busy: what matters is that it appears, not when. */
const patient = { timeout: 60_000 };

describe('the development server', () => {
  let root = '';
  let server: Server;
  let browser: Browser;
  let page: Page;
  const brief = (slug: string): string => join(root, 'briefs', `${slug}.md`);
  const edit = (slug: string, change: (text: string) => string): void => {
    writeFileSync(brief(slug), change(readFileSync(brief(slug), 'utf8')));
  };
  const shows = (text: string) =>
    expect.poll(() => page.locator('body').textContent(), patient).toContain(text);

  /** The server may reload a page while it is being opened. */
  const visit = (path: string) =>
    expect
      .poll(async () => (await page.goto(server.address + path).catch(() => null))?.status(), patient)
      .toBe(200);

  /** An open page is rendered anew with each change; a test that only asks the server leaves it. */
  const leave = async (): Promise<void> => {
    await page.close();
    page = await browser.newPage();
  };

  beforeAll(async () => {
    root = copyProject({ briefs: true, cacheOf: inject('shippedSite').root });
    // Every change of a brief draws its cards, and the contact sheet draws all: two formats of two briefs are enough.
    changeSettings(root, { cards: { newest: 2, formats: ['square'] } });
    for (const file of readdirSync(join(root, 'briefs')))
      if (/\.mdx?$/.test(file) && !/^(?:high-seas|dart)-/.test(file)) rmSync(join(root, 'briefs', file));
    server = await startServer(root, 'dev');
    browser = await launchChromium();
    page = await browser.newPage();
    await page.goto(server.address);
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  });

  test('shows a changed title without a restart', async () => {
    edit('high-seas-treaty', (text) =>
      text.replace(/^title: .*$/m, 'title: A changed title for the high seas'),
    );
    await shows('A changed title for the high seas');
  });

  test('serves the lists and feeds of a language while it has a brief', async () => {
    await leave();
    const statusOf = async (path: string) => (await page.request.get(`${server.address}/${path}`)).status();
    const shipped = new URL('../../briefs/ultima-central-de-carbon-britanica.md', import.meta.url);
    writeFileSync(brief('ultima'), readFileSync(shipped, 'utf8').replace(/^translationOf: .*\n/m, ''));
    await expect.poll(() => statusOf('es/'), patient).toBe(200);
    for (const path of ['topics/energy/', 'archive/2024/', 'search/', 'rss.xml', 'topics/energy/rss.xml'])
      expect(await statusOf(`es/${path}`), path).toBe(200);
    for (const path of ['topics/energy/', 'es/topics/law/', 'fr/'])
      expect(await statusOf(path), path).toBe(404);
    rmSync(brief('ultima'));
    await expect.poll(() => statusOf('es/'), patient).toBe(404);
  });

  test('shows what changed before the page could listen for changes', async () => {
    const late = await browser.newPage();
    const titleOnServer = async (): Promise<string> =>
      (await page.request.get(`${server.address}/briefs/high-seas-treaty/`)).text();
    const change = async (route: Route): Promise<void> => {
      edit('high-seas-treaty', (text) => text.replace('A changed title', 'A title meanwhile'));
      await expect.poll(titleOnServer, patient).toContain('A title meanwhile');
      await route.continue();
    };
    await late.route('**/@vite/client', change, { times: 1 });
    await late.goto(`${server.address}/briefs/high-seas-treaty/`);
    await late.getByRole('heading', { name: 'A title meanwhile for the high seas' }).waitFor(patient);
    await late.close();
    edit('high-seas-treaty', (text) => text.replace('A title meanwhile', 'A changed title'));
    await visit('/');
    await shows('A changed title for the high seas');
  });

  test('shows a new brief, a draft and an embargoed brief, and marks both', async () => {
    const text = readFileSync(brief('high-seas-treaty'), 'utf8');
    writeFileSync(
      brief('a-draft'),
      text
        .replace(/^title: .*$/m, 'title: A draft of tomorrow\nstatus: draft')
        .replace(/^date: .*$/m, 'date: 2026-01-01'),
    );
    writeFileSync(
      brief('an-embargo'),
      text.replace(/^title: .*$/m, 'title: Not before the day').replace(/^date: .*$/m, 'date: 2090-01-01'),
    );
    await visit('/');
    await shows('A draft of tomorrow');
    await shows('Embargoed until 1 January 2090');
    await expect.poll(() => page.locator('.mark').allTextContents(), patient).toContain('Draft');
  });

  test('follows a renamed brief to its new address and forgets a removed one', async () => {
    await leave();
    renameSync(brief('a-draft'), brief('a-renamed-draft'));
    await expect
      .poll(
        async () => (await page.request.get(`${server.address}/briefs/a-renamed-draft/`)).status(),
        patient,
      )
      .toBe(200);
    expect((await page.request.get(`${server.address}/briefs/a-draft/`)).status()).toBe(404);
    rmSync(brief('a-renamed-draft'));
    await expect
      .poll(
        async () => (await page.request.get(`${server.address}/briefs/a-renamed-draft/`)).status(),
        patient,
      )
      .toBe(404);
  });

  test('goes on when the folder of the briefs is moved away and back', async () => {
    const folder = join(root, 'briefs');
    const titleOf = async (): Promise<string> =>
      (await page.request.get(`${server.address}/briefs/high-seas-treaty/`)).text();
    renameSync(folder, join(root, 'gone'));
    await expect
      .poll(
        async () => (await page.request.get(`${server.address}/briefs/high-seas-treaty/`)).status(),
        patient,
      )
      .toBe(404);
    renameSync(join(root, 'gone'), folder);
    await expect.poll(titleOf, patient).toContain('A changed title for the high seas');
    edit('high-seas-treaty', (text) => text.replace('A changed title', 'A title after the move'));
    await expect.poll(titleOf, patient).toContain('A title after the move');
    edit('high-seas-treaty', (text) => text.replace('A title after the move', 'A changed title'));
    await expect.poll(titleOf, patient).toContain('A changed title for the high seas');
  });

  test('draws a card and serves an image when they are asked for', async () => {
    await visit('/briefs/dart-asteroid-deflection/');
    const card = await page.locator('meta[property="og:image"]').getAttribute('content');
    const answer = await page.request.get(server.address + new URL(card ?? '').pathname);
    expect(answer.headers()['content-type']).toBe('image/png');
    expect((await answer.body()).readUInt32BE(16)).toBe(1200);
    const image = page.locator('.prose img');
    await expect
      .poll(async () => {
        // Images load when they are near the screen.
        await image.scrollIntoViewIfNeeded();
        return image.evaluate((image: HTMLImageElement) => image.naturalWidth);
      }, patient)
      .toBeGreaterThan(0);
  });

  test('has a contact sheet of the cards, and updates it when a brief changes', async () => {
    await visit('/cards/');
    const heading = page.getByRole('heading', { name: 'A changed title for the high seas' });
    await heading.waitFor(patient);
    const link = page.locator('section', { has: heading }).locator('figure.link img').first();
    await expect
      .poll(async () => {
        await link.scrollIntoViewIfNeeded();
        return link.evaluate((image: HTMLImageElement) => image.naturalWidth);
      }, patient)
      .toBe(1200);
    edit('high-seas-treaty', (text) => text.replace('A changed title', 'Another title'));
    await page.getByRole('heading', { name: 'Another title for the high seas' }).waitFor(patient);
    edit('high-seas-treaty', (text) => text.replace('Another title', 'A changed title'));
  });

  test('lists which text no card can show', async () => {
    await visit('/briefs/high-seas-treaty/');
    edit('high-seas-treaty', (text) => text.replace('A changed title', 'A changed title 𐎜'));
    await page.getByText(/high-seas-treaty\.md:2:\d+\s+error\s+card-text/).waitFor(patient);
    edit('high-seas-treaty', (text) => text.replace('A changed title 𐎜', 'A changed title'));
    await visit('/briefs/high-seas-treaty/');
    await expect.poll(() => page.locator('fourfold-problems').count(), patient).toBe(0);
  });

  test('lists the problems of the open page first, errors before warnings, and hides no other page', async () => {
    writeFileSync(brief('a-gap'), '---\ntitle: A draft with gaps\nstatus: draft\n---\n\n## What\'s Happening?\n\n✎ Say what happens.\n'); // prettier-ignore
    edit('high-seas-treaty', (text) => text.replace("## What's Next?", "## What's next"));
    await visit('/');
    const panel = page.locator('fourfold-problems details');
    const listed = () => panel.textContent();
    await expect
      .poll(listed, patient)
      .toMatch(/high-seas-treaty\.md:\d+:1 {2}error {2}section-heading[^]* warning /);
    // The list is closed, and the page can be read and used.
    expect(await panel.getAttribute('open')).toBeNull();
    expect(await page.locator('vite-error-overlay').count()).toBe(0);
    await page
      .getByRole('link', { name: /^Topics/ })
      .first()
      .click();
    await visit('/briefs/a-gap/');
    await page.getByRole('heading', { name: 'A draft with gaps' }).waitFor(patient);
    await expect.poll(listed, patient).toMatch(/^1 error, \d+ warningsbriefs\/a-gap\.md:1:1 {2}warning/);
    expect(await page.evaluate(() => CSS.highlights.get('fourfold-gap')?.size)).toBe(1);
    await visit('/');
    await page.goto(`${server.address}/briefs/high-seas-treaty/`);
    await expect.poll(() => panel.getAttribute('open'), patient).toBe('');
    await expect.poll(listed, patient).toMatch(/^1 error, \d+ warningsbriefs\/high-seas-treaty\.md/);
    edit('high-seas-treaty', (text) => text.replace("## What's next", "## What's Next?"));
    rmSync(brief('a-gap'));
    await visit('/briefs/high-seas-treaty/');
    await shows('A changed title for the high seas');
    await expect.poll(() => page.locator('fourfold-problems').count(), patient).toBe(0);
  });

  test('follows the files of the look, and lists what is wrong with one', async () => {
    const home = async (): Promise<string> => (await page.request.get(server.address)).text();
    const logo = (path: string): void => {
      writeFileSync(
        join(root, 'briefs/_logo.svg'),
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="${path}"/></svg>`,
      );
    };
    logo('M0 0h9v9z');
    writeFileSync(join(root, 'briefs/_custom.css'), '.masthead { outline-style: dotted }\n');
    await expect.poll(() => home().catch(() => ''), patient).toMatch(/"M0 0h9v9z"/);
    await visit('/');
    const line = () =>
      page.locator('.masthead').evaluate((element) => getComputedStyle(element).outlineStyle);
    await expect.poll(line, patient).toBe('dotted');
    logo('M1 1h9v9z');
    await expect.poll(() => home().catch(() => ''), patient).toContain('"M1 1h9v9z"');
    writeFileSync(join(root, 'briefs/_custom.css'), '@import "more.css";\n');
    await visit('/');
    await page.getByText(/briefs\/_custom\.css:1:1\s+error\s+look-file/).waitFor(patient);
    for (const file of ['_custom.css', '_logo.svg']) rmSync(join(root, 'briefs', file));
    await expect.poll(() => home().catch(() => 'custom.'), patient).not.toMatch(/custom\.|M1 1h9v9z/);
  });

  test('draws cards by changed settings without a restart by hand', async () => {
    await leave();
    const cardNow = async (): Promise<string> => {
      const html = await page.request.get(`${server.address}/briefs/high-seas-treaty/`).then(
        (response) => response.text(),
        // It may restart.
        () => '',
      );
      return /cards\/high-seas-treaty-[0-9a-f]+\.png/.exec(html)?.[0] ?? '';
    };
    await expect.poll(cardNow, patient).not.toBe('');
    const light = await cardNow();
    changeSettings(root, { cards: { newest: 2, formats: ['square'], theme: 'dark' } });
    await expect.poll(async () => (await cardNow()) || light, patient).not.toBe(light);
    const dark = await cardNow();
    await expect
      .poll(async () => (await page.request.get(`${server.address}/${dark}`)).status(), patient)
      .toBe(200);
  });

  test('reports errors in changed settings, and uses corrected ones', async () => {
    const settings = join(root, 'briefs/_site.yaml');
    const before = readFileSync(settings, 'utf8');
    const titleNow = async (): Promise<string> =>
      /<title>([^<]*)/.exec(await (await page.request.get(server.address)).text())?.[1] ?? '';
    const earlier = server.said().length;
    writeFileSync(settings, before.replace('name: Fourfold', 'name: " "'));
    await expect
      .poll(() => server.said(), patient)
      .toContain('Unexpected empty value in "name", expected text');
    // A page requested meanwhile uses the last valid settings.
    writeFileSync(settings, before.replace('Etc/UTC', 'Mars/Base'));
    await expect
      .poll(async () => {
        await titleNow().catch(() => '');
        return server.said();
      }, patient)
      .toContain('Unexpected time zone "Mars/Base"');
    expect(await titleNow()).toContain('Fourfold');
    await visit('/');
    await page.getByText(/briefs\/_site\.yaml:\d+:\d+\s+error\s+field-value/).waitFor(patient);
    expect(server.said().slice(earlier)).not.toContain('Stack trace');
    writeFileSync(settings, before.replace('name: Fourfold', 'name: FixKind'));
    await expect.poll(() => titleNow().catch(() => ''), patient).toContain('FixKind');
  });

  test('uses settings that change again while it restarts for them', async () => {
    await leave();
    const settings = join(root, 'briefs/_site.yaml');
    const before = readFileSync(settings, 'utf8');
    const titleNow = async (): Promise<string> =>
      /<title>([^<]*)/.exec(await (await page.request.get(server.address)).text())?.[1] ?? '';
    const earlier = server.said().length;
    writeFileSync(settings, before.replace('name: FixKind', 'name: One'));
    await expect.poll(() => server.said().slice(earlier), patient).toContain('Restarting');
    writeFileSync(settings, before.replace('name: FixKind', 'name: Two'));
    await expect.poll(() => titleNow().catch(() => ''), patient).toContain('Two');
    writeFileSync(settings, before);
    await expect.poll(() => titleNow().catch(() => ''), patient).toContain('FixKind');
  });

  test('shows a changed standing page, its new title in every footer, and an own component', async () => {
    await leave();
    const file = join(root, 'briefs/_pages/about.mdx');
    const before = readFileSync(file, 'utf8');
    const get = async (path: string): Promise<string> =>
      (await page.request.get(server.address + path)).text();
    mkdirSync(join(root, 'components'));
    writeFileSync(join(root, 'components/Map.astro'), '<b class="map"><slot /></b>\n');
    writeFileSync(
      file,
      `${before.replace('title: About', 'title: About all of us')}\n<Map>\nA sentence more.\n</Map>\n`,
    );
    await expect.poll(() => get('/about/'), patient).toMatch(/<b class="map"[^>]*>\s*<p>A sentence more\./);
    await expect.poll(() => get('/'), patient).toContain('>About all of us</a>');
    writeFileSync(join(root, 'components/Map.astro'), '<i class="map"><slot /></i>\n');
    await expect.poll(() => get('/about/'), patient).toMatch(/<i class="map"[^>]*>\s*<p>A sentence more\./);
  });
});
