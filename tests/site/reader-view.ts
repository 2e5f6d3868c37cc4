import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** The text that Firefox's library extracts from a page, bypassing the page's policy. */
export async function readerView(page: Page): Promise<string> {
  await page.evaluate(
    readFileSync(fileURLToPath(import.meta.resolve('@mozilla/readability/Readability.js')), 'utf8'),
  );
  return page.evaluate(() => {
    const { Readability } = window as unknown as { Readability: new (page: Node) => { parse: () => { content: string } } }; // prettier-ignore
    const { content } = new Readability(document.cloneNode(true)).parse();
    return new DOMParser().parseFromString(content, 'text/html').body.textContent;
  });
}
