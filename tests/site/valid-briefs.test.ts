import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { copyProject } from './project.ts';
import { complaintsOf, problemsOfSite, writeValidBriefs } from './valid-site.ts';

// More of them, and others, in `npm run test:long`.
describe('valid briefs of all constructs, in every language that ships', () => {
  let root = '';
  let browser: Browser;

  beforeAll(async () => {
    root = copyProject({ briefs: false, cacheOf: inject('shippedSite').root });
    await writeValidBriefs(root, 20, 20_250_918);
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
    expect(await complaintsOf(root, browser, (file) => /^briefs\/made-\d\//.test(file))).toEqual([]);
  });
});
