import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../site/chromium.ts';
import { copyProject } from '../site/project.ts';
import { complaintsOf, problemsOfSite, writeValidBriefs } from '../site/valid-site.ts';

/** `SEED=…` reproduces the briefs of a failure. */
const first = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000));

describe.each(Array.from({ length: 5 }, (_, at) => first + at))('200 valid briefs (SEED=%i)', (seed) => {
  let root = '';
  let browser: Browser;

  beforeAll(async () => {
    root = copyProject({ briefs: false });
    await writeValidBriefs(root, 200, seed);
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(root, { recursive: true, force: true });
  });

  test('pass check, are built, and pass verify', async () => {
    expect((await problemsOfSite(root)).join('\n')).toBe('');
  });

  test('are pages of which neither a browser nor axe complains', async () => {
    expect(await complaintsOf(root, browser, () => true)).toEqual([]);
  });
});
