import { chromium } from 'playwright-core';
const [url, out, width = '1440', scheme = 'light', kind = 'full', height = '900'] = process.argv.slice(2);
let executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((p) => { try { return fs.existsSync(p); } catch { return false; } });
import fs from 'node:fs';
if (!executablePath) { const { default: c } = await import('@sparticuz/chromium'); executablePath = await c.executablePath(); }
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
const page = await browser.newPage({ viewport: { width: +width, height: +height }, colorScheme: scheme, deviceScaleFactor: +width < 500 ? 2 : 1 });
await page.goto(url, { waitUntil: 'networkidle' });
await page.screenshot({ path: out, fullPage: kind === 'full' });
await browser.close();
