import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatIco, makeIcon } from '../../src/cards/icons.ts';

let root = '';
let other = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'fourfold-icons-'));
  other = join(root, 'other');
  for (const folder of [root, other]) mkdirSync(join(folder, 'public'), { recursive: true });
  const wide =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path fill="#00f" d="M0 0h20v10H0z"/></svg>';
  writeFileSync(join(root, 'public/favicon.svg'), wide);
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('an icon', () => {
  test('shows the whole image in the middle, as large as it is told', async () => {
    const { at, info } = await pixelsOf(await makeIcon(root, { side: 100, share: 0.6, ground: '#ff0000' }));
    expect(info).toMatchObject({ width: 100, height: 100, channels: 3 });
    const [red, blue] = [
      [255, 0, 0],
      [0, 0, 255],
    ];
    expect([at(18, 50), at(21, 50), at(78, 50), at(81, 50)]).toEqual([red, blue, blue, red]);
    expect([at(50, 33), at(50, 36), at(50, 63), at(50, 66)]).toEqual([red, blue, blue, red]);
  });

  test('without a ground is as transparent as the image', async () => {
    const { at } = await pixelsOf(await makeIcon(root, { side: 64, share: 1 }));
    expect([at(32, 4), at(32, 32)]).toEqual([
      [0, 0, 0, 0],
      [0, 0, 255, 255],
    ]);
  });

  test.each([1, 24, 20_000])('is sharp from an image that is %s wide', async (width) => {
    const half = `<path fill="#00f" d="M0 0h${width / 2}v${width}H0z"/>`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${width}">${half}</svg>`;
    writeFileSync(join(other, 'public/favicon.svg'), svg);
    const { at } = await pixelsOf(await makeIcon(other, { side: 64, share: 1, ground: '#ffffff' }));
    expect([at(30, 32), at(33, 32)]).toEqual([
      [0, 0, 255],
      [255, 255, 255],
    ]);
  });

  test('is made of the same bytes twice', async () => {
    const [one, two] = [await makeIcon(root, { side: 64, share: 1 }), await makeIcon(root, { side: 64, share: 1 })]; // prettier-ignore
    expect(one.equals(two)).toBe(true);
  });

  test('cannot be made of nothing, and says of what it is', async () => {
    const empty = makeIcon(join(root, 'public'), { side: 64, share: 1 });
    await expect(empty).rejects.toThrow('There is no public/favicon.svg');
  });
});

test('an ICO file says where its one image lies and how long it is', async () => {
  const png = await makeIcon(root, { side: 32, share: 1 });
  const ico = formatIco(png, 32);
  expect([0, 2, 4].map((offset) => ico.readUInt16LE(offset))).toEqual([0, 1, 1]);
  expect([ico.readUInt8(6), ico.readUInt8(7)]).toEqual([32, 32]);
  const [length, offset] = [ico.readUInt32LE(14), ico.readUInt32LE(18)];
  expect(ico.subarray(offset).equals(png)).toBe(true);
  expect(length).toBe(png.length);
});

async function pixelsOf(png: Buffer) {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): number[] => {
    const start = (y * info.width + x) * info.channels;
    return [...data.subarray(start, start + info.channels)];
  };
  return { at, info };
}
