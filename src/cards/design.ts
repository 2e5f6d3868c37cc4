import { cardSize, type CardSheet, type FigureSheet, type HeadlineSheet } from './card.ts';
import { ink, paper, softInk } from './colours.ts';
import { mirror, type Area, type Box, type Layout, type Row, type Slot } from './layout.ts';

/** Distance of the last line from the bottom edge, and of a heading from the fold below it. */
const inset = 56;
/** The one edge that the story stands on; swashes, as of an Arabic kaf, hang out of it by up to an eighth of an em. */
const edge = 64;
/** The folded sheet takes the right 39 of 100; its folds divide it in the middle both ways. */
const sheet = { left: 732, width: 468 };
const fold = { down: 966, across: 315 };
/** Thickness of a fold: 2 of 1200 pixels is the least that a phone still shows as a line. */
const line = 2;

/** Steps of about 8 %, from a headline of one word to one of 200 characters. */
const titleSizes = [
  132, 120, 110, 101, 93, 86, 79, 73, 67, 62, 57, 53, 49, 45, 42, 39, 36, 33, 31, 29, 27, 25, 24,
];
const labelSizes = [26, 25, 24];
const figureSizes = [
  176, 162, 149, 137, 126, 116, 107, 98, 90, 83, 76, 70, 64, 59, 54, 49, 45, 41, 38, 35, 32, 29, 27, 25, 24,
];

type Column = Pick<Box, 'left' | 'width'>;

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
      ...story(card, { left: edge, width: sheet.left - edge - 36 }, titleSizes),
      heading('first heading', happening, { ...left, bottom: upper }, paper),
      heading('second heading', important, { ...right, bottom: upper }, ink),
      heading('third heading', next, { ...left, bottom: lower }, ink),
      heading('fourth heading', beyond, { ...right, bottom: lower }, ink),
    ],
  };
}

/** The story beside the key figure: the first quarter unfolded, the other three seen by their edges. */
function figureCard(card: FigureSheet): Layout {
  const left = 636;
  const quarter = { left, top: 0, width: cardSize.width - inset - left, height: cardSize.height - inset };
  const words = { left: left + 36, width: quarter.width - 72 };
  return {
    ground: [
      all,
      { ...quarter, colour: card.accent },
      { left, top: 0, width: line, height: cardSize.height, colour: ink },
      { left: left + quarter.width, top: 0, width: line, height: cardSize.height, colour: ink },
      { left, top: quarter.height, width: cardSize.width - left, height: line, colour: ink },
    ],
    slots: [
      ...story(
        card,
        { left: edge, width: left - edge - 36 },
        titleSizes.filter((size) => size <= 73),
      ),
      {
        name: 'first heading',
        wordings: [[[{ text: card.heading, face: 'label', colour: paper }]]],
        sizes: labelSizes,
        ...words,
        top: 54,
        height: 68,
        edge: 'top',
      },
      {
        name: 'figure',
        wordings: [[[{ text: card.figure.value.replace(/ /g, '\u00a0'), face: 'display', colour: paper }]]],
        sizes: figureSizes,
        ...words,
        top: 206,
        height: 200,
        edge: 'bottom',
      },
      {
        name: 'label of the figure',
        wordings: [[[{ text: card.figure.label, face: 'label', colour: paper }]]],
        sizes: [30, 28, 26, 25, 24],
        ...words,
        top: 416,
        height: 126,
        edge: 'top',
        breakWordsAt: 24,
      },
    ],
  };
}

const all: Area = { left: 0, top: 0, ...cardSize, colour: paper };

/** What every card says at its beginning edge: the topic, the title, and who says it, when, and how it was written. */
function story(card: CardSheet, column: Column, sizes: readonly number[]): Slot[] {
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
      wordings: [[[{ text: bindWords(card.title), face: 'display', colour: ink }]]],
      sizes,
      ...column,
      top: 106,
      height: 354,
      edge: 'top',
      breakWordsAt: 62,
    },
    {
      name: 'foot',
      wordings: footOf(card),
      sizes: labelSizes,
      ...column,
      top: 464,
      height: 110,
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
  { left, width, bottom }: Column & { readonly bottom: number },
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

/** Ties a short last word to the one before, so that it never stands on a line by itself, and the groups of a number. */
function bindWords(title: string): string {
  const whole = title.replace(/(\d) (?=\d{3}(?!\d))/g, '$1\u00a0');
  const [, before = '', previous = '', last = ''] = /^(.+ )([^ ]+) ([^ ]{1,9})$/.exec(whole) ?? [];
  return last === '' || previous.length + last.length > 18 ? whole : `${before}${previous}\u00a0${last}`;
}
