import { channelsOf, contrast } from '../brief/colour.ts';
import type { Raster } from './emoji-raster.ts';
import type { Size } from './geometry.ts';

/** Draws a logo in whole pixels, with a colour in the place of `currentColor`. */
export async function drawLogo(svg: string, { width, height }: Size, colour: string): Promise<Raster> {
  const { default: sharp } = await import('sharp');
  const sized = svg.replace('<svg', `<svg width="${width}" height="${height}" color="${colour}"`);
  const pixels = await sharp(Buffer.from(sized))
    .resize(width, height, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer();
  return { width, height, pixels };
}

/** Why a logo cannot be drawn, or shows nothing; undefined if it can. */
export async function problemOfLogo(svg: string): Promise<string | undefined> {
  try {
    const { pixels } = await drawLogo(svg, { width: 96, height: 96 }, '#000000');
    const shows = pixels.some((value, at) => at % 4 === 3 && value > 0);
    return shows ? undefined : 'nothing of it is within its viewBox';
  } catch (error) {
    return String(error);
  }
}

/** The highest contrast of any part of a logo with a ground of pages, in `#rrggbb`. */
export async function contrastOfLogo(svg: string, ink: string, ground: string): Promise<number> {
  const { pixels } = await drawLogo(svg, { width: 96, height: 96 }, ink);
  const below = channelsOf(ground);
  const seen = new Set<string>();
  for (let at = 0; at < pixels.length; at += 4) {
    const share = (pixels[at + 3] ?? 0) / 255;
    const mixed = below.map((channel, place) =>
      Math.round(channel + ((pixels[at + place] ?? 0) - channel) * share),
    );
    seen.add(`#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`);
  }
  return Math.max(...Array.from(seen, (colour) => contrast(colour, ground)));
}
