import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { encodePng } from '../../src/cards/png.ts';

/** Some pixels in rows of RGBA, opaque. */
const pictures = fc
  .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }) })
  .chain((size) =>
    fc.record({
      size: fc.constant(size),
      colours: fc.uint8Array({
        minLength: size.width * size.height * 3,
        maxLength: size.width * size.height * 3,
      }),
    }),
  );

describe('a picture as a PNG', () => {
  test('is read back pixel for pixel by libvips, as opaque sRGB of 8 bits', async () => {
    await fc.assert(
      fc.asyncProperty(pictures, async ({ size, colours }) => {
        const pixels = new Uint8Array(size.width * size.height * 4).fill(255);
        for (const [at, value] of colours.entries()) pixels[Math.floor(at / 3) * 4 + (at % 3)] = value;
        const { data, info } = await sharp(encodePng(pixels, size, '<x/>'))
          .raw()
          .toBuffer({ resolveWithObject: true });
        expect({ width: info.width, height: info.height, channels: info.channels }).toEqual({
          ...size,
          channels: 3,
        });
        expect(data).toEqual(Buffer.from(colours));
      }),
      { numRuns: 60 },
    );
  });

  test('holds its XMP in any script', async () => {
    const xmp = '<x>שלום 你好 😀</x>';
    const {
      xmp: read,
      space,
      hasAlpha,
    } = await sharp(encodePng(new Uint8Array(4), { width: 1, height: 1 }, xmp)).metadata();
    expect(read?.toString('utf8')).toBe(xmp);
    expect([space, hasAlpha]).toEqual(['srgb', false]);
  });

  test('is the same from rows that were used before', () => {
    const pixels = new Uint8Array(4 * 6).map((_, at) => at);
    const size = { width: 3, height: 2 };
    expect(encodePng(pixels, size, '', Buffer.alloc(500, 7))).toEqual(encodePng(pixels, size, ''));
  });
});
