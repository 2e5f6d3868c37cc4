import { paletteOf, type Palette } from '../colours.ts';
import type { Layout } from '../layout.ts';
import type { CardFrame, TallFormat } from '../../brief/card-formats.ts';
import type { FigureSheet, HeadlineSheet, PictureSheet, StorySheet } from '../card-spec.ts';
import type { Size } from '../geometry.ts';
import { figure } from './link.ts';
import { creditOf, labelSteps, line, paragraph, questions, story, type StoryPlace } from './parts.ts';

/** A frame with the size of its card. */
interface Frame extends CardFrame {
  readonly size: Size;
}

const edge = 64;
const labelSize = 34;
/** What is seen of the other quarters beside the unfolded one. */
const sliver = 56;

/** The card that is posted as a picture: its sign, figure or picture above, the story below. */
export function tallCard(card: StorySheet, { width, height, frame: places }: TallFormat): Layout {
  const frame = { size: { width, height }, ...places };
  switch (card.template) {
    case 'headline':
      return headlineCard(card, frame);
    case 'figure':
      return figureCard(card, frame);
    case 'picture':
      return pictureCard(card, frame);
  }
}

/** The sheet folded in four with its questions, the first in hand. */
function headlineCard(card: HeadlineSheet, frame: Frame): Layout {
  const { size, sheet } = frame;
  const palette = paletteOf(card);
  const { ground, ink, accent } = palette;
  const down = size.width / 2;
  const across = sheet / 2;
  const left = { left: edge, width: down - edge - 40 };
  const right = { left: down + 40, width: size.width - edge - down - 40 };
  return {
    size,
    ground: [
      { left: 0, top: 0, ...size, colour: ground },
      { left: 0, top: 0, width: down, height: across, colour: accent },
      { left: down, top: 0, width: line, height: sheet, colour: ink },
      { left: 0, top: across, width: size.width, height: line, colour: ink },
      { left: 0, top: sheet, width: size.width, height: line, colour: ink },
    ],
    slots: [
      ...story(card, palette, below(frame, sheet)),
      ...questions(card.headings, palette, {
        left,
        right,
        upper: across - 32,
        lower: sheet - 32,
        height: 96,
        labelSize,
      }),
    ],
  };
}

/** The first quarter unfolded, the other three seen by their edges: place for a figure or a picture. */
function unfolded({ size }: Frame, bottom: number, { ground, ink, accent }: Palette): Layout['ground'] {
  const width = size.width - sliver;
  return [
    { left: 0, top: 0, ...size, colour: ground },
    { left: 0, top: 0, width, height: bottom, colour: accent },
    { left: width, top: 0, width: line, height: bottom + sliver, colour: ink },
    { left: 0, top: bottom, width: size.width, height: line, colour: ink },
    { left: 0, top: bottom + sliver, width: size.width, height: line, colour: ink },
  ];
}

function figureCard(card: FigureSheet, frame: Frame): Layout {
  const { size, quarter, begin } = frame;
  const palette = paletteOf(card);
  const words = { left: edge, width: size.width - sliver - 2 * edge };
  const middle = quarter - 140;
  const top = begin + 62;
  const place = { sizes: labelSteps(labelSize), ...words, top: begin, height: 50, edge: 'top' } as const;
  const onAccent = palette.ground;
  return {
    size,
    ground: unfolded(frame, quarter, palette),
    slots: [
      ...story(card, palette, below(frame, quarter + sliver)),
      paragraph({ name: 'first heading', ...place }, { text: card.heading, face: 'label', colour: onAccent }),
      ...figure(card, onAccent, {
        ...words,
        middle,
        height: middle - top,
        end: quarter - 36,
        largest: frame.figure,
        labelSize: 40,
      }),
    ],
  };
}

/** Room for two lines of who made the picture. */
const credit = 72;

function pictureCard(card: PictureSheet, frame: Frame): Layout {
  const palette = paletteOf(card);
  return {
    size: frame.size,
    ground: unfolded(frame, frame.picture, palette),
    picture: { left: 0, top: 0, width: frame.size.width - sliver, height: frame.picture },
    slots: [
      ...story(card, palette, below({ ...frame, end: frame.end - credit }, frame.picture + sliver)),
      ...creditOf(card, palette, {
        left: edge,
        width: frame.size.width - 2 * edge,
        top: frame.end - credit,
        height: credit,
      }),
    ],
  };
}

/** The story between what stands above it and the last line. */
function below({ size, end, titleSize }: Frame, top: number): StoryPlace {
  return {
    left: edge,
    width: size.width - 2 * edge,
    topic: top + 56,
    title: top + 122,
    foot: end - 142,
    end,
    titleSize,
    labelSize,
  };
}
