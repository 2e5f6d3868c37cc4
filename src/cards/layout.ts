import { cardSize } from './card.ts';
import { channelsOf, contrast } from './colours.ts';
import type { Face } from './fonts.ts';

/** Pixels from the card's top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A flat area of the ground; later ones lie over earlier ones. */
export interface Area extends Box {
  readonly colour: string;
}

/** Words of one face and colour. */
export interface Run {
  readonly text: string;
  readonly face: Face;
  readonly colour: string;
}

/** Runs that stand on one line beside each other; a single run may take several lines. */
export type Row = readonly Run[];

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
  /** Largest size at which a word that is wider than the slot at every size is broken; without it, it never is. */
  readonly breakWordsAt?: number;
}

/** Where everything on a card is, in the reading direction from left to right or mirrored. */
export interface Layout {
  readonly ground: readonly Area[];
  readonly slots: readonly Slot[];
}

/** Networks crop and round the edges: no text comes nearer to them than this. */
export const margin = 48;
/** Smallest text: 24 of 1200 pixels is 7 on the 350 that a phone shows. */
export const smallestSize = 24;
/** WCAG 2.2, 1.4.3. */
const leastContrast = 4.5;

/** The card as it stands in a language written from right to left. */
export function mirror({ ground, slots }: Layout): Layout {
  const flip = <Each extends Box>(box: Each): Each => ({
    ...box,
    left: cardSize.width - box.left - box.width,
  });
  return { ground: ground.map(flip), slots: slots.map(flip) };
}

/** Refuses a layout with text too near the edge, too small, or too faint on what lies behind it. */
export function proveLayout({ ground, slots }: Layout): void {
  for (const slot of slots) {
    const right = cardSize.width - slot.left - slot.width;
    const bottom = cardSize.height - slot.top - slot.height;
    if (Math.min(slot.left, slot.top, right, bottom) < margin) {
      throw new Error(`${slot.name}: Unexpected place nearer than ${margin} px to the edge`);
    }
    if (Math.min(...slot.sizes) < smallestSize) {
      throw new Error(`${slot.name}: Unexpected size below ${smallestSize} px`);
    }
    const behind = ground.findLast((area) => holds(area, slot))?.colour ?? '';
    for (const { colour } of slot.wordings.flat(2)) {
      const ratio = contrast(colour, behind);
      if (ratio < leastContrast) {
        throw new Error(
          `${slot.name}: Unexpected contrast ${ratio.toFixed(2)} of ${colour} on ${behind}, expected ${leastContrast} or more`,
        );
      }
    }
  }
}

/**
 * The first pixel within `margin` of the edge that is not the ground's, as `[x, y]`: ink that hangs out of its box, which no
 * measurement of boxes can see. `pixels` are rows of RGBA.
 */
export function findInkAtEdge(pixels: Uint8Array, ground: readonly Area[]): [number, number] | undefined {
  const { width, height } = cardSize;
  for (let y = 0; y < height; y += 1) {
    const whole = y < margin || y >= height - margin;
    const spans = whole ? [[0, width]] : [[0, margin], [width - margin, width]]; // prettier-ignore
    for (const [from = 0, to = 0] of spans) {
      const x = findInk(pixels, ground, y, from, to);
      if (x !== undefined) return [x, y];
    }
  }
  return undefined;
}

function findInk(
  pixels: Uint8Array,
  ground: readonly Area[],
  y: number,
  from: number,
  to: number,
): number | undefined {
  const here = ground.filter((area) => area.top <= y && y < area.top + area.height);
  const seams = here.flatMap((area) => [area.left, area.left + area.width]).filter((x) => from < x && x < to);
  const stops = [...new Set([from, ...seams, to])].sort((one, other) => one - other);
  for (const [index, start] of stops.slice(0, -1).entries()) {
    const area = here.findLast(({ left, width }) => left <= start && start < left + width);
    const [red, green, blue] = channelsOf(area?.colour ?? '');
    for (let x = start; x < (stops[index + 1] ?? start); x += 1) {
      const at = (y * cardSize.width + x) * 4;
      if (pixels[at] !== red || pixels[at + 1] !== green || pixels[at + 2] !== blue) return x;
    }
  }
  return undefined;
}

function holds(area: Area, box: Box): boolean {
  return (
    area.left <= box.left &&
    area.top <= box.top &&
    box.left + box.width <= area.left + area.width &&
    box.top + box.height <= area.top + area.height
  );
}
