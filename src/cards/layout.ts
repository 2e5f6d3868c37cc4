import { contrast, minContrast } from '../brief/colour.ts';
import type { Face } from './text/font-families.ts';
import type { Chart, ChartShape } from '../brief/blocks.ts';
import type { Size, Box } from './geometry.ts';

/** A flat area of the ground; later ones lie over earlier ones. */
export interface Area extends Box {
  readonly colour: string;
}

/** Words of one face and colour. */
export interface Run {
  readonly text: string;
  readonly face: Face;
  readonly colour: string;
  /** How many times the slot's size its row has, as a value above its label; said by the first run, 1 if not. */
  readonly scale?: number;
  /** Whether its row belongs to the next, as a heading, which stands close below it. */
  readonly isWithNext?: true;
}

/** Runs that stand on one line beside each other; a single run may take several lines. Or a row with a form of its own. */
export type Row = readonly Run[] | FormedRow;

export type FormedRow = IndentedRow | CellsRow | ChartRow;

/** A text that stands in from the edge, as an item behind its sign or a quotation behind its bar; lengths in ems. */
export interface IndentedRow {
  readonly form: 'indented';
  readonly run: Run;
  readonly indent: number;
  /** Of the whole from the edge, as of a list in a list. */
  readonly inset?: number;
  /** Before the first line, at the edge. */
  readonly marker?: Run;
  /** Colour of a bar along the edge. */
  readonly bar?: string;
}

/** Texts in columns beside each other, whose widths are parts of the whole; the rule below has its own colour. */
export interface CellsRow {
  readonly form: 'cells';
  readonly cells: readonly Run[];
  readonly columns: readonly number[];
  readonly rule: string;
}

/** A drawn chart. */
export interface ChartRow {
  readonly form: 'chart';
  readonly chart: Pick<Chart, 'height' | 'shapes'>;
  readonly colours: {
    readonly bar: string;
    readonly rule: string;
    readonly name: string;
    readonly value: string;
  };
}

/** Every text of a row, in its order; behind those of a chart what ends a name that is cut. */
export function runsOf(row: Row): readonly Run[] {
  if (!('form' in row)) return row;
  switch (row.form) {
    case 'indented':
      return row.marker ? [row.run, row.marker] : [row.run];
    case 'cells':
      return row.cells;
    case 'chart':
      return [...row.chart.shapes.flatMap((part): Run[] => (part.shape === 'text' ? [labelOf(part, row)] : [])), { text: '…', face: 'label', colour: row.colours.name }]; // prettier-ignore
  }
}

/** A place on the card, and the text that has to fit into it whole. */
export interface Slot extends Box {
  /** As errors name it. */
  readonly name: string;
  /** The rows of the slot, the fullest wording first; the first that fits is taken. */
  readonly wordings: readonly (readonly Row[])[];
  /** Font sizes in pixels, largest first. */
  readonly sizes: readonly number[];
  /** The edge of the slot that the text stands at. */
  readonly edge: 'top' | 'bottom';
  /** Tried in turn where none of the wordings fits at any size: less text, or smaller. */
  readonly fallbacks?: readonly Pick<Slot, 'wordings' | 'sizes'>[];
  /** Whether lines are filled as they come, as in a text for reading; else they are balanced, as in a headline. */
  readonly isRunning?: boolean;
  /** Space between rows, in ems. */
  readonly rowGap?: number;
  /** Pixels between the ink and the sides of the card, where more than its margin is to stay free. */
  readonly sideMargin?: number;
  /** Largest size at which a word that is wider than the slot at every size is broken; without it, it never is. */
  readonly breakWordsAt?: number;
  /** Size below which a broken word reads better than a smaller whole one; 0 if not said. */
  readonly wholeWordsTo?: number;
}

function labelOf(
  { text, role }: Extract<ChartShape, { readonly shape: 'text' }>,
  { colours }: ChartRow,
): Run {
  return role === 'value'
    ? { text, face: 'strong', colour: colours.value }
    : { text, face: 'label', colour: colours.name };
}

/** Where everything on a card is, in the reading direction from left to right or mirrored. */
export interface Layout {
  readonly size: Size;
  readonly ground: readonly Area[];
  readonly slots: readonly Slot[];
  /** Where the image stands, cropped to fill it; no text stands on it, so every text keeps its contrast. */
  readonly image?: Box;
  /** Where the publication's logo stands, with the colour of its parts that have that of text. */
  readonly logo?: Area;
}

/** Space between the runs of a row, in ems. */
export const runGap = 0.6;
/** Networks crop and round the edges: no text comes nearer to them than this. */
export const margin = 48;
/** Smallest text: 24 of 1200 pixels is 7 on the 350 that a phone shows. */
const smallestSize = 24;

/** The card as it stands in a language written from right to left. */
export function mirror({ size, ground, slots, image, logo }: Layout): Layout {
  const flip = <Each extends Box>(box: Each): Each => ({ ...box, left: size.width - box.left - box.width });
  return {
    size,
    ground: ground.map(flip),
    slots: slots.map(flip),
    ...(image && { image: flip(image) }),
    ...(logo && { logo: flip(logo) }),
  };
}

/** Throws for a layout with text too near the edge, too small, too faint on what lies behind it, or on an image or the logo. */
export function proveLayout({ size, ground, slots, image, logo }: Layout): void {
  for (const slot of slots) {
    if (isNearEdge(slot, size)) {
      throw new Error(`${slot.name}: Unexpected place nearer than ${margin} px to the edge`);
    }
    const choices = [slot, ...(slot.fallbacks ?? [])];
    if (Math.min(...choices.flatMap(({ sizes }) => sizes)) < smallestSize) {
      throw new Error(`${slot.name}: Unexpected size below ${smallestSize} px`);
    }
    const behind = ground.findLast((area) => holds(area, slot))?.colour ?? '';
    for (const { colour } of choices.flatMap(({ wordings }) => wordings.flat().flatMap(runsOf))) {
      const ratio = contrast(colour, behind);
      if (ratio < minContrast) {
        throw new Error(
          `${slot.name}: Unexpected contrast ${ratio.toFixed(2)} of ${colour} on ${behind}, expected ${minContrast} or more`,
        );
      }
    }
    if (image && overlaps(image, slot)) throw new Error(`${slot.name}: Unexpected place on the image`);
    if (logo && overlaps(logo, slot)) throw new Error(`${slot.name}: Unexpected place on the logo`);
  }
}

function isNearEdge({ left, top, width, height }: Box, size: Size): boolean {
  return Math.min(left, top, size.width - left - width, size.height - top - height) < margin;
}

function overlaps(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}

function holds(area: Area, box: Box): boolean {
  return (
    area.left <= box.left &&
    area.top <= box.top &&
    box.left + box.width <= area.left + area.width &&
    box.top + box.height <= area.top + area.height
  );
}
