import sharp, { type OverlayOptions } from 'sharp';
import { readSourcePicture } from '../markdown/image-file.ts';
import { coloursOf, paint } from './canvas.ts';
import { designCard } from './designs/design.ts';
import { fitCard, type Drawing, type FittedText } from './fit.ts';
import { findAtEdge, findInkAtEdge, proveLayout, type Layout } from './layout.ts';
import { cardBytesLimit, refuseLarge } from './limits.ts';
import { encodePng } from './png.ts';
import { CardError } from './problem.ts';
import { readShapes, svgOf } from './shapes.ts';
import type { CardSheet, PictureSheet } from './card-spec.ts';
import { xmpOf } from './xmp.ts';
import type { Box } from './geometry.ts';

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
  const { picture, texts } = await fitCard(layout, sheet, (svg) => drawFlat(svg, sheet, layout));
  const bytes = picture instanceof Uint8Array ? picture : await encodeLaid(picture, sheet, layout, root);
  refuseLarge(bytes);
  return { bytes, texts };
}

/** A card on which pictures are still to be laid. */
interface Ground {
  /** Rows of RGB. */
  readonly pixels: Buffer;
  /** Emoji as an SVG of the card's size. */
  readonly emoji: Buffer | undefined;
}

/** All that has one colour: the whole card as a PNG, if nothing is laid upon it. */
function drawFlat(svg: string, sheet: CardSheet, layout: Layout): Drawing<Uint8Array | Ground> {
  const { flat, images } = readShapes(svg);
  const canvas = paint(layout.size, flat);
  const ink = findInkAtEdge(canvas, layout) ?? findAtEdge(images, layout);
  if (ink) return { ink };
  const emoji = images.length > 0 ? svgOf(images, layout.size) : undefined;
  if (sheet.template !== 'picture' && !emoji) return { picture: encodePng(canvas, xmpOf(sheet)) };
  return { picture: { pixels: coloursOf(canvas), emoji } };
}

/** The design is ours, but its accent is the publication's. */
function proveDesign({ slug, topic }: CardSheet, layout: Layout): void {
  try {
    proveLayout(layout);
  } catch (cause) {
    throw new Error(
      `Card of "${slug}": ${(cause as Error).message}; the accent of "${topic}" stands in briefs/_site.yaml`,
      { cause },
    );
  }
}

/** With its pictures in their places: a photograph as JPEG in the best quality that the limit allows, emoji alone as PNG. */
async function encodeLaid(
  { pixels, emoji }: Ground,
  sheet: CardSheet,
  { size, picture: place }: Layout,
  root: string,
): Promise<Buffer> {
  const laid: OverlayOptions[] = [];
  if (sheet.template === 'picture') laid.push(await photographOf(sheet, place, root));
  if (emoji) laid.push({ input: emoji });
  const whole = await sharp(pixels, { raw: { ...size, channels: 3 } })
    .composite(laid)
    .removeAlpha()
    .raw()
    .toBuffer();
  const card = sharp(whole, { raw: { ...size, channels: 3 } }).withXmp(xmpOf(sheet));
  if (sheet.template !== 'picture') return card.png({ compressionLevel: 6 }).toBuffer();
  let bytes = Buffer.alloc(0);
  for (const quality of qualities) {
    // Full colour resolution, or thin coloured strokes would fray.
    bytes = await card.clone().jpeg({ quality, chromaSubsampling: '4:4:4', progressive: true }).toBuffer();
    if (bytes.length <= cardBytesLimit) break;
  }
  return bytes;
}

async function photographOf(
  { picture: { source, version } }: PictureSheet,
  place: Box | undefined,
  root: string,
): Promise<OverlayOptions> {
  if (!place) throw new Error('a card with a picture has a place for it');
  const { left, top, width, height } = place;
  // The version is how the name of what is made of it ends, with its kind.
  try {
    const input = await sharp(readSourcePicture(root, source, version.replace(/\..*/, '')))
      .autoOrient()
      // What draws the eye stays in the picture.
      .resize({ width, height, fit: 'cover', position: sharp.strategy.attention })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .png({ compressionLevel: 0 })
      .toBuffer();
    return { input, left, top };
  } catch (cause) {
    const message = `Unexpected picture ${source}: ${(cause as Error).message}`;
    throw new CardError([{ code: 'image-file', part: 'picture', message }], { cause });
  }
}
