import sharp, { type Sharp } from 'sharp';
import { colourNumber } from '../../src/brief/colour.ts';
import { coloursOf, paint } from '../../src/cards/canvas.ts';
import { fitCard } from '../../src/cards/fit.ts';
import type { Slot } from '../../src/cards/layout.ts';
import type { Writing } from '../../src/cards/text/paragraph.ts';
import { linkSize } from './link-size.ts';

/** The texts of some slots alone on white, as a link card would have them; without emoji. */
export async function drawSlots(slots: readonly Slot[], writing: Writing): Promise<Sharp> {
  const size = linkSize;
  const { set } = await fitCard({ size, ground: [], slots }, writing);
  const canvas = paint(size, [
    { kind: 'area', left: 0, top: 0, ...size, colour: 0xffffff },
    ...set.map(
      ({ colour, letters }) => ({ kind: 'letters', colour: colourNumber(colour), letters }) as const,
    ),
  ]);
  return sharp(coloursOf(canvas), { raw: { ...size, channels: 3 } });
}
