import { colourNumber } from '../brief/colour.ts';
import { readLetters, type PlacedLetter } from './glyphs.ts';
import type { Box, Size } from './geometry.ts';

/** What satori draws. */
export interface Shapes {
  /** In the order in which they lie on the card. */
  readonly flat: readonly (FlatArea | Letters)[];
  /** Over the flat ones. */
  readonly images: readonly Image[];
}

/** A rectangle on whole pixels. */
export interface FlatArea extends Box {
  readonly kind: 'area';
  /** 0xRRGGBB. */
  readonly colour: number;
}

/** Letters of one colour, filled by the nonzero rule. */
export interface Letters {
  readonly kind: 'letters';
  /** 0xRRGGBB. */
  readonly colour: number;
  readonly letters: readonly PlacedLetter[];
}

/** A picture, as an emoji is. */
export interface Image extends Box {
  /** As satori wrote it. */
  readonly element: string;
}

// Masks are there for what a card does not have: nothing refers to them.
const ignored = /<svg [^>]*>|<\/svg>|<\/?g>|<mask [^>]*>(?:<rect [^>]*>)*<\/mask>/y;
const area = /<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" fill="([^"]+)"\/>/y;
const path = /<path fill="([^"]+)" d="([^"]*)"\/>/y;
const number = '(-?[\\d.]+)';
const image = new RegExp(
  `<image href="[^"]*" x="${number}" y="${number}" width="${number}" height="${number}"/>`,
  'y',
);

/**
 * Reads the SVG that satori writes for a card: areas, letters and pictures. Anything else, as a border or a shadow would be,
 * is an error, so that no part of a design can be left out unseen.
 */
export function readShapes(svg: string): Shapes {
  const flat: (FlatArea | Letters)[] = [];
  const images: Image[] = [];
  let at = 0;
  const read = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(svg) ?? undefined;
    if (match) at = pattern.lastIndex;
    return match;
  };
  while (at < svg.length) {
    if (read(ignored)) continue;
    const text = read(path);
    if (text) {
      const [, colour = '', letters = ''] = text;
      flat.push({ kind: 'letters', colour: colourNumber(colour), letters: readLetters(letters) });
      continue;
    }
    const rectangle = read(area);
    if (rectangle) {
      const [left = 0, top = 0, width = 0, height = 0] = rectangle.slice(1, 5).map(Number);
      flat.push({ kind: 'area', colour: colourNumber(rectangle[5] ?? ''), left, top, width, height });
      continue;
    }
    const picture = read(image);
    if (!picture) throw new Error(`Unexpected part of a card "${svg.slice(at, at + 80)}"`);
    const [left = 0, top = 0, width = 0, height = 0] = picture.slice(1).map(Number);
    images.push({ element: picture[0], left, top, width, height });
  }
  return { flat, images };
}

/** The images alone as a picture of the card's size, transparent beside them. */
export function svgOf(images: readonly Image[], { width, height }: Size): Buffer {
  const elements = images.map(({ element }) => element).join('');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${elements}</svg>`,
  );
}
