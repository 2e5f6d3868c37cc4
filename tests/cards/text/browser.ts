import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { shapeParagraph } from '../../../src/cards/text/paragraph.ts';
import { drawSlots } from '../drawn.ts';
import { loadFonts, size, type Sample } from './chromium-lines.ts';

const box = { left: 80, top: 120, width: 1040, height: 400 };
export const image = { width: 1200, height: 630 };

/** The line as cards set it, in rows of one byte for each pixel: 0 is ink. */
export async function drawByUs({ text, face, ...writing }: Sample): Promise<Buffer> {
  const slot = {
    name: 'line',
    wordings: [[[{ text, face, colour: '#000000' }]]],
    sizes: [size],
    ...box,
    edge: 'top',
  } as const;
  const drawn = await drawSlots([slot], writing);
  return drawn.greyscale().raw().toBuffer();
}

/** The line as Chromium sets it, in a page as large as `image`, which may have shown another. */
export async function drawByChromium(page: Page, sample: Sample): Promise<Buffer> {
  const paragraph = await shapeParagraph(sample.text, sample.face, sample);
  const style = await loadFonts(page, paragraph);
  const height = Math.round(paragraph.fonts.leading * size);
  const place = `left: ${box.left}px; top: ${box.top}px; width: ${box.width}px; line-height: ${height}px`;
  await page.evaluate(
    ({ style, text, lang, direction }) => {
      const line = document.createElement('p');
      line.setAttribute('style', `${style}; white-space: nowrap`);
      line.lang = lang;
      line.dir = direction;
      line.textContent = text;
      document.body.replaceChildren(line);
      return document.fonts.ready.then(() => undefined);
    },
    { style: `${style}; ${place}`, text: paragraph.text, lang: sample.lang, direction: sample.direction },
  );
  const png = await page.screenshot();
  return sharp(png).greyscale().raw().toBuffer();
}

/** Pixels: what antialiasing and the rounding of places may move. */
const reach = 2;
/** Pixels: Chromium does not kern a letter with a space of another file, so words may stand apart by so much. */
const shift = 24;
/** Pixels without ink between two words. */
const gap = 8;
/** Half way from ink to paper. */
const isInk = 128;

/**
 * The part of the ink that one image has further than two pixels from any ink of the other, of both together, where each word
 * is laid over its like.
 */
export function differenceOf(one: Buffer, other: Buffer): number {
  const [there, back] = [countInk(one, other), countInk(other, one)];
  return (there.strays + back.strays) / Math.max(1, there.ink + back.ink);
}

function countInk(one: Buffer, other: Buffer): { ink: number; strays: number } {
  const near = new Uint8Array(other.length);
  other.forEach((value, at) => {
    if (value >= isInk) return;
    for (let down = -reach; down <= reach; down += 1) {
      near.fill(1, at + down * image.width - reach, at + down * image.width + reach + 1);
    }
  });
  let ink = 0;
  let strays = 0;
  for (const word of wordsOf(one)) {
    const counts = Array.from({ length: 2 * shift + 1 }, (_, index) => index - shift).map((moved) =>
      word.reduce((count, at) => count + (near[at + moved] === 1 ? 0 : 1), 0),
    );
    ink += word.length;
    strays += Math.min(...counts);
  }
  return { ink, strays };
}

/** Places of ink, by word. */
function wordsOf(pixels: Buffer): number[][] {
  const columns: number[][] = Array.from({ length: image.width }, () => []);
  pixels.forEach((value, at) => {
    if (value < isInk) columns[at % image.width]?.push(at);
  });
  const words: number[][] = [];
  let empty = gap;
  for (const column of columns) {
    if (column.length === 0) empty += 1;
    else {
      if (empty >= gap) words.push([]);
      words.at(-1)?.push(...column);
      empty = 0;
    }
  }
  return words;
}
