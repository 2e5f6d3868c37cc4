import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Canvas } from '../../src/cards/canvas.ts';
import { encodePng } from '../../src/cards/png.ts';

const canvases = fc
  .record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 40 }),
    palette: fc.array(fc.integer({ min: 0, max: 0xffffff }), { minLength: 1, maxLength: 256, size: 'max' }),
    step: fc.integer({ min: 1, max: 7 }),
  })
  .map(({ step, ...rest }) => canvasOf(rest, (at) => at * step));

describe('a canvas as a PNG', () => {
  test('is read back pixel for pixel by libvips, as opaque sRGB of 8 bits', async () => {
    await fc.assert(
      fc.asyncProperty(canvases, async (canvas) => {
        const { data, info } = await sharp(encodePng(canvas, '<x/>'))
          .raw()
          .toBuffer({ resolveWithObject: true });
        const { width, height } = canvas;
        expect(info).toMatchObject({ width, height, channels: 3 });
        expect(data).toEqual(Buffer.from(pixelsOf(canvas)));
      }),
      { numRuns: 80 },
    );
  });

  test('holds its XMP in any script', async () => {
    const xmp = '<x>שלום 你好 😀</x>';
    const canvas = canvasOf({ width: 1, height: 1, palette: [0] }, () => 0);
    const { xmp: read, space, hasAlpha } = await sharp(encodePng(canvas, xmp)).metadata();
    expect(read?.toString('utf8')).toBe(xmp);
    expect([space, hasAlpha]).toEqual(['srgb', false]);
  });
});

function canvasOf(
  { width, height, palette }: Omit<Canvas, 'rows'>,
  placeAt: (pixel: number) => number,
): Canvas {
  const rows = new Uint8Array((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    rows[pixel + 1 + Math.floor(pixel / width)] = placeAt(pixel) % palette.length;
  }
  return { width, height, palette, rows };
}

function pixelsOf({ width, height, rows, palette }: Canvas): number[] {
  return Array.from({ length: width * height }, (_, pixel) => {
    const colour = palette[rows[pixel + 1 + Math.floor(pixel / width)] ?? 0] ?? 0;
    return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
  }).flat();
}
