import { readSourcePicture } from '../brief/source-picture.ts';
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { designCard } from './designs/design.ts';
import { fitCard, type FittedText } from './fit.ts';
import { findInkAtEdge, proveLayout, type Layout } from './layout.ts';
import { cardBytesLimit, refuseLarge } from './limits.ts';
import { encodePng, rowsLength } from './png.ts';
import type { CardSheet, PictureSheet } from './sheet.ts';
import { xmpOf } from './xmp.ts';

/** Of a JPEG, best first; below the last a photograph shows its blocks. */
const qualities = [86, 80, 74, 68, 60, 52, 44];

// One card is drawn by one thread; the pool keeps the cores busy, and a cache would only hold what never comes again.
sharp.concurrency(1);
sharp.cache(false);

/** A card as it was drawn. */
export interface DrawnCard {
  readonly bytes: Uint8Array;
  readonly texts: readonly FittedText[];
}

/**
 * Draws a card: sRGB, opaque, the same bytes for the same sheet; JPEG where it has a picture, whose file is found below
 * `root`, else PNG. Throws a CardError when a text does not fit, a character has no glyph, ink comes near the edge, or the file
 * is too large.
 */
export async function drawCard(sheet: CardSheet, root: string): Promise<DrawnCard> {
  const layout = designCard(sheet);
  proveDesign(sheet, layout);
  const { pixels, texts } = await fitCard(layout, sheet, (svg) => {
    const pixels = new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels;
    return { pixels, ink: findInkAtEdge(pixels, layout) };
  });
  const bytes =
    sheet.template === 'picture'
      ? await encodePhotograph(sheet, layout, pixels, root)
      : encodeFlat(sheet, layout, pixels);
  // 3 MB that V8 would keep until its next collection, and hold such collections more often to get rid of them.
  (pixels.buffer as ArrayBuffer).transfer(0);
  refuseLarge(bytes);
  return { bytes, texts };
}

/** The design is ours, but its accent is the publication's. */
function proveDesign({ slug, topic }: CardSheet, layout: Layout): void {
  try {
    proveLayout(layout);
  } catch (cause) {
    throw new Error(
      `Card of "${slug}": ${(cause as Error).message}; the accent of "${topic}" stands in src/site.ts`,
      { cause },
    );
  }
}

function encodeFlat(sheet: CardSheet, { size }: Layout, pixels: Buffer): Buffer {
  // One card after another: 2 MB of rows for each would be garbage.
  if (rows.length < rowsLength(size)) rows = Buffer.alloc(rowsLength(size));
  return encodePng(pixels, size, xmpOf(sheet), rows);
}

let rows = Buffer.alloc(0);

/** With the picture in its place, in the best quality that the limit allows. */
async function encodePhotograph(
  sheet: PictureSheet,
  { size, picture: place }: Layout,
  pixels: Buffer,
  root: string,
): Promise<Buffer> {
  if (!place) throw new Error('a card with a picture has a place for it');
  const { left, top, width, height } = place;
  const { source, version } = sheet.picture;
  // The version is how the name of what is made of it ends, with its kind.
  const picture = await sharp(readSourcePicture(root, source, version.replace(/\..*/, '')))
    .autoOrient()
    // What draws the eye stays in the picture.
    .resize({ width, height, fit: 'cover', position: sharp.strategy.attention })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .png({ compressionLevel: 0 })
    .toBuffer();
  const whole = await sharp(pixels, { raw: { ...size, channels: 4 } })
    .composite([{ input: picture, left, top }])
    .removeAlpha()
    .raw()
    .toBuffer();
  let bytes = Buffer.alloc(0);
  for (const quality of qualities) {
    bytes = await sharp(whole, { raw: { ...size, channels: 3 } })
      // Full colour resolution, or thin coloured strokes would fray.
      .jpeg({ quality, chromaSubsampling: '4:4:4', progressive: true })
      .withXmp(xmpOf(sheet))
      .toBuffer();
    if (bytes.length <= cardBytesLimit) break;
  }
  return bytes;
}
