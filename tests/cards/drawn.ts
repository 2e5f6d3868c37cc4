import sharp, { type Sharp } from 'sharp';
import { colourNumber } from '../../src/brief/colour.ts';
import { coloursOf, paint } from '../../src/cards/canvas.ts';
import type { CardSpec } from '../../src/cards/card-spec.ts';
import { drawCard, type DrawnCard } from '../../src/cards/draw.ts';
import { fitCard, type FittedCard } from '../../src/cards/fit.ts';
import type { Layout, Slot } from '../../src/cards/layout.ts';
import { CardError } from '../../src/cards/problem.ts';
import type { Writing } from '../../src/cards/text/paragraph.ts';
import { linkSize } from './link-size.ts';

/** The texts of some slots alone on white, as a link card would have them; without emoji. */
export async function drawSlots(slots: readonly Slot[], writing: Writing): Promise<Sharp> {
  const size = linkSize;
  const { set } = await fitWhole({ size, ground: [], slots }, writing);
  const canvas = paint(size, [
    { kind: 'area', left: 0, top: 0, ...size, colour: 0xffffff },
    ...set.map(
      ({ colour, letters }) => ({ kind: 'letters', colour: colourNumber(colour), letters }) as const,
    ),
  ]);
  return sharp(coloursOf(canvas), { raw: { ...size, channels: 3 } });
}

/** Draws a card and throws what keeps a text off it. */
export async function drawWhole(spec: CardSpec, root: string): Promise<DrawnCard> {
  const card = await drawCard(spec, root);
  if (card.problems.length > 0) throw new CardError(card.problems);
  return card;
}

/** Fits a layout and throws what keeps a text off it. */
export async function fitWhole(layout: Layout, writing: Writing): Promise<FittedCard> {
  const fitted = await fitCard(layout, writing);
  if (fitted.problems.length > 0) throw new CardError(fitted.problems);
  return fitted;
}
