import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchPinnedChromium } from '../site/chromium.ts';
import { pageTypes } from '../site/page-types.ts';
import { copyProject, runScript } from '../site/project.ts';
import { startServer, type Server } from '../site/server.ts';

/** Stored at half size, which shows every visible change and keeps the repository small. */
const looksFolder = fileURLToPath(new URL('../looks/', import.meta.url));
/** Full-size images for people. */
const written = fileURLToPath(new URL('../../.cache/looks/', import.meta.url));
const widths = [390, 820, 1440];
/** Share of pixels that may differ: browsers draw the same page identically, except for a few edges. */
const tolerance = 0.002;

// `UPDATE_LOOKS=1` stores the current images: look at each before you commit it.
describe('every type of page looks as it was last approved', () => {
  let root = '';
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    root = copyProject({ briefs: true });
    const { code, output } = await runScript(root, 'build', { BRIEFS_NOW: '2026-01-01T12:00:00Z' });
    expect(code, output).toBe(0);
    server = await startServer(root, 'preview');
    browser = await launchPinnedChromium();
    mkdirSync(looksFolder, { recursive: true });
    mkdirSync(written, { recursive: true });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  });

  // The look of Chinese depends on the fonts of the machine.
  const types = Object.entries(pageTypes).filter(([type]) => !type.includes('Chinese'));
  describe.each(types)('%s', (type, path) => {
    test.each(widths.flatMap((width) => [[width, 'light'], [width, 'dark']] as const))('%i px, %s', async (width, colorScheme) => {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      await page.goto(`${server.address}/${path}`, { waitUntil: 'networkidle' });
      await page.addStyleTag({ content: '[lang|=zh] { display: none !important }' });
      const name = `${type.replaceAll(' ', '-')}-${width}-${colorScheme}`;
      const whole = await page.screenshot({ path: join(written, `${name}.png`), fullPage: true });
      await page.close();
      const small = await sharp(whole).resize({ width: Math.round(width / 2) }).webp({ quality: 60 }).toBuffer();
      const storedPath = join(looksFolder, `${name}.webp`);
      if (process.env['UPDATE_LOOKS'] === '1') writeFileSync(storedPath, small);
      expect(await differenceOf(small, readFileSync(storedPath)), `see .cache/looks/${name}.png`).toBeLessThan(tolerance);
    }); // prettier-ignore
  });
});

/** Share of pixels that differ; 1 if the sizes differ. */
async function differenceOf(one: Buffer, other: Buffer): Promise<number> {
  const [now, before] = await Promise.all([one, other].map((bytes) => sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true }))); // prettier-ignore
  if (!now || !before) return 1;
  const { width, height } = now.info;
  if (width !== before.info.width || height !== before.info.height) return 1;
  const differing = pixelmatch(now.data, before.data, undefined, width, height, { threshold: 0.2 });
  return differing / (width * height);
}
