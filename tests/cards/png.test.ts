import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { encodePng } from '../../src/cards/png.ts';

/** Opaque pixels in rows of RGBA, of as many colours as may be: few go into a palette, more than 256 do not. */
const pictures = fc
  .record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 40 }),
    colours: fc.oneof(
      fc.array(colour(), { minLength: 1, maxLength: 12 }),
      fc.array(colour(), { minLength: 250, maxLength: 300, size: 'max' }),
    ),
    step: fc.integer({ min: 1, max: 7 }),
  })
  .map(({ width, height, colours, step }) => ({
    size: { width, height },
    colours: Array.from(
      { length: width * height },
      (_, at): Colour => colours[(at * step) % colours.length] ?? [0, 0, 0],
    ),
  }));

describe('a picture as a PNG', () => {
  test('is read back pixel for pixel by libvips, as opaque sRGB of 8 bits', async () => {
    await fc.assert(
      fc.asyncProperty(pictures, async ({ size, colours }) => {
        const { data, info } = await sharp(encodePng(opaque(colours), size, '<x/>'))
          .raw()
          .toBuffer({ resolveWithObject: true });
        expect({ width: info.width, height: info.height, channels: info.channels }).toEqual({
          ...size,
          channels: 3,
        });
        expect(data).toEqual(Buffer.from(colours.flat()));
      }),
      { numRuns: 80 },
    );
  });

  test.each([
    ['a palette for 256 colours', 256, 3],
    ['true colour for more', 257, 2],
  ])('has %s', async (_, count, colourType) => {
    const colours = Array.from({ length: count }, (_, at): Colour => [at & 0xff, at >> 8, 40]);
    const png = encodePng(opaque(colours), { width: count, height: 1 }, '');
    expect(png[25]).toBe(colourType);
    expect(await sharp(png).raw().toBuffer()).toEqual(Buffer.from(colours.flat()));
  });

  test('holds its XMP in any script', async () => {
    const xmp = '<x>שלום 你好 😀</x>';
    const {
      xmp: read,
      space,
      hasAlpha,
    } = await sharp(encodePng(opaque([[0, 0, 0]]), { width: 1, height: 1 }, xmp)).metadata();
    expect(read?.toString('utf8')).toBe(xmp);
    expect([space, hasAlpha]).toEqual(['srgb', false]);
  });

  test('is the same from rows that were used before', () => {
    const pixels = opaque(Array.from({ length: 6 }, (_, at): Colour => [at, 0, 0]));
    const size = { width: 3, height: 2 };
    expect(encodePng(pixels, size, '', Buffer.alloc(500, 7))).toEqual(encodePng(pixels, size, ''));
  });
});

type Colour = readonly [red: number, green: number, blue: number];

function colour() {
  const channel = fc.integer({ min: 0, max: 255 });
  return fc.tuple(channel, channel, channel);
}

function opaque(colours: readonly Colour[]): Uint8Array {
  return Uint8Array.from(colours.flatMap((channels) => [...channels, 255]));
}
