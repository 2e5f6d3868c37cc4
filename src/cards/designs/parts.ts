import type { Palette } from '../colours.ts';
import type { Area, Row, Slot } from '../layout.ts';
import type { CardSheet, HeadlineSheet, PictureSheet } from '../card-spec.ts';
import type { Box } from '../geometry.ts';

export type Column = Pick<Box, 'left' | 'width'>;

/** Thickness of a fold in pixels: the least that a phone still shows as a line. */
export const line = 2;

/** Steps of about 8 %, from a headline of one word to one of 200 characters. */
export const titleSizes = [
  132, 120, 110, 101, 93, 86, 79, 73, 67, 62, 57, 53, 49, 45, 42, 39, 36, 33, 31, 29, 27, 25, 24,
];
export const figureSizes = [
  248, 226, 208, 192, 176, 162, 149, 137, 126, 116, 107, 98, 90, 83, 76, 70, 64, 59, 54, 49, 45, 41, 38, 35, 32, 29, 27, 25, 24,
]; // prettier-ignore

/** Sizes of a list from the largest that is wanted down to the smallest that is allowed. */
export function stepsOf(sizes: readonly number[], largest: number, smallest = 24): number[] {
  return sizes.filter((size) => smallest <= size && size <= largest);
}

/** Where the story stands: its column, and the edges of what is above, between and below. */
export interface StoryPlace extends Column {
  readonly topic: number;
  readonly title: number;
  readonly foot: number;
  readonly end: number;
  readonly titleSize: number;
  /** Largest size of topic and foot. */
  readonly labelSize: number;
}

/** What every card says at its beginning edge: the topic, the title, and who says it, when, and how it was written. */
export function story(card: CardSheet, palette: Palette, place: StoryPlace): Slot[] {
  const { left, width } = place;
  const sizes = labelSteps(place.labelSize);
  return [
    {
      name: 'topic',
      wordings: [[[{ text: card.topic, face: 'strong', colour: palette.accent }]]],
      sizes,
      left,
      width,
      top: place.topic,
      height: Math.round(place.labelSize * 1.4),
      edge: 'top',
    },
    {
      name: 'title',
      wordings: [[[{ text: bindWords(card.title), face: 'display', colour: palette.ink }]]],
      sizes: stepsOf(titleSizes, place.titleSize),
      left,
      width,
      top: place.title,
      height: place.foot - place.title - 4,
      edge: 'top',
      breakWordsAt: 62,
      wholeWordsTo: 42,
    },
    {
      name: 'foot',
      wordings: footOf(card, palette),
      sizes,
      left,
      width,
      top: place.foot,
      height: place.end - place.foot,
      edge: 'bottom',
    },
  ];
}

/** An address reads from the left in every language: U+200E keeps its last stroke at its end. */
export function leftToRight(address: string): string {
  return `\u200e${address}\u200e`;
}

/** Who made the picture: a licence may depend on it, so it stands there whole or the card is not made. */
export function creditOf({ picture: { credit } }: PictureSheet, { softInk }: Palette, place: Box): Slot[] {
  if (credit === undefined) return [];
  const slot = { name: 'credit', ...place, sizes: labelSteps(26), edge: 'bottom' } as const;
  return [paragraph(slot, { text: credit, face: 'label', colour: softInk })];
}

/** Label sizes from the given one down in steps of 1 to 2 pixels. */
export function labelSteps(largest: number): number[] {
  return stepsOf([40, 38, 36, 34, 32, 30, 28, 26, 25, 24], largest);
}

/** One text in one face, which may take several lines. */
export function paragraph(slot: Omit<Slot, 'wordings'>, { text, face, colour }: Row[number]): Slot {
  return { ...slot, wordings: [[[{ text, face, colour }]]] };
}

/** Where the four questions stand in the folded sheet: two columns, and the last line of two rows. */
export interface QuestionsPlace {
  readonly left: Column;
  readonly right: Column;
  readonly upper: number;
  readonly lower: number;
  readonly height: number;
  readonly labelSize: number;
}

/** The questions in their quarters, each on the fold below it; the first is in hand, on the accent. */
export function questions(
  [happening, important, next, beyond]: HeadlineSheet['headings'],
  { ground, ink }: Palette,
  { left, right, upper, lower, height, labelSize }: QuestionsPlace,
): Slot[] {
  const question = (name: string, text: string, column: Column, bottom: number, colour: string): Slot => {
    const place = { ...column, top: bottom - height, height, edge: 'bottom' } as const;
    return paragraph({ name, sizes: labelSteps(labelSize), ...place }, { text, face: 'label', colour });
  };
  return [
    question('first heading', happening, left, upper, ground),
    question('second heading', important, right, upper, ink),
    question('third heading', next, left, lower, ink),
    question('fourth heading', beyond, right, lower, ink),
  ];
}

/** The sheet folded in four, as a sign: an outline with a cross in it, and the quarters in hand filled. */
export function sign(
  place: { readonly left: number; readonly top: number; readonly side: number },
  filled: readonly number[],
  colour: string,
): Area[] {
  const { left, top, side } = place;
  const thick = Math.round(side / 18);
  const half = Math.round((side - thick) / 2);
  const bars = [0, half, side - thick].flatMap((at): Area[] => [
    { left: left + at, top, width: thick, height: side, colour },
    { left, top: top + at, width: side, height: thick, colour },
  ]);
  const quarters = filled.map((quarter): Area => {
    const [column, row] = [quarter % 2, Math.floor(quarter / 2)];
    return { left: left + column * half, top: top + row * half, width: half, height: half, colour };
  });
  return [...bars, ...quarters];
}

/** Two lines; the AI label has one for itself as long as the name leaves the date room beside it. */
function footOf(card: CardSheet, { ink, softInk }: Palette): Row[][] {
  const name = { text: card.publication, face: 'strong', colour: ink } as const;
  const day = { text: card.date, face: 'label', colour: softInk } as const;
  const page = card.page === undefined ? [] : [{ text: card.page, face: 'label', colour: softInk } as const];
  const labels = card.aiLabels.map((text) => ({ text, face: 'label', colour: ink }) as const);
  const shortest = labels.at(-1);
  if (!shortest) return [[[name], [day, ...page]]];
  return [
    ...labels.map((label) => [[name, day, ...page], [label]]),
    [[name], [day, ...page, shortest]],
    [[name], [day, ...page], [shortest]],
  ];
}

/**
 * Ties a short last word to the one before, so that it never stands on a line by itself, and the groups of a number; but not
 * where lines break at the ends of phrases.
 */
function bindWords(title: string): string {
  if (/[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title)) return title;
  const whole = title.replace(/(\d) (?=\d{3}(?!\d))/g, '$1\u00a0');
  const [, before = '', previous = '', last = ''] = /^(.+ )([^ ]+) ([^ ]{1,9})$/.exec(whole) ?? [];
  return last === '' || previous.length + last.length > 18 ? whole : `${before}${previous}\u00a0${last}`;
}
