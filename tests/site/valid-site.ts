import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import fc from 'fast-check';
import sharp from 'sharp';
import { check } from '../../scripts/check.ts';
import { verify } from '../../scripts/verify.ts';
import { runCommand } from '../scripts/run-command.ts';
import { validBriefs } from '../valid-brief.ts';
import { axeViolations } from './axe-violations.ts';
import { readFolder, runScript } from './project.ts';
import { startServer } from './server.ts';

const environment = { BRIEFS_NOW: '2026-01-01T12:00:00Z' };

/** Adds valid briefs and their image to a project. */
export async function writeValidBriefs(root: string, count: number, seed: number): Promise<void> {
  const [briefs] = fc.sample(validBriefs(count), { numRuns: 1, seed });
  mkdirSync(join(root, 'briefs/pictures'), { recursive: true });
  const sea = sharp({ create: { width: 900, height: 600, channels: 3, background: '#246' } });
  writeFileSync(join(root, 'briefs/pictures/sea.png'), await sea.png().toBuffer());
  for (const [file, text] of briefs ?? []) writeFileSync(join(root, 'briefs', file), text);
}

/** Unexpected errors of a project's check, build and verification. */
export async function problemsOfSite(root: string): Promise<string[]> {
  const checked = await runCommand(check, root, [], { environment });
  if (checked.code !== 0) return [checked.out, checked.errors];
  const built = await runScript(root, 'build', environment);
  if (built.code !== 0) return [built.output];
  const verified = await runCommand(verify, root, [], { environment });
  return verified.code === 0 ? [] : [verified.out, verified.errors];
}

/** Console messages, failed requests and axe findings on some pages of a built project. */
export async function complaintsOf(
  root: string,
  browser: Browser,
  isMeant: (file: string) => boolean,
): Promise<string[]> {
  const server = await startServer(root, 'preview');
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, bypassCSP: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('requestfailed', (request) => complaints.push(`${page.url()}: failed ${request.url()}`));
  for (const file of readFolder(join(root, 'dist')).keys()) {
    if (!file.endsWith('index.html') || !isMeant(file)) continue;
    await page.goto(`${server.address}/${file.replace(/index\.html$/, '')}`);
    const found = await axeViolations(page);
    complaints.push(...found.map((text) => `${page.url()}: ${text}`));
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
      complaints.push(`${page.url()}: wider than the screen`);
  }
  await context.close();
  await server.stop();
  return complaints;
}
