import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const installed = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

/** Path of an installed Chromium, or of the one in the npm package. */
export async function findChromium(): Promise<string> {
  const { default: packaged } = await import('@sparticuz/chromium');
  return installed.find((path) => existsSync(path)) ?? (await packaged.executablePath());
}

/** A real Chromium. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
}

/** The one in the npm package, the same on every machine, for comparing images. */
export async function launchPinnedChromium(): Promise<Browser> {
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: chromiumArguments });
}
