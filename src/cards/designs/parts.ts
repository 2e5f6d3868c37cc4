import { rightToLeft } from '../../brief/right-to-left.ts';
import type { Palette } from '../colours.ts';
import type { Area, Layout, Row, Run, Slot } from '../layout.ts';
import { graphemesOf, widthInLetters } from '../text/characters.ts';
import type { CardSpec, Expectation, Figure, ImageSpec } from '../card-spec.ts';
import type { Box } from '../geometry.ts';

export type Column = Pick<Box, 'left' | 'width'>;

/** Thickness of a line in pixels: the least that a phone still shows as a line. */
export const line = 2;

/** Steps of about 8 %, from a headline of one word to one of 200 characters. */
export const titleSizes = [
  132, 120, 110, 101, 93, 86, 79, 73, 67, 62, 57, 53, 49, 45, 42, 39, 36, 33, 31, 29, 27, 25, 24,
];
const figureSizes = [
  248, 226, 208, 192, 176, 162, 149, 137, 126, 116, 107, 98, 90, 83, 76, 70, 64, 59, 54, 49, 45, 41, 38, 35, 32, 29, 27, 25, 24,
]; // prettier-ignore

/** Sizes of a list from the largest that is wanted down to the smallest that is allowed. */
export function stepsOf(sizes: readonly number[], largest: number, smallest = 24): number[] {
  return sizes.filter((size) => smallest <= size && size <= largest);
}

/** The topic above the title, in the accent. */
export function topicSlot(card: CardSpec, { accent }: Palette, place: Box, labelSize: number): Slot {
  return paragraph(
    { name: 'topic', ...place, sizes: labelSteps(labelSize), edge: 'top', breakWordsAt: 24 },
    { text: card.topic, face: 'strong', colour: accent },
  );
}

export function titleSlot(card: CardSpec, { ink }: Palette, place: Box, largest: number): Slot {
  return paragraph(
    { name: 'title', ...place, sizes: stepsOf(titleSizes, largest), edge: 'top', breakWordsAt: 62, wholeWordsTo: 42 },
    { text: bindWords(card.title), face: 'display', colour: ink },
  ); // prettier-ignore
}

/** Who says it, when, and how it was written: in as few rows as there is room for. */
export function footSlot(card: CardSpec, palette: Palette, place: Box, labelSize: number): Slot {
  return {
    name: 'foot',
    ...place,
    sizes: labelSteps(labelSize),
    edge: 'bottom',
    wordings: footOf(card, palette),
  };
}

/** The same in a narrow column, each in a row of its own. */
export function narrowFootSlot(card: CardSpec, palette: Palette, place: Box, labelSize: number): Slot {
  const { ink, softInk } = palette;
  const rows = (labels: readonly string[]): Row[] => [
    [{ text: card.publication, face: 'strong', colour: ink }],
    ...(card.date === '' ? [] : [[{ text: card.date, face: 'label', colour: softInk } as const]]),
    ...labels.map((text): Row => [{ text, face: 'label', colour: ink }]),
  ];
  return {
    name: 'foot',
    ...place,
    sizes: labelSteps(labelSize),
    edge: 'bottom',
    rowGap: 0.15,
    breakWordsAt: 24,
    wordings: card.aiLabels.length > 0 ? card.aiLabels.map((label) => rows([label])) : [rows([])],
  };
}

/** The day is what such a card has to show, as others a figure. */
const dateScale = 1.35;

/** What a reader may expect next: the heading of the third section, the day if there is one, and as much of the text as fits. */
export function teaserSlot(
  { heading, date, sentences }: Expectation,
  colour: string,
  place: Box,
  sizes: { readonly largest: number; readonly smallest: number },
): Slot {
  const wordingOf = (text: string): Row[] => [
    ...(heading === undefined ? [] : [[{ text: heading, face: 'strong', colour } as const]]),
    ...(date === undefined ? [] : [[{ text: date, face: 'display', colour, scale: dateScale } as const]]),
    [{ text, face: 'text', colour }],
  ];
  const whole = sentences.map((_, at) => sentences.slice(0, sentences.length - at).join('').trim()); // prettier-ignore
  const [fullest = '', ...shorter] = whole;
  return {
    name: 'what is next',
    ...place,
    edge: 'bottom',
    rowGap: 0.3,
    isRunning: true,
    breakWordsAt: sizes.smallest,
    wordings: [wordingOf(fullest)],
    sizes: stepsOf(titleSizes, sizes.largest, sizes.smallest),
    fallbacks: [
      { wordings: [...shorter, ...beginningsOf(whole.at(-1) ?? '')].map(wordingOf), sizes: [sizes.smallest] },
    ],
  };
}

/** Letters of a text that a card may begin with; the first is more than any has room for. */
const beginnings = [600, 500, 420, 350, 290, 240, 200, 160, 130, 100, 80, 60, 40, 25, 15, 8];

/** The beginnings of a text, longest first, each to the end of a word where there is one. */
export function beginningsOf(text: string): string[] {
  const graphemes = graphemesOf(text.slice(0, 4000));
  return beginnings
    .filter((length) => length < graphemes.length)
    .map((length) => {
      const beginning = graphemes.slice(0, length + 1).join('');
      const words = beginning.replace(/[\p{P}\s]*\s\S*$/u, '');
      return `${words === '' ? graphemes.slice(0, length).join('') : words}…`;
    });
}

/** An address reads from the left in every language: U+200E keeps its last stroke at its end. */
export function leftToRight(address: string): string {
  return `\u200e${address}\u200e`;
}

/** A number with its sign and unit reads from the left, unless letters or digits of a script from the right are in it. */
export function numeral(value: string): string {
  return /\d/.test(value) && !rightToLeft.test(value) ? leftToRight(value) : value;
}

/** A number and its unit, which no line parts as long as another size has room for both. */
export function onOneLine(value: string): string {
  return value
    .replace(/ /g, '\u00a0')
    .replace(
      /(?<=\S)(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/gu,
      '\u2060',
    );
}

/** Who made the image: a licence may depend on it, so it stands there whole or the card is not made. */
export function creditOf(
  { image: { credit } }: ImageSpec,
  { softInk }: Palette,
  place: Box,
  labelSize: number,
): Slot[] {
  if (credit === undefined) return [];
  const slot = {
    name: 'credit',
    ...place,
    sizes: labelSteps(labelSize),
    edge: 'bottom',
    breakWordsAt: 24,
  } as const;
  return [paragraph(slot, { text: credit, face: 'label', colour: softInk })];
}

/** Label sizes from the given one down in steps of 1 to 2 pixels. */
export function labelSteps(largest: number): number[] {
  return stepsOf([40, 38, 36, 34, 32, 30, 28, 26, 25, 24], largest);
}

/** One text in one face, which may take several lines. */
export function paragraph(slot: Omit<Slot, 'wordings'>, { text, face, colour }: Run): Slot {
  return { ...slot, wordings: [[[{ text, face, colour }]]] };
}

/** The value on its line and what it means below it. */
export function figureSlots(
  { value, label }: Figure,
  { value: valueColour, label: labelColour }: { readonly value: string; readonly label: string },
  place: Column & {
    readonly top: number;
    /** Where the value ends and the label begins. */
    readonly middle: number;
    readonly end: number;
    readonly largest: number;
    readonly labelSize: number;
  },
  name = 'figure',
): Slot[] {
  const { left, width, top, middle, end } = place;
  return [
    paragraph(
      { name, sizes: stepsOf(figureSizes, place.largest), left, width, top, height: middle - top, edge: 'bottom' },
      { text: numeral(value.replace(/ /g, '\u00a0')), face: 'display', colour: valueColour },
    ),
    paragraph(
      { name: `label of the ${name}`, sizes: labelSteps(place.labelSize), left, width, top: middle + 8, height: end - middle - 8, edge: 'top', breakWordsAt: 24 },
      { text: label, face: 'label', colour: labelColour },
    ),
  ]; // prettier-ignore
}

/** Whose a card is, and how high that stands. */
export interface Sign extends Pick<Layout, 'logo'> {
  /** Areas of the icon; none with a logo. */
  readonly icon: readonly Area[];
  readonly width: number;
  readonly height: number;
}

/** The publication's logo as large as there is room for, or the icon of the four sections with its first quarter filled. */
export function signOf(
  { logo }: Pick<CardSpec, 'logo'>,
  { ink, accent }: Palette,
  {
    left,
    top,
    width,
    side,
  }: { readonly left: number; readonly top: number; readonly width: number; readonly side: number },
): Sign {
  if (!logo) return { icon: sectionIcon({ left, top, side }, [0], accent), width: side, height: side };
  const across = Math.round(Math.min(width, side * logo.ratio));
  const size = { width: across, height: Math.round(across / logo.ratio) };
  return { icon: [], logo: { left, top, ...size, colour: ink }, ...size };
}

/** The icon of the four sections: a square with a cross in it, and the given quarters filled. */
export function sectionIcon(
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
function footOf(card: CardSpec, { ink, softInk }: Palette): Row[][] {
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

/** Letters of two words that are tied at any rate. */
const shortPair = 12;

/**
 * Ties a short last word to the one before, so that it does not stand on a line by itself, and the groups of a number; but not
 * where lines break at the ends of phrases, nor words that together are longer than
 * any other, which would make the title smaller, or than all before them, which would stand alone.
 */
function bindWords(title: string): string {
  if (/[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title)) return title;
  const whole = title.replace(/(\d) (?=\d{3}(?!\d))/g, '$1\u00a0');
  const [, before = '', previous = '', last = ''] = /^(.+ )([^ ]+) ([^ ]{1,9})$/.exec(whole) ?? [];
  const longest = Math.max(...before.split(' ').map(({ length }) => length));
  const most = /\d$/.test(previous) ? 18 : Math.min(before.length, Math.max(shortPair, longest));
  return last === '' || previous.length + last.length + 1 > most
    ? whole
    : `${before}${previous}\u00a0${last}`;
}

/** How many lines of so many letters a text takes, before it is measured. */
export function linesIn(text: string, letters: number): number {
  let [lines, used] = [text === '' ? 0 : 1, 0];
  for (const part of text.match(/[^\s-]+-?\s*/g) ?? []) {
    const length = widthInLetters(part.trimEnd());
    if (used > 0 && used + length > letters) [lines, used] = [lines + 1, 0];
    const more = Math.max(0, Math.ceil(length / letters) - 1);
    lines += more;
    used += widthInLetters(part) - more * letters;
  }
  return lines;
}
