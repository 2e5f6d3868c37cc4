import { cardSize, type CardSheet, type FigureSheet, type HeadlineSheet } from './card.ts';
import { ink, paper, softInk } from './colours.ts';
import { mirror, type Area, type Box, type Layout, type Row, type Slot } from './layout.ts';

/** Text stands this far from the card's edges and from the fold above which a heading ends. */
const inset = 56;
/** The folded sheet takes the right 39 of 100; its folds divide it in the middle both ways. */
const sheet = { left: 732, width: 468 };
const fold = { down: 966, across: 315 };
/** Thickness of a fold: 2 of 1200 pixels is the least that a phone still shows as a line. */
const line = 2;
const column = { left: inset, width: sheet.left - inset - 40 };

/** Steps of about 8 %, from a headline of one word to one of 200 characters. */
const titleSizes = [
  132, 120, 110, 101, 93, 86, 79, 73, 67, 62, 57, 53, 49, 45, 42, 39, 36, 33, 31, 29, 27, 25, 24,
];
const labelSizes = [26, 25, 24];

/** The card of a brief: everything in its place, nothing measured yet. */
export function designCard(card: CardSheet): Layout {
  const layout = card.template === 'figure' ? figureCard(card) : headlineCard(card);
  return card.direction === 'rtl' ? mirror(layout) : layout;
}

/** The story beside the folded sheet: its quarters carry the four questions, and the first is in hand. */
function headlineCard(card: HeadlineSheet): Layout {
  const left = { left: sheet.left + 28, width: 186 };
  const right = { left: fold.down + 28, width: cardSize.width - 48 - fold.down - 28 };
  const upper = fold.across - inset;
  const lower = cardSize.height - inset;
  const [happening, important, next, beyond] = card.headings;
  return {
    ground: [
      all,
      { left: sheet.left, top: 0, width: fold.down - sheet.left, height: fold.across, colour: card.accent },
      { left: sheet.left, top: 0, width: line, height: cardSize.height, colour: ink },
      { left: fold.down, top: 0, width: line, height: cardSize.height, colour: ink },
      { left: sheet.left, top: fold.across, width: sheet.width, height: line, colour: ink },
    ],
    slots: [
      ...story(card),
      heading('first heading', happening, { ...left, bottom: upper }, paper),
      heading('second heading', important, { ...right, bottom: upper }, ink),
      heading('third heading', next, { ...left, bottom: lower }, ink),
      heading('fourth heading', beyond, { ...right, bottom: lower }, ink),
    ],
  };
}

/** The story beside the key figure: the first quarter unfolded, the others seen by their edges. */
function figureCard(card: FigureSheet): Layout {
  const edge = 64;
  const quarter = { left: sheet.left, top: 0, width: sheet.width - edge, height: cardSize.height - edge };
  const words = { left: quarter.left + 32, width: quarter.width - 64 };
  return {
    ground: [
      all,
      { ...quarter, colour: card.accent },
      { left: sheet.left, top: 0, width: line, height: cardSize.height, colour: ink },
      { left: quarter.left + quarter.width, top: 0, width: line, height: cardSize.height, colour: ink },
      { left: sheet.left, top: quarter.height, width: sheet.width, height: line, colour: ink },
    ],
    slots: [
      ...story(card),
      {
        name: 'figure',
        wordings: [[[{ text: card.figure.value, face: 'display', colour: paper }]]],
        sizes: [
          168, 154, 141, 129, 118, 108, 99, 91, 83, 76, 70, 64, 59, 54, 49, 45, 41, 38, 35, 32, 29, 27, 24,
        ],
        ...words,
        top: 120,
        height: 260,
        edge: 'bottom',
      },
      {
        name: 'label of the figure',
        wordings: [[[{ text: card.figure.label, face: 'label', colour: paper }]]],
        sizes: [30, 28, 26, 25, 24],
        ...words,
        top: 392,
        height: 150,
        edge: 'top',
      },
    ],
  };
}

const all: Area = { left: 0, top: 0, ...cardSize, colour: paper };

/** What every card says at its beginning edge: the topic, the title, and who says it, when, and how it was written. */
function story(card: CardSheet): Slot[] {
  return [
    {
      name: 'topic',
      wordings: [[[{ text: card.topic, face: 'strong', colour: card.accent }]]],
      sizes: labelSizes,
      ...column,
      top: 54,
      height: 36,
      edge: 'top',
    },
    {
      name: 'title',
      wordings: [[[{ text: card.title, face: 'display', colour: ink }]]],
      sizes: titleSizes,
      ...column,
      top: 106,
      height: 360,
      edge: 'top',
      breakWordsAt: 62,
    },
    {
      name: 'foot',
      wordings: footOf(card),
      sizes: labelSizes,
      ...column,
      top: 474,
      height: 100,
      edge: 'bottom',
    },
  ];
}

/** Two lines; the AI label has one for itself as long as the name leaves the date room beside it. */
function footOf({ publication, date, aiLabels }: CardSheet): Row[][] {
  const name = { text: publication, face: 'strong', colour: ink } as const;
  const day = { text: date, face: 'label', colour: softInk } as const;
  const labels = aiLabels.map((text) => ({ text, face: 'label', colour: ink }) as const);
  const shortest = labels.at(-1);
  if (!shortest) return [[[name], [day]]];
  return [
    ...labels.map((label) => [[name, day], [label]]),
    [[name], [day, shortest]],
    [[name], [day], [shortest]],
  ];
}

function heading(
  name: string,
  text: string,
  { left, width, bottom }: Pick<Box, 'left' | 'width'> & { readonly bottom: number },
  colour: string,
): Slot {
  return {
    name,
    wordings: [[[{ text, face: 'label', colour }]]],
    sizes: labelSizes,
    left,
    width,
    top: bottom - 100,
    height: 100,
    edge: 'bottom',
  };
}
