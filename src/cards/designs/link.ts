import { paletteOf, type Palette } from '../colours.ts';
import type { Layout, Slot } from '../layout.ts';
import { cardFormats } from '../../brief/card-formats.ts';
import type { FigureSheet, HeadlineSheet, PictureSheet, PublicationSheet, StorySheet } from '../card-spec.ts'; // prettier-ignore
import {
  creditOf,
  figureSizes,
  labelSteps,
  leftToRight,
  line,
  paragraph,
  questions,
  stepsOf,
  story,
  titleSizes,
  type Column,
} from './parts.ts';

const { width, height } = cardFormats.link;
const size = { width, height };
/** Distance of the last line from the bottom edge, and of a heading from the fold below it. */
const inset = 56;
/** The one edge that the story stands on; swashes, as of an Arabic kaf, hang out of it by up to an eighth of an em. */
const edge = 64;
/** The folded sheet takes the right 39 of 100; its folds divide it in the middle both ways. */
const sheet = { left: 732, width: 468 };
const fold = { down: 966, across: 315 };
const labelSize = 26;
const rows = { topic: 54, title: 106, foot: 464, end: 574, labelSize };

/** The card that a link brings along: the story at the left, its sign, figure or picture at the right. */
export function linkCard(card: StorySheet): Layout {
  switch (card.template) {
    case 'headline':
      return headlineCard(card);
    case 'figure':
      return figureCard(card);
    case 'picture':
      return pictureCard(card);
  }
}

/** The folded sheet: its quarters carry the four questions, and the first is in hand. */
function headlineCard(card: HeadlineSheet): Layout {
  const place = { ...beside, ...rows, titleSize: 132 };
  return withSheet(card, (palette) => story(card, palette, place));
}

/** What the publication is, and where it is read. */
export function publicationCard(card: PublicationSheet): Layout {
  const address = {
    ...beside,
    top: rows.end - 68,
    height: 68,
    edge: 'bottom',
    breakWordsAt: labelSize,
  } as const;
  const description = { ...beside, top: 300, height: address.top - 12 - 300, edge: 'bottom' } as const;
  const title = {
    ...beside,
    top: rows.topic,
    height: description.top - 16 - rows.topic,
    edge: 'top',
  } as const;
  return withSheet(card, ({ ink, softInk, accent }) => {
    // All of them, or as many as there is room for.
    const sentences = card.description.map((_, at) => [
      [{ text: card.description.slice(0, card.description.length - at).join('').trim(), face: 'text', colour: softInk } as const], // prettier-ignore
    ]);
    return [
      paragraph(
        { name: 'title', ...title, sizes: stepsOf(titleSizes, 132), breakWordsAt: 62, wholeWordsTo: 42 },
        { text: card.title, face: 'display', colour: ink },
      ),
      {
        name: 'description',
        ...description,
        breakWordsAt: 24,
        wordings: sentences.slice(0, 1),
        sizes: labelSteps(36),
        fallbacks: [{ wordings: [...sentences.slice(1), []], sizes: [24] }],
      },
      paragraph(
        { name: 'address', ...address, sizes: labelSteps(labelSize) },
        { text: leftToRight(card.address), face: 'strong', colour: accent },
      ),
    ];
  });
}

/** The column beside the folded sheet. */
const beside = { left: edge, width: sheet.left - edge - 36 };

function withSheet(
  card: HeadlineSheet | PublicationSheet,
  words: (palette: Palette) => readonly Slot[],
): Layout {
  const palette = paletteOf(card);
  const { ground, ink, accent } = palette;
  const left = { left: sheet.left + 28, width: 186 };
  const right = { left: fold.down + 28, width: size.width - 48 - fold.down - 28 };
  const upper = fold.across - inset;
  const lower = size.height - inset;
  return {
    size,
    ground: [
      { left: 0, top: 0, ...size, colour: ground },
      { left: sheet.left, top: 0, width: fold.down - sheet.left, height: fold.across, colour: accent },
      { left: sheet.left, top: 0, width: line, height: size.height, colour: ink },
      { left: fold.down, top: 0, width: line, height: size.height, colour: ink },
      { left: sheet.left, top: fold.across, width: sheet.width, height: line, colour: ink },
    ],
    slots: [
      ...words(palette),
      ...questions(card.headings, palette, { left, right, upper, lower, height: 100, labelSize }),
    ],
  };
}

/** The first quarter unfolded, the other three seen by their edges: place for a figure or a picture. */
const quarter = { left: 636, top: 0, width: size.width - inset - 636, height: size.height - inset };

function unfolded({ ground, ink, accent }: Palette): Layout['ground'] {
  return [
    { left: 0, top: 0, ...size, colour: ground },
    { ...quarter, colour: accent },
    { left: quarter.left, top: 0, width: line, height: size.height, colour: ink },
    { left: quarter.left + quarter.width, top: 0, width: line, height: size.height, colour: ink },
    { left: quarter.left, top: quarter.height, width: size.width - quarter.left, height: line, colour: ink },
  ];
}

const column = { left: edge, width: quarter.left - edge - 36 };

function figureCard(card: FigureSheet): Layout {
  const palette = paletteOf(card);
  const words = { left: quarter.left + 36, width: quarter.width - 72 };
  const place = { sizes: labelSteps(labelSize), ...words, top: 54, height: 68, edge: 'top' } as const;
  const onAccent = palette.ground;
  return {
    size,
    ground: unfolded(palette),
    slots: [
      ...story(card, palette, { ...column, ...rows, titleSize: 73 }),
      paragraph({ name: 'first heading', ...place }, { text: card.heading, face: 'label', colour: onAccent }),
      ...figure(card, onAccent, {
        ...words,
        middle: 406,
        height: 200,
        end: 542,
        largest: 176,
        labelSize: 30,
      }),
    ],
  };
}

/** Room for two lines of it. */
const credit = 68;

function pictureCard(card: PictureSheet): Layout {
  const palette = paletteOf(card);
  return {
    size,
    ground: unfolded(palette),
    picture: { ...quarter, left: quarter.left + line, width: quarter.width - line },
    slots: [
      ...story(card, palette, {
        ...column,
        ...rows,
        foot: rows.foot - credit,
        end: rows.end - credit,
        titleSize: 73,
      }),
      ...creditOf(card, palette, { ...column, top: rows.end - credit, height: credit }),
    ],
  };
}

/** The value on its line and what it means below. */
export function figure(
  { figure: { value, label } }: FigureSheet,
  colour: string,
  place: Column & {
    /** Where the value ends and the label begins. */
    readonly middle: number;
    /** Of the value. */
    readonly height: number;
    readonly end: number;
    readonly largest: number;
    readonly labelSize: number;
  },
): Slot[] {
  const { left, width, middle, height } = place;
  return [
    paragraph(
      {
        name: 'figure',
        sizes: stepsOf(figureSizes, place.largest),
        left,
        width,
        top: middle - height,
        height,
        edge: 'bottom',
      },
      { text: value.replace(/ /g, '\u00a0'), face: 'display', colour },
    ),
    paragraph(
      {
        name: 'label of the figure',
        sizes: labelSteps(place.labelSize),
        left,
        width,
        top: middle + 10,
        height: place.end - middle - 10,
        edge: 'top',
        breakWordsAt: 24,
      },
      { text: label, face: 'label', colour },
    ),
  ];
}
