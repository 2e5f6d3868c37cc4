import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../site/chromium.ts';
import { standardBreaks } from '../../../src/cards/text/line-breaks.ts';
import { breakLines, lineGlyphs, type Line } from '../../../src/cards/text/lines.ts';
import { shapeParagraph, type Paragraph } from '../../../src/cards/text/paragraph.ts';
import { boxesInChromium, linesInChromium, loadFonts, partsOf, size, startsOf, type ChromiumBox, type Part } from './chromium-lines.ts'; // prettier-ignore
import { wildTitles } from './wild-titles.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 4000, height: 2000 } });
});
afterAll(() => browser.close());

/** Parts of a title's width on one line. */
const widths = [1.02, 0.46, 0.23];

/**
 * Layouts that differ: Chromium breaks ASCII by a table of its own, in which a line may end before a stroke and not behind a backslash,
 * and behind any hyphen where UAX #14 keeps one with a Hebrew letter before it or a digit behind it.
 */
const otherwise = ['C:\\Users', 'Tel Aviv (תל', 'حكم (Case', 'L’Assemblée', 'Ā̆ ē̆'];

test(
  'lines break where Chromium breaks them, and each letter stands where it puts it',
  { timeout: 240_000 },
  async () => {
    let layouts = 0;
    let places = 0;
    let astray = 0;
    const different: string[] = [];
    for (const title of wildTitles) {
      const paragraph = withStandardBreaks(
        await shapeParagraph(title.text.normalize('NFC'), title.face, title),
      );
      const style = await loadFonts(page, paragraph);
      const parts = partsOf(paragraph);
      for (const share of widths) {
        const width = Math.max(4, share * (paragraph.places.at(-1) ?? 0));
        const lines = breakLines(paragraph, width, { breakWords: false, isBalanced: false });
        if (!lines) continue;
        layouts += 1;
        const boxes = await boxesInChromium(page, style, paragraph, width, parts);
        if (startsOf(paragraph, lines).join() !== linesInChromium(paragraph.text, parts, boxes).join()) {
          different.push(title.text);
          continue;
        }
        for (const line of lines) {
          const found = placesOf(paragraph, line, parts, boxes);
          places += found.length;
          astray += found.filter((distance) => Math.abs(distance) > 0.5).length;
        }
      }
    }
    expect(layouts).toBeGreaterThan(580);
    expect(different.filter((text) => !otherwise.some((start) => text.startsWith(start)))).toEqual([]);
    expect(different.length).toBeLessThan(0.01 * layouts);
    expect(places).toBeGreaterThan(12_000);
    // Of letters with marks that Chromium takes from another font, and those behind them.
    expect(astray).toBeLessThan(0.006 * places);
  },
);

/** Chromium knows no phrases of Chinese, Japanese and Korean. */
function withStandardBreaks(paragraph: Paragraph): Paragraph {
  const joined = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
  return joined.test(paragraph.text) ? { ...paragraph, breaks: standardBreaks(paragraph.text) } : paragraph;
}

/** How many pixels the beginning of each part of a line stands from where Chromium puts it, both measured from the line's beginning. */
function placesOf(
  paragraph: Paragraph,
  line: Line,
  parts: readonly Part[],
  boxes: readonly (ChromiumBox | undefined)[],
): number[] {
  const isLeftToRight = paragraph.writing.direction === 'ltr';
  const glyphs = lineGlyphs(paragraph, line);
  const pairs = parts.flatMap(([start, end], at) => {
    const theirs = boxes[at];
    const own = glyphs.filter(({ offset }) => start <= offset && offset < end);
    const level = paragraph.items.find((item) => start < item.end)?.level ?? 0;
    // Chromium divides what is joined by U+200C in the middle.
    const isDivided =
      paragraph.text.slice(start, end).endsWith('\u200c') || paragraph.text[start - 1] === '\u200c';
    if (start < line.start || line.end <= start || !theirs || own.length === 0 || isDivided) return [];
    const [left, right] = [
      Math.min(...own.map((each) => each.left)),
      Math.max(...own.map((each) => each.right)),
    ];
    return left === right
      ? []
      : [{ ours: { left, right }, theirs, beginsAt: level % 2 === 0 ? 'left' : 'right' } as const];
  });
  const originOf = (all: readonly { readonly left: number; readonly right: number }[]): number =>
    isLeftToRight ? Math.min(...all.map(({ left }) => left)) : Math.max(...all.map(({ right }) => right));
  const [ourOrigin, theirOrigin] = [
    originOf(pairs.map(({ ours }) => ours)),
    originOf(pairs.map(({ theirs }) => theirs)),
  ];
  return pairs.map(
    ({ ours, theirs, beginsAt }) => (ours[beginsAt] - ourOrigin - theirs[beginsAt] + theirOrigin) * size,
  );
}
