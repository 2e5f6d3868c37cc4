import sharp, { type OverlayOptions, type Sharp } from 'sharp';
import { decodeSource } from '../markdown/image-file.ts';
import { colourNumber } from '../brief/colour.ts';
import { addImages, coloursOf, paint, type Canvas, type PlacedRaster } from './canvas.ts';
import type { CardSpec, ImageSpec } from './card-spec.ts';
import { designCard } from './designs/design.ts';
import { rasterOf } from './emoji-raster.ts';
import { fitCard, type FittedText } from './fit.ts';
import type { Box } from './geometry.ts';
import { drawLogo } from './logo-raster.ts';
import { proveLayout, type Area, type Layout } from './layout.ts';
import { cardBytesLimit, refuseLarge } from './limits.ts';
import { encodePng } from './png.ts';
import { CardError, type CardProblem } from './problem.ts';
import type { SetText } from './set-text.ts';
import type { FlatArea, Letters } from './shapes.ts';
import { ownFamilies } from './text/own-families.ts';
import type { Writing } from './text/paragraph.ts';
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
  /** What keeps texts off the card. */
  readonly problems: readonly CardProblem[];
}

/**
 * Draws a card: sRGB, opaque, the same bytes for the same spec; JPEG where it has an image, whose file is found below
 * `root`, else PNG. Throws a CardError when a text does not fit, a character has no glyph, ink comes near the edge, or the file
 * is too large.
 */
export async function drawCard(spec: CardSpec, root: string): Promise<DrawnCard> {
  const layout = designCard(spec);
  proveDesign(spec, layout);
  const { set, texts, problems } = await fitCard(layout, writingOf(spec, root));
  const canvas = paint(layout.size, shapesOf(layout, set));
  const images: PlacedRaster[] = [];
  const { logo } = layout;
  if (logo && spec.logo)
    images.push({ raster: await drawLogo(spec.logo.svg, logo, logo.colour), left: logo.left, top: logo.top });
  for (const { file, left, top, width } of set.flatMap((text) => text.emoji))
    images.push({ raster: await rasterOf(file, width), left, top });
  addImages(canvas, images);
  const bytes =
    spec.template === 'image'
      ? await withPhotograph(canvas, spec, layout, root)
      : encodePng(canvas, xmpOf(spec));
  refuseLarge(bytes);
  return { bytes, texts, problems };
}

/** What the texts of a card are written in. */
function writingOf({ lang, direction, fonts }: CardSpec, root: string): Writing {
  return { lang, direction, ...(fonts && { families: ownFamilies(fonts, root) }) };
}

function shapesOf({ ground }: Layout, set: readonly SetText[]): (FlatArea | Letters)[] {
  const areaOf = ({ colour, ...box }: Area): FlatArea => ({ kind: 'area', ...box, colour: colourNumber(colour) }); // prettier-ignore
  const areas = ground.map(areaOf);
  const texts = set.flatMap(({ colour, letters, areas: below = [] }) => [
    ...below.map(areaOf),
    { kind: 'letters', colour: colourNumber(colour), letters } as const,
  ]);
  return [...areas, ...texts];
}

/** The design is ours, but its accent is the publication's. */
function proveDesign({ slug, topic }: CardSpec, layout: Layout): void {
  try {
    proveLayout(layout);
  } catch (cause) {
    throw new Error(
      `Card of "${slug}": ${(cause as Error).message}; the accent of "${topic}" stands in briefs/_site.yaml`,
      { cause },
    );
  }
}

/** The card with its photograph in its place, as JPEG in the best quality that the limit allows. */
async function withPhotograph(
  canvas: Canvas,
  spec: ImageSpec,
  { image }: Layout,
  root: string,
): Promise<Buffer> {
  const { width, height } = canvas;
  const raw = { raw: { width, height, channels: 3 } } as const;
  const photograph = await photographOf(spec, image, root);
  const whole = await sharp(coloursOf(canvas), raw).composite([photograph]).removeAlpha().raw().toBuffer();
  const card = sharp(whole, raw).withXmp(xmpOf(spec));
  let bytes = Buffer.alloc(0);
  for (const quality of qualities) {
    // Full colour resolution, or thin coloured strokes would fray.
    bytes = await card.clone().jpeg({ quality, chromaSubsampling: '4:4:4', progressive: true }).toBuffer();
    if (bytes.length <= cardBytesLimit) break;
  }
  return bytes;
}

async function photographOf(
  { image: { source, version } }: ImageSpec,
  place: Box | undefined,
  root: string,
): Promise<OverlayOptions> {
  if (!place) throw new Error('a card with an image has a place for it');
  const { left, top, width, height } = place;
  // The version is how the name of what is made of it ends, with its kind.
  try {
    const upright = sharp(decodeSource(root, source, version.replace(/\..*/, '')))
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb');
    const ground = await groundAround(upright);
    const placed = ground
      ? upright
          .trim({ background: ground, threshold: 12 })
          .resize({
            width: width - 2 * drawingMargin,
            height: height - 2 * drawingMargin,
            fit: 'contain',
            background: ground,
          })
          .extend({
            top: drawingMargin,
            bottom: drawingMargin,
            left: drawingMargin,
            right: drawingMargin,
            background: ground,
          })
      : // What draws the eye stays in the image.
        upright.resize({ width, height, fit: 'cover', position: sharp.strategy.attention });
    return { input: await placed.png({ compressionLevel: 0 }).toBuffer(), left, top };
  } catch (cause) {
    const message = `Unexpected image ${source}: ${(cause as Error).message}`;
    throw new CardError([{ code: 'image-file', part: 'image', message }], { cause });
  }
}

/** Pixels around a drawing that is shown whole. */
const drawingMargin = 28;

/** The colour around a drawing, a chart or a thing on plain ground, of which nothing may be cut off; undefined for a photograph. */
async function groundAround(image: Sharp): Promise<{ r: number; g: number; b: number } | undefined> {
  const side = 48;
  const pixels = await image.clone().resize(side, side, { fit: 'fill', kernel: 'nearest' }).raw().toBuffer();
  const [r = 0, g = 0, b = 0] = pixels;
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [at % side, Math.floor(at / side)];
    if (x > 0 && y > 0 && x < side - 1 && y < side - 1) continue;
    const colour = pixels.subarray(at * 3, at * 3 + 3);
    if ([r, g, b].some((channel, of) => Math.abs(channel - (colour[of] ?? 0)) > 8)) return undefined;
  }
  return { r, g, b };
}
