import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Font } from '../../../src/cards/text/font.ts';
import type { Face } from '../../../src/cards/text/font-families.ts';
import type { Line } from '../../../src/cards/text/lines.ts';
import type { Paragraph, Writing } from '../../../src/cards/text/paragraph.ts';

/** A text to be set by us and by Chromium in the same font files. */
export interface Sample extends Writing {
  readonly text: string;
  readonly face: Face;
}

/** Pixels. */
export const size = 60;

/** Loads the fonts of a paragraph in a page, each for the characters that it draws, and gives the style that sets text in them. */
export async function loadFonts(page: Page, { items, fonts, text }: Paragraph): Promise<string> {
  const drawn = new Map<Font, string>();
  for (const { source, start, end } of items)
    if (!(source instanceof URL)) drawn.set(source, (drawn.get(source) ?? '') + text.slice(start, end));
  // A line's height is that of the first font that has a space.
  const main = drawn.has(fonts.main) ? fonts.main : drawn.keys().next().value;
  if (main && !text.includes(' ')) drawn.set(main, `${drawn.get(main) ?? ''} `);
  const users = [...drawn.keys()];
  const faces = users.map((font, at) => {
    const data = readFileSync(font.url).toString('base64');
    const characters = Array.from(drawn.get(font) ?? '').flatMap((character) => [
      character,
      ...Array.from(partsOfCharacter(character, font)).filter((part) => !text.includes(part)),
    ]);
    const range = [...new Set(characters)].map(
      (character) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`,
    );
    return `@font-face { font-family: "f${at}"; font-weight: 1 1000; unicode-range: ${range.join()}; src: url(data:font/woff2;base64,${data}) }`;
  });
  const axes = users.map((font) => font.axes);
  const weight = axes.find(({ wght }) => wght !== undefined)?.['wght'] ?? 400;
  const optical = axes.find(({ opsz }) => opsz !== undefined)?.['opsz'];
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${faces.join('\n')}</style><body>`);
  return [
    'position: absolute; left: 20px; top: 20px; margin: 0',
    `font-size: ${size}px; line-height: 2; font-family: ${users.map((_, at) => `f${at}`).join()}; font-weight: ${weight}`,
    `letter-spacing: ${fonts.tracking * size}px`,
    'font-synthesis: none; text-rendering: geometricPrecision; text-spacing-trim: space-all; line-break: strict; font-optical-sizing: none',
    ...(optical === undefined ? [] : [`font-variation-settings: 'opsz' ${optical}`]),
  ].join('; ');
}

/** The offsets between which a part of a text is. */
export type Part = readonly [number, number];

/** Where a part of a text is in Chromium: ems from the block's left end, and pixels down. */
export interface ChromiumBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** What the shaper looks for in the place of a character: the parts of a sign that its font lacks, of Thai and Lao "am", and of vowels of India. */
function partsOfCharacter(character: string, font: Font): string {
  const isTakenApart =
    /[\u0e33\u0eb3\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
  return isTakenApart.test(character) || !font.has(character) ? character.normalize('NFKD') : '';
}

/** Where Chromium puts each part of a text in a block of so many ems; undefined for a part that has no width. */
export async function boxesInChromium(
  page: Page,
  style: string,
  { text, items, writing: { lang, direction } }: Paragraph,
  width: number,
  parts: readonly Part[],
): Promise<(ChromiumBox | undefined)[]> {
  // An emoji is an empty box of its size.
  const emoji = items
    .filter(({ source }) => source instanceof URL)
    .map(({ start, end }): Part => [start, end]);
  return page.evaluate(
    async ({ style, lang, direction, text, width, parts, emoji, size }) => {
      const block = document.createElement('p');
      block.setAttribute('style', `${style}; text-wrap: wrap; width: ${width * size}px`);
      block.lang = lang;
      block.dir = direction;
      const nodes: { node: Text | HTMLElement; start: number; end: number }[] = [];
      let at = 0;
      const addText = (end: number): void => {
        if (end > at) nodes.push({ node: new Text(text.slice(at, end)), start: at, end });
      };
      for (const [start, end] of emoji) {
        addText(start);
        const box = document.createElement('span');
        box.setAttribute('style', 'display: inline-block; width: 1em; height: 1em');
        nodes.push({ node: box, start, end });
        at = end;
      }
      addText(text.length);
      block.append(...nodes.map(({ node }) => node));
      document.body.replaceChildren(block);
      await document.fonts.ready;
      const { left } = block.getBoundingClientRect();
      const range = document.createRange();
      return parts.map(([start, end]) => {
        const found = nodes.find((each) => each.start <= start && start < each.end);
        if (!found) return undefined;
        const { node } = found;
        if (node instanceof Text) {
          range.setStart(node, start - found.start);
          range.setEnd(node, Math.min(end, found.end) - found.start);
        } else range.selectNode(node);
        const box = Array.from(range.getClientRects()).find((each) => each.width > 0);
        return box && { left: (box.left - left) / size, right: (box.right - left) / size, top: box.top };
      });
    },
    { style, lang, direction, text, width, parts, emoji, size },
  );
}

/** The parts of a paragraph that can be measured: what is one cluster to the shaper, and one character to readers. */
export function partsOf({ text, items }: Paragraph): Part[] {
  const clusters = new Set(
    items.flatMap(({ start, glyphs }) => [start, ...glyphs.map(({ cluster }) => cluster)]),
  );
  const starts = Array.from(
    new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text),
    ({ index }) => index,
  );
  const ends = [...starts.filter((start) => clusters.has(start)), text.length];
  return ends.slice(0, -1).map((start, at): Part => [start, ends[at + 1] ?? text.length]);
}

/** The offsets at which Chromium begins a line. */
export function linesInChromium(
  text: string,
  parts: readonly Part[],
  boxes: readonly (ChromiumBox | undefined)[],
): number[] {
  const starts: number[] = [];
  let last = -Infinity;
  parts.forEach(([start, end], at) => {
    const top = boxes[at]?.top;
    if (top === undefined || text.slice(start, end).trim() === '' || top < last + size) return;
    starts.push(start);
    last = top;
  });
  return starts;
}

/** The start of each line, without spaces. */
export function startsOf({ text }: Paragraph, lines: readonly Line[]): number[] {
  return lines.map(({ start }) => start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0));
}
