import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { pictureHash } from '../../src/brief/source-picture.ts';
import makePicture from '../../src/press/picture-worker.ts';
import { preparePicture, type Preparation } from '../../src/press/pictures.ts';
import { publicationSample } from '../brief-sample.ts';

const addresses = addressesOf(publicationSample());
let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'fourfold-pictures-'));
  mkdirSync(join(root, 'briefs'));
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function blank(width: number, height: number, alpha = false): Sharp {
  const background = alpha ? { r: 90, g: 90, b: 200, alpha: 0.5 } : { r: 90, g: 90, b: 200 };
  return sharp({ create: { width, height, channels: alpha ? 4 : 3, background } });
}

async function prepare(name: string, bytes: Buffer | string): Promise<Preparation | { problem: string }> {
  writeFileSync(join(root, 'briefs', name), bytes);
  return preparePicture(root, `briefs/${name}`, addresses);
}

async function prepared(name: string, bytes: Buffer): Promise<Preparation> {
  const result = await prepare(name, bytes);
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

describe('a picture of a brief', () => {
  it('is planned as AVIF and WebP in the widths of the layout, and once as what every reader shows', async () => {
    const { picture, jobs } = await prepared('Lab Photo.JPG', await blank(2000, 1000).jpeg().toBuffer());
    expect(jobs.map(({ input }) => `${input.format} ${input.width}`)).toEqual([
      ...['avif 480', 'avif 800', 'avif 1216', 'webp 480', 'webp 800', 'webp 1216', 'jpeg 1216'],
    ]);
    expect(picture).toMatchObject({ width: 1216, height: 608 });
    expect(picture.src).toMatch(/\/pictures\/lab-photo-1216-[0-9a-f]{12}\.jpg$/);
    expect(picture.sources.map(({ type }) => type)).toEqual(['image/avif', 'image/webp']);
    expect(picture.sources[0]?.srcset).toMatch(/-480-[0-9a-f]{12}\.avif 480w, .* 800w, .* 1216w$/);
  });

  it('is never made larger than it is', async () => {
    const { picture, jobs } = await prepared('small.png', await blank(300, 200).png().toBuffer());
    expect(jobs.map(({ input }) => `${input.format} ${input.width}`)).toEqual([
      'avif 300',
      'webp 300',
      'png 300',
    ]);
    expect(picture).toMatchObject({ width: 300, height: 200 });
  });

  it('keeps what shines through', async () => {
    const { jobs } = await prepared('glass.webp', await blank(600, 300, true).webp().toBuffer());
    expect(jobs.at(-1)?.input.format).toBe('png');
  });

  it('gets a new address when its bytes change, and only then', async () => {
    const one = await prepared('same.png', await blank(300, 200).png().toBuffer());
    const again = await prepared('same.png', await blank(300, 200).png().toBuffer());
    const other = await prepared('same.png', await blank(300, 201).png().toBuffer());
    expect(again).toEqual(one);
    expect(other.picture.src).not.toBe(one.picture.src);
  });

  it.each([
    [
      'a drawing in code',
      'drawing.png',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      /is svg/,
    ],
    ['a text', 'text.jpg', 'no picture at all', /cannot be read as a picture/],
    ['an empty file', 'empty.jpg', '', /cannot be read as a picture/],
  ])('is refused when it is %s', async (_name, file, bytes, problem) => {
    expect(await prepare(file, bytes)).toEqual({ problem: expect.stringMatching(problem) as string });
  });

  it('is refused when it has more pixels than memory should hold', async () => {
    const large = await sharp({ create: { width: 6000, height: 4200, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await prepare('large.png', large)).toEqual({
      problem: expect.stringMatching(/has 25\.2 megapixels/) as string,
    });
  });

  it.each(['jpeg', 'png', 'webp'] as const)('is refused when it is a %s cut short', async (format) => {
    const whole = await blank(400, 200).toFormat(format).toBuffer();
    expect(await prepare(`cut.${format}`, whole)).toHaveProperty('picture');
    const cut = whole.subarray(0, Math.floor(whole.length * 0.7));
    expect(await prepare(`cut.${format}`, cut)).toEqual({
      problem: expect.stringMatching(/cut short|cannot be read/) as string,
    });
  });

  it('is refused when it moves', async () => {
    const frames = Buffer.concat([
      await blank(8, 8).raw().toBuffer(),
      await blank(8, 8).negate().raw().toBuffer(),
    ]);
    const moving = await sharp(frames, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } })
      .gif()
      .toBuffer();
    expect(await prepare('moving.gif', moving)).toEqual({
      problem: expect.stringMatching(/moves/) as string,
    });
  });

  it('is refused when there is no such file', async () => {
    expect(await preparePicture(root, 'briefs/none.png', addresses)).toEqual({
      problem: 'there is no file briefs/none.png',
    });
  });
});

describe('a size of a picture', () => {
  it.each(['avif', 'webp', 'jpeg', 'png'] as const)(
    'goes out upright as %s, without the place where it was taken, the same bytes each time',
    async (format) => {
      const source = 'briefs/camera.jpg';
      const place = { IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLatitudeRef: 'N' } };
      writeFileSync(
        join(root, source),
        await blank(400, 200).withExif(place).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      );
      const hash = pictureHash(readFileSync(join(root, source)));
      const task = { root, source, hash, width: 100, format, path: join(root, `made.${format}`) };
      const first = await makePicture(task);
      const { width, height, exif, xmp, orientation } = await sharp(readFileSync(task.path)).metadata();
      expect({ width, height }).toEqual({ width: 100, height: 200 });
      expect([exif, xmp, orientation]).toEqual([undefined, undefined, undefined]);
      expect(await makePicture(task)).toEqual(first);
    },
  );

  it('is not made of another picture than the one that was looked at', async () => {
    const source = 'briefs/changed.png';
    writeFileSync(join(root, source), await blank(10, 10).png().toBuffer());
    const hash = pictureHash(readFileSync(join(root, source)));
    writeFileSync(join(root, source), await blank(20, 10).png().toBuffer());
    const task = {
      root,
      source,
      hash,
      width: 10,
      format: 'png',
      path: join(root, 'of-another.png'),
    } as const;
    await expect(makePicture(task)).rejects.toThrow(
      'briefs/changed.png was changed while the site was built',
    );
    expect(existsSync(task.path)).toBe(false);
  });
});
