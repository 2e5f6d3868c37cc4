import sharp, { type Sharp } from 'sharp';
import { coloursOf, paint } from '../../src/cards/canvas.ts';
import { fitCard, type Writing } from '../../src/cards/fit.ts';
import type { Slot } from '../../src/cards/layout.ts';
import { readShapes } from '../../src/cards/shapes.ts';
import { linkSize } from './link-size.ts';

/** The texts of some slots alone on white, as a link card would have them; without emoji. */
export async function drawSlots(slots: readonly Slot[], writing: Writing): Promise<Sharp> {
  const size = linkSize;
  const ground = [{ left: 0, top: 0, ...size, colour: '#ffffff' }];
  const { picture } = await fitCard({ size, ground, slots }, writing, (svg) => ({
    picture: coloursOf(paint(size, readShapes(svg).flat)),
  }));
  return sharp(picture, { raw: { ...size, channels: 3 } });
}
