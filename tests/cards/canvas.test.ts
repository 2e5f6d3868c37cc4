import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { addImages, coloursOf, paint } from '../../src/cards/canvas.ts';
import { steps } from '../../src/cards/glyphs.ts';
import type { FlatArea, Letters } from '../../src/cards/shapes.ts';

const size = { width: 60, height: 40 };
const ground: FlatArea = { kind: 'area', colour: 0xffffff, left: 0, top: 0, ...size };

const stepOf: Readonly<Record<string, number>> = { M: steps.move, L: steps.line, Q: steps.quadratic, C: steps.cubic, Z: steps.close }; // prettier-ignore

/** A path of SVG as letters in half the size; fonts measure upward. */
function lettersOf(path: string, colour = 0): Letters {
  const outline = Float32Array.from(
    Array.from(path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)).flatMap(([, type = '', words = '']) => [
      stepOf[type] ?? NaN,
      ...(words.match(/-?[\d.]+/g) ?? []).map((number, at) => Number(number) * (at % 2 === 0 ? 2 : -2)),
    ]),
  );
  // A second time where no one sees it.
  return {
    kind: 'letters',
    colour,
    letters: [
      { outline, x: 0, y: 0, scale: 0.5 },
      { outline, x: 0, y: 4000, scale: 0.5 },
    ],
  };
}

/** Ink of each pixel, 0 to 1, of a black outline on white. */
function inkOf(path: string): number[] {
  const pixels = coloursOf(paint(size, [ground, lettersOf(path)]));
  return Array.from({ length: size.width * size.height }, (_, at) => 1 - (pixels[at * 3] ?? 0) / 255);
}

/** The same by librsvg, from an image 16 times as wide and high. */
async function trueInkOf(path: string): Promise<number[]> {
  const { width, height } = size;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 16}" height="${height * 16}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`;
  const pixels = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer();
  return Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [(at % width) * 16, Math.floor(at / width) * 16];
    let sum = 0;
    for (let down = 0; down < 16; down += 1)
      for (let over = 0; over < 16; over += 1) sum += pixels[(y + down) * width * 16 + x + over] ?? 0;
    return 1 - sum / 256 / 255;
  });
}

const worstOf = (one: readonly number[], other: readonly number[]): number =>
  Math.max(...one.map((ink, at) => Math.abs(ink - (other[at] ?? 0))));

/** Half a shade, two chords that lie apart from their curves in one pixel, and what the larger image itself rounds. */
const allowed = 0.5 / 31 + 2 * 0.032 + 0.012;

/** In tenths of pixels. */
const place = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 10, max: max * 10 }).map((tenths) => tenths / 10);
const pointIn = (...sides: readonly [left: number, right: number]): fc.Arbitrary<string> =>
  fc.tuple(place(...sides), place(-15, 55)).map(([x, y]) => `${x} ${y}`);
/** Where letters may lie: a line that leaves at a side is drawn to the edge, not exactly. */
const point = pointIn(0, 60);
const pointOutside = pointIn(-15, 75);

describe('a shape on the canvas', () => {
  test.each([
    ['a square on pixels', 'M10 10L20 10L20 20L10 20Z'],
    ['a square between pixels', 'M10.5 10.3L20.7 10.3L20.7 20.9L10.5 20.9Z'],
    ['a hair', 'M3 3L57 36L57 36.2L3 3.2Z'],
    ['a square with a hole', 'M10 10L30 10L30 30L10 30ZM15 15L15 25L25 25L25 15Z'],
    ['the same the other way round', 'M10 10L10 30L30 30L30 10ZM15 15L25 15L25 25L15 25Z'],
    ['two squares of one direction one over the other', 'M10 10L20 10L20 20L10 20ZM12 12L30 12L30 18L12 18Z'],
    ['quadratic curves', 'M10 20Q10 5 30 5Q50 5 50 20Q50 35 30 35Q10 35 10 20Z'],
    ['cubic curves', 'M10 20C10 0 50 0 50 20C50 40 10 40 10 20Z'],
    ['contours that are left open', 'M10 10L30 12L20 30M40 10L50 10L50 20'],
    ['more than the canvas on all sides', 'M-50 -50L200 -50L200 200L-50 200Z'],
  ])('covers what librsvg would cover: %s', async (_, path) => {
    expect(worstOf(inkOf(path), await trueInkOf(path))).toBeLessThan(allowed);
  });

  test('covers what librsvg would cover, wherever a triangle or a curve lies', async () => {
    const shapes = fc.oneof(
      fc.tuple(point, point, point).map(([a, b, c]) => `M${a}L${b}L${c}Z`),
      fc.tuple(point, point, point).map(([a, b, c]) => `M${a}Q${b} ${c}Z`),
    );
    await fc.assert(
      fc.asyncProperty(shapes, async (path) => {
        expect(worstOf(inkOf(path), await trueInkOf(path))).toBeLessThan(allowed);
      }),
      { numRuns: 60 },
    );
  });

  test('leaves nothing behind that the next would show', () => {
    const path = 'M10.5 10.3L20.7 12.3L18.7 20.9Z';
    const alone = inkOf(path);
    fc.assert(
      fc.property(fc.array(pointOutside, { minLength: 2, maxLength: 12 }), (points) => {
        inkOf(`M${points.join('L')}Z`);
        expect(inkOf(path)).toEqual(alone);
      }),
      { numRuns: 200 },
    );
  });

  test('is the same after a card of another size', () => {
    const path = 'M10.5 10.3L20.7 12.3L18.7 20.9Z';
    const alone = inkOf(path);
    const other = { width: 40, height: 60 };
    paint(other, [{ ...ground, ...other }, lettersOf('M0 0L39 50L3 59Z')]);
    expect(inkOf(path)).toEqual(alone);
  });

  test('is mixed with whatever lies below it, in 31 shades', () => {
    const half: FlatArea = { kind: 'area', colour: 0xff0000, left: 30, top: 0, width: 30, height: 40 };
    const { palette, rows } = paint(size, [ground, half, lettersOf('M0 10L60 10L60 20.5L0 20.5Z')]);
    const colourAt = (x: number, y: number): number => palette[rows[y * 61 + 1 + x] ?? 0] ?? 0;
    expect([colourAt(5, 5), colourAt(5, 15), colourAt(35, 5), colourAt(35, 15)]).toEqual([
      0xffffff, 0, 0xff0000, 0,
    ]);
    // 16 of 31 are what comes nearest to half a pixel.
    expect([colourAt(5, 20), colourAt(35, 20)]).toEqual([0x7b7b7b, 0x7b0000]);
  });

  test('starts each row with the byte by which PNG knows that it is not filtered', () => {
    const { rows } = paint(size, [{ ...ground, colour: 1 }, { ...ground, colour: 2 }, lettersOf('M-9 -9L90 -9L90 90L-9 90Z', 3)]); // prettier-ignore
    expect(rows.length).toBe(61 * 40);
    expect(rows.every((place, at) => (at % 61 === 0 ? place === 0 : place === 2))).toBe(true);
  });
});

test('a card begins with its ground', () => {
  expect(() => paint(size, [lettersOf('M0 0L1 1L0 1Z')])).toThrow('a card begins with its ground');
  expect(() => paint(size, [{ ...ground, width: 59 }])).toThrow('a card begins with its ground');
});

const stripes = (count: number): FlatArea[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'area',
    colour: at * 4,
    left: at % 60,
    top: 0,
    width: 1,
    height: 40,
  }));

test('more flat colours than a palette has are an error', () => {
  expect(() => paint(size, [ground, ...stripes(255)])).not.toThrow();
  expect(() => paint(size, [ground, ...stripes(256)])).toThrow('no more than 256 colours');
});

test('more mixtures than a palette has are drawn in the colours that come nearest', () => {
  const letters = Array.from({ length: 8 }, (_, at) => lettersOf(`M0 ${at * 4}.3L60 ${at * 4}.3L60 ${at * 4 + 1}L0 ${at * 4 + 1}Z`, at << 20)); // prettier-ignore
  const { palette, rows } = paint(size, [ground, ...stripes(60), ...letters]);
  expect(palette).toHaveLength(256);
  // On the last stripe, blue 236, lies red 112 with 22 of 31 shades.
  const distance = (colour: number): number =>
    Math.abs((colour >> 16) - 79) + ((colour >> 8) & 0xff) + Math.abs((colour & 0xff) - 68);
  const drawn = palette[rows[28 * 61 + 60] ?? 0] ?? 0;
  expect(distance(drawn)).toBe(Math.min(...palette.map(distance)));
  expect(drawn).not.toBe(236);
});

describe('an image on the canvas', () => {
  /** Half of it see-through red, a pixel of it green. */
  const raster = {
    width: 2,
    height: 2,
    pixels: Buffer.from([255, 0, 0, 128, 255, 0, 0, 128, 0, 255, 0, 255, 0, 0, 255, 0]),
  };

  test('is mixed with what lies below it, and what is see-through is left', () => {
    const canvas = paint(size, [ground]);
    addImages(canvas, [{ raster, left: 3, top: 5 }]);
    const at = (x: number, y: number): number => canvas.palette[canvas.rows[y * 61 + 1 + x] ?? 0] ?? 0;
    expect([at(3, 5), at(4, 5), at(3, 6), at(4, 6)]).toEqual([0xff7f7f, 0xff7f7f, 0x00ff00, 0xffffff]);
  });

  test('that does not lie on the card whole is cut', () => {
    const canvas = paint(size, [ground]);
    addImages(canvas, [{ raster, left: 59, top: -1 }, { raster, left: -1, top: 39 }]); // prettier-ignore
    expect(canvas.rows.filter((place) => place !== 0)).toHaveLength(2);
  });

  test('keeps its most frequent colours where the palette is nearly full', () => {
    const canvas = paint(size, [ground, ...stripes(254)]);
    addImages(canvas, [{ raster, left: 3, top: 5 }]);
    expect(canvas.palette).toHaveLength(256);
    expect(canvas.palette.at(-1)).not.toBe(0x00ff00);
  });
});
