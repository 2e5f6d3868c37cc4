import { addLetter, openField, type Field } from './rasterizer.ts';
import type { FlatArea, Letters } from './shapes.ts';
import type { Raster } from './emoji-raster.ts';
import type { Size } from './geometry.ts';

/** An image of few colours: each pixel is a place in its palette. */
export interface Canvas extends Size {
  /** Row by row as PNG has them: a byte for the filter, 0, and one for each pixel. */
  readonly rows: Uint8Array;
  /** Colours as 0xRRGGBB, each once, in the order in which they came. */
  readonly palette: number[];
}

/** As many as a byte tells apart. */
const mostColours = 256;
/** Steps from the ground to the colour of a letter: finer than an eye sees at its edge, and few enough for a palette. */
const shades = 31;

/** Of one thread, which paints one card after another, each of another size: some MB for each would be garbage. */
let pixels = new Uint8Array(0);
let rows = pixels;
let field: Field = openField({ width: 0, height: 0 });

/**
 * Paints areas and letters one over another; the first is the ground. The canvas is the thread's, until it paints the next.
 * The same shapes give the same pixels on every machine: it reckons with what IEEE 754 rounds alike everywhere.
 */
export function paint(size: Size, shapes: readonly (FlatArea | Letters)[]): Canvas {
  const { width, height } = size;
  if (field.width !== width || field.height !== height) {
    const length = (width + 1) * height;
    if (pixels.length < length) pixels = new Uint8Array(length);
    rows = pixels.subarray(0, length);
    // The filter of each row; what the last card had here is covered by the ground of this one.
    for (let at = 0; at < length; at += width + 1) rows[at] = 0;
    field = openField(size, field.sums.buffer);
  }
  const [ground] = shapes;
  if (ground?.kind !== 'area' || ground.width !== width || ground.height !== height)
    throw new Error('a card begins with its ground');
  const palette: number[] = [];
  const mixes = new Map<number, Int16Array>();
  for (const shape of shapes) {
    if (shape.kind === 'area') fillArea(shape, width, placeOf(shape.colour, palette));
    else fillLetters(shape, palette, mixOf(shape.colour, mixes));
  }
  return { width, height, rows, palette };
}

/** An image and where it lies. */
export interface PlacedRaster {
  readonly raster: Raster;
  readonly left: number;
  readonly top: number;
}

/**
 * Lays images on a canvas. As many of their most frequent colours as the palette has room for are exact; the others, which are
 * those of edges, are the nearest.
 */
export function addImages(canvas: Canvas, images: readonly PlacedRaster[]): void {
  const { rows, palette } = canvas;
  const painted = new Map<number, number>();
  for (const image of images) blend(canvas, image, painted);
  const counts = new Map<number, number>();
  for (const colour of painted.values()) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const places = new Map<number, number>();
  for (const [colour] of [...counts].sort((one, other) => other[1] - one[1])) {
    const place = palette.length < mostColours ? placeOf(colour, palette) : nearestTo(colour, palette);
    places.set(colour, place);
  }
  for (const [at, colour] of painted) rows[at] = places.get(colour) ?? 0;
}

/** Notes the colour of each pixel that an image covers, by its place in the rows. */
function blend(
  { width, height, rows, palette }: Canvas,
  { raster, left, top }: PlacedRaster,
  painted: Map<number, number>,
): void {
  const { pixels } = raster;
  for (let y = Math.max(0, -top); y < Math.min(raster.height, height - top); y += 1) {
    for (let x = Math.max(0, -left); x < Math.min(raster.width, width - left); x += 1) {
      const from = (y * raster.width + x) * 4;
      const opacity = pixels[from + 3] ?? 0;
      if (opacity === 0) continue;
      const at = (top + y) * (width + 1) + 1 + left + x;
      painted.set(at, blended(painted.get(at) ?? palette[rows[at] ?? 0] ?? 0, pixels, from, opacity));
    }
  }
}

function blended(under: number, pixels: Uint8Array, from: number, opacity: number): number {
  let colour = 0;
  for (let channel = 0; channel < 3; channel += 1) {
    const below = (under >> (16 - 8 * channel)) & 0xff;
    const over = pixels[from + channel] ?? 0;
    colour = (colour << 8) | Math.round((below * (255 - opacity) + over * opacity) / 255);
  }
  return colour;
}

/** Rows of RGB, which are the caller's. */
export function coloursOf({ width, height, rows, palette }: Canvas): Buffer {
  const pixels = Buffer.alloc(width * height * 3);
  let to = 0;
  for (let at = 0; at < rows.length; at += 1) {
    if (at % (width + 1) === 0) continue;
    pixels.writeUIntBE(palette[rows[at] ?? 0] ?? 0, to, 3);
    to += 3;
  }
  return pixels;
}

function fillArea({ left, top, width, height }: FlatArea, across: number, place: number): void {
  for (let y = top; y < top + height; y += 1) {
    const start = y * (across + 1) + 1 + left;
    rows.fill(place, start, start + width);
  }
}

function fillLetters({ colour, letters }: Letters, palette: number[], mix: Int16Array): void {
  const { sums, stride, width, height, starts, ends } = field;
  for (const letter of letters) addLetter(letter, field);
  const placeFor = (under: number, shade: number): number => {
    const mixture = mixed(palette[under] ?? 0, colour, shade);
    const place = palette.length < mostColours ? placeOf(mixture, palette) : nearestTo(mixture, palette);
    mix[under * (shades + 1) + shade] = place;
    return place;
  };
  for (let y = 0; y < height; y += 1) {
    const [start, end] = [starts[y] ?? 0, ends[y] ?? 0];
    if (end <= start) continue;
    const from = y * stride;
    fillRow(rows, y * (width + 1) + 1 + start, sums, from + start, from + end, mix, placeFor);
    sums.fill(0, from + end, from + stride);
  }
  starts.fill(width);
  ends.fill(0);
}

/** Of its own, because V8 makes functions fast that are called often. */
function fillRow(
  pixels: Uint8Array,
  start: number,
  sums: Float32Array,
  from: number,
  end: number,
  mix: Int16Array,
  placeFor: (under: number, shade: number) => number,
): void {
  const offset = start - from;
  let sum = 0;
  let at = from;
  while (at < end) {
    sum += sums[at] ?? 0;
    sums[at] = 0;
    const shade = shadeOf(sum);
    // Up to the next edge the shade is the same: within a stroke, and between letters, where nothing is to be done.
    let to = at + 1;
    while (to < end && sums[to] === 0) to += 1;
    if (shade > 0)
      for (let pixel = at + offset; pixel < to + offset; pixel += 1) {
        const under = pixels[pixel] ?? 0;
        const place = mix[under * (shades + 1) + shade] ?? -1;
        pixels[pixel] = place < 0 ? placeFor(under, shade) : place;
      }
    at = to;
  }
}

/** Of 31. Contours that overlap cover a pixel more than once, and those of the other direction have the other sign. */
function shadeOf(sum: number): number {
  const covered = sum < 0 ? -sum : sum;
  return covered >= 1 ? shades : Math.floor(covered * shades + 0.5);
}

/** For each place in the palette and each shade the place of their mixture, or -1 where it has not been met. */
function mixOf(colour: number, mixes: Map<number, Int16Array>): Int16Array {
  const known = mixes.get(colour);
  if (known) return known;
  const mix = new Int16Array(mostColours * (shades + 1)).fill(-1);
  mixes.set(colour, mix);
  return mix;
}

function mixed(under: number, over: number, shade: number): number {
  let colour = 0;
  for (const shift of [16, 8, 0]) {
    const [from, to] = [(under >> shift) & 0xff, (over >> shift) & 0xff];
    colour |= Math.round(from + ((to - from) * shade) / shades) << shift;
  }
  return colour;
}

/** For pixels where letters of several colours meet; the difference is too small to see. */
function nearestTo(colour: number, palette: readonly number[]): number {
  let nearest = 0;
  let least = Infinity;
  for (let place = 0; place < palette.length; place += 1) {
    const distance = distanceOf(colour, palette[place] ?? 0);
    if (distance >= least) continue;
    least = distance;
    nearest = place;
  }
  return nearest;
}

function distanceOf(one: number, other: number): number {
  const red = Math.abs((one >> 16) - (other >> 16));
  const green = Math.abs(((one >> 8) & 0xff) - ((other >> 8) & 0xff));
  return red + green + Math.abs((one & 0xff) - (other & 0xff));
}

function placeOf(colour: number, palette: number[]): number {
  const known = palette.indexOf(colour);
  if (known >= 0) return known;
  if (palette.length === mostColours) throw new Error(`a card has no more than ${mostColours} colours`);
  return palette.push(colour) - 1;
}
