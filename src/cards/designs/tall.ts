import { paletteOf, type Palette } from '../colours.ts';
import type { Layout, Slot } from '../layout.ts';
import type { CardFrame, TallFormat } from '../../brief/card-formats.ts';
import type { StorySpec } from '../card-spec.ts';
import type { Box, Size } from '../geometry.ts';
import {
  creditOf,
  figureSlots,
  footSlot,
  linesIn,
  signOf,
  teaserSlot,
  titleSlot,
  topicSlot,
} from './parts.ts';

/** A frame with the size of its card. */
interface Frame extends CardFrame {
  readonly size: Size;
}

const edge = 64;
const labelSize = 34;
const iconSide = 68;
/** The topic needs the rest of the row. */
const logoWidth = 320;
/** Room for two lines of who made the image. */
const creditHeight = 72;
const footHeight = 100;

/** The card that is posted as an image: the title first, below it what the brief has to show, and whose it is. */
export function tallCard(card: StorySpec, { width, height, frame: places }: TallFormat): Layout {
  const frame = { size: { width, height }, ...places };
  const { size, begin, end, panel } = frame;
  const palette = paletteOf(card);
  const words = { left: edge, width: width - 2 * edge };
  const title = begin + iconSide + 24;
  const top =
    card.template === 'image' ? Math.min(panel.top, title + heightOf(card.title, frame)) : panel.top;
  const shown = { left: 0, width, top, height: panel.top + panel.height - top };
  const sign = signOf(card, palette, { left: edge, top: begin, width: logoWidth, side: iconSide });
  const topic = edge + sign.width + 24;
  const credit = card.template === 'image' && card.image.credit !== undefined ? creditHeight : 0;
  return {
    size,
    ground: [
      { left: 0, top: 0, ...size, colour: palette.ground },
      { ...shown, colour: palette.accent },
      ...sign.icon,
    ],
    // Beside the topic.
    ...(sign.logo && { logo: { ...sign.logo, top: begin + Math.round((iconSide - sign.height) / 2) } }),
    ...(card.template === 'image' && { image: shown }),
    slots: [
      topicSlot(card, palette, { left: topic, width: width - edge - topic, top: begin + 12, height: 48 }, labelSize),
      titleSlot(card, palette, { ...words, top: title, height: top - 36 - title }, frame.titleSize),
      ...inPanel(card, palette, { ...words, top: panel.top + 48, height: panel.height - 96 }, frame),
      footSlot(card, palette, { ...words, top: end - credit - footHeight, height: footHeight }, labelSize),
      ...(card.template === 'image' ? creditOf(card, palette, { ...words, top: end - credit, height: credit }, 26) : []),
    ],
  }; // prettier-ignore
}

/** Of a title in its largest size with the space below it, by how long it is: an image below a short one is higher. */
function heightOf(title: string, { size, titleSize }: Frame): number {
  const letters = Math.floor((size.width - 2 * edge) / (0.5 * titleSize));
  return Math.ceil(linesIn(title, letters) * 1.4 * titleSize) + 36;
}

function inPanel(card: StorySpec, { ground }: Palette, place: Box, { figure }: Frame): Slot[] {
  if (card.template === 'image') return [];
  if (card.template === 'headline')
    return [teaserSlot(card.teaser, ground, place, { largest: 57, smallest: 31 })];
  const label = 104;
  const middle = place.top + place.height - label;
  return figureSlots(
    card.figure,
    { value: ground, label: ground },
    { left: place.left, width: place.width, top: place.top, middle, end: middle + label, largest: figure, labelSize: 40 },
  ); // prettier-ignore
}
