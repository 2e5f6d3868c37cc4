import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { crc32 } from 'node:zlib';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { imageHash } from '../../src/markdown/image-file.ts';
import makeImage from '../../src/build/image-worker.ts';
import { findImage } from '../../src/build/source-image.ts';
import { hasLocation, withoutLocation } from '../../src/build/image-location.ts';
import { openImages, type Preparation } from '../../src/build/images.ts';
import { publicationSample } from '../brief-sample.ts';
import { cpuTime } from '../cpu-time.ts';

const addresses = addressesOf(publicationSample());
let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'fourfold-images-'));
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
  return look(`briefs/${name}`);
}

async function look(path: string): Promise<Preparation | { readonly problem: string }> {
  const { prepare } = openImages(root, addresses, 'code');
  return prepare(path);
}

async function prepared(name: string, bytes: Buffer): Promise<Preparation> {
  const result = await prepare(name, bytes);
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

describe('an image of a brief', () => {
  it('is planned as AVIF and WebP in the widths of the layout, and once in a format for every reader', async () => {
    const { image, jobs } = await prepared('Lab Photo.JPG', await blank(2000, 1000).jpeg().toBuffer());
    expect(jobs.map(({ input }) => `${input.format} ${input.width}`)).toEqual([
      ...['avif 480', 'avif 800', 'avif 1216', 'webp 480', 'webp 800', 'webp 1216', 'jpeg 1216'],
    ]);
    expect(image).toMatchObject({ width: 1216, height: 608 });
    expect(image.src).toMatch(/\/pictures\/lab-photo-1216-[0-9a-f]{12}\.jpg$/);
    expect(image.sources.map(({ type }) => type)).toEqual(['image/avif', 'image/webp']);
    expect(image.sources[0]?.srcset).toMatch(/-480-[0-9a-f]{12}\.avif 480w, .* 800w, .* 1216w$/);
  });

  it('is never made larger than it is', async () => {
    const { image, jobs } = await prepared('small.png', await blank(300, 200).png().toBuffer());
    expect(jobs.map(({ input }) => `${input.format} ${input.width}`)).toEqual([
      'avif 300',
      'webp 300',
      'png 300',
    ]);
    expect(image).toMatchObject({ width: 300, height: 200 });
  });

  it('keeps transparency', async () => {
    const { jobs } = await prepared('glass.webp', await blank(600, 300, true).webp().toBuffer());
    expect(jobs.at(-1)?.input.format).toBe('png');
  });

  it('gets a new address when its bytes change, and only then', async () => {
    const one = await prepared('same.png', await blank(300, 200).png().toBuffer());
    const again = await prepared('same.png', await blank(300, 200).png().toBuffer());
    const other = await prepared('same.png', await blank(300, 201).png().toBuffer());
    expect(again).toEqual(one);
    expect(other.image.src).not.toBe(one.image.src);
  });

  it.each([
    [
      'a drawing in code',
      'drawing.png',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      /is svg/,
    ],
    ['a text', 'text.jpg', 'no image at all', /cannot be read as an image/],
    ['an empty file', 'empty.jpg', '', /cannot be read as an image/],
  ])('is an error when it is %s', async (_name, file, bytes, problem) => {
    expect(await prepare(file, bytes)).toEqual({ problem: expect.stringMatching(problem) as string });
  });

  it('is an error when it has too many pixels for memory', async () => {
    // The header states the size; the rest is never read.
    const large = Buffer.from(await blank(8, 8).png().toBuffer());
    large.writeUInt32BE(20_000, 16);
    large.writeUInt32BE(5001, 20);
    large.writeUInt32BE(crc32(large.subarray(12, 29)), 29);
    expect(await prepare('large.png', large)).toEqual({
      problem: expect.stringMatching(/has 100\.0 megapixels, and an image has 100 at most/) as string,
    });
  });

  it('is an error, without being read, when it has too many bytes', async () => {
    const path = join(root, 'briefs/heavy.png');
    writeFileSync(path, '');
    truncateSync(path, 1_900_000_000);
    expect(await look('briefs/heavy.png')).toEqual({
      problem: 'briefs/heavy.png has 1900.0 MB, and an image has 20 MB at most; save it smaller',
    });
    rmSync(path);
  });

  it.each([
    [800, 20_000, 20_000],
    [2432, 40_000, 20_000],
  ])(
    'is an error when %d × %d pixels are taller on the page than its formats allow',
    async (width, height, shown) => {
      expect(
        await prepare('tall.png', await blank(width, height).png({ compressionLevel: 1 }).toBuffer()),
      ).toEqual({
        problem: `briefs/tall.png would be ${shown} pixels tall on the page, and an image is 16383 at most; divide it into several`,
      });
    },
  );

  it('is an error when it is a JPEG damaged near its end, which a scaling decoder would miss', async () => {
    const whole = await sharp(noise(64), { raw: { width: 64, height: 64, channels: 3 } })
      .jpeg()
      .toBuffer();
    for (const bytes of [whole.subarray(0, -40), Buffer.concat([whole.subarray(0, -60), whole.subarray(-2)])])
      expect(await prepare('end.jpg', bytes)).toEqual({
        problem: expect.stringMatching(
          /^briefs\/end\.jpg is damaged or cut short \(.*\); save it again$/,
        ) as string,
      });
  });

  it('is decoded once, even if several briefs show it', async () => {
    writeFileSync(join(root, 'briefs/shown.png'), await blank(3000, 2000).png().toBuffer());
    const { prepare: first } = openImages(root, addresses, 'code');
    const once = await first('briefs/shown.png');
    const started = cpuTime();
    for (let use = 0; use < 100; use += 1) expect(await first('briefs/shown.png')).toBe(once);
    expect(await look('briefs/shown.png')).toEqual(once);
    expect(cpuTime() - started).toBeLessThan(150);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('is an error when it is a truncated %s', async (format) => {
    const whole = await blank(400, 200).toFormat(format).toBuffer();
    expect(await prepare(`cut.${format}`, whole)).toHaveProperty('image');
    const cut = whole.subarray(0, Math.floor(whole.length * 0.7));
    expect(await prepare(`cut.${format}`, cut)).toEqual({
      problem: expect.stringMatching(/cut short|cannot be read/) as string,
    });
  });

  it('is an error when it is animated', async () => {
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

  it('is found however its name spells an accent, and by no other capitals', async () => {
    const [one, two] = ['caf\u00e9.png', 'cafe\u0301.png'];
    writeFileSync(join(root, 'briefs', two), await blank(30, 20).png().toBuffer());
    expect(await look(`briefs/${one}`)).toMatchObject({ image: { file: `briefs/${two}`, width: 30 } });
    expect(await look(`briefs/${two}`)).toMatchObject({ image: { file: `briefs/${two}` } });
    expect(findImage(root, 'briefs/CAFE\u0301.png')).toEqual({
      problem: `there is no file briefs/CAFE\u0301.png, but there is briefs/${two}: upper and lower case differ`,
    });
    rmSync(join(root, 'briefs', two));
    expect(await look(`briefs/${one}`)).toEqual({ problem: `there is no file briefs/${one}` });
  });

  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
    'can be made in every size once it is accepted, after it was damaged as %s',
    async (format) => {
      const whole = await sharp(noise(48), { raw: { width: 48, height: 48, channels: 3 } })
        .toFormat(format)
        .toBuffer();
      const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(damage, fc.nat(9), async (flips, cut) => {
          const bytes = Buffer.from(whole.subarray(0, cut === 0 ? -7 : whole.length));
          for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value;
          const result = await prepare(`any.${format}`, bytes);
          if ('problem' in result) return;
          for (const { input, file } of result.jobs)
            await makeImage({ ...input, root, path: join(root, file) });
        }),
        { numRuns: 12 },
      );
    },
  );

  it('is an error when there is no such file', async () => {
    expect(await look('briefs/none.png')).toEqual({
      problem: 'there is no file briefs/none.png',
    });
  });
});

describe('a size of an image', () => {
  it.each(['avif', 'webp', 'jpeg', 'png'] as const)(
    'is published upright as %s, without its location, and reproducibly',
    async (format) => {
      const source = 'briefs/camera.jpg';
      const place = { IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLatitudeRef: 'N' } };
      writeFileSync(
        join(root, source),
        await blank(400, 200).withExif(place).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      );
      const hash = imageHash(readFileSync(join(root, source)));
      const task = { root, source, hash, width: 100, format, path: join(root, `made.${format}`) };
      const first = await makeImage(task);
      const { width, height, exif, xmp, orientation } = await sharp(readFileSync(task.path)).metadata();
      expect({ width, height }).toEqual({ width: 100, height: 200 });
      expect([exif, xmp, orientation]).toEqual([undefined, undefined, undefined]);
      expect(await makeImage(task)).toEqual(first);
    },
  );

  it('is not made of another image than the one that was looked at', async () => {
    const source = 'briefs/changed.png';
    writeFileSync(join(root, source), await blank(10, 10).png().toBuffer());
    const hash = imageHash(readFileSync(join(root, source)));
    writeFileSync(join(root, source), await blank(20, 10).png().toBuffer());
    const task = {
      root,
      source,
      hash,
      width: 10,
      format: 'png',
      path: join(root, 'of-another.png'),
    } as const;
    await expect(makeImage(task)).rejects.toThrow('briefs/changed.png was changed while the site was built');
    expect(existsSync(task.path)).toBe(false);
  });
});

describe('the location in an image file', () => {
  const place = {
    GPSLatitude: '52/1 31/1 0/1',
    GPSLatitudeRef: 'N',
    GPSLongitude: '13/1 24/1 0/1',
    GPSLongitudeRef: 'E',
  };
  const credit = { Artist: 'A. Photographer', Copyright: 'All rights' };
  const xmp = (attributes: string): string =>
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="A. P." ${attributes}><exif:GPSLongitude>13,24.0E</exif:GPSLongitude></rdf:Description></rdf:RDF></x:xmpmeta>`;
  const withExif = (said: Record<string, Record<string, string>>): Sharp =>
    sharp(noise(32), { raw: { width: 32, height: 32, channels: 3 } })
      .withExif(said)
      .withMetadata({ orientation: 6 });

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'is removed from a %s, and nothing else',
    async (format) => {
      const bytes = await withExif({ IFD0: credit, IFD3: place })
        .withXmp(xmp('exif:GPSLatitude="52,31.0N"'))
        .toFormat(format)
        .toBuffer();
      const before = await sharp(bytes).metadata();
      expect(hasLocation(before)).toBe(true);
      const after = await withoutLocation(bytes);
      if (!after) throw new Error('it was not taken out');
      const left = await sharp(after).metadata();
      expect(hasLocation(left)).toBe(false);
      expect(left.orientation).toBe(before.orientation);
      expect(left.exif?.toString('latin1')).toContain('A. Photographer');
      expect(left.exif?.length).toBe(before.exif?.length);
      expect(left.xmp?.toString()).toContain('photoshop:Credit="A. P."');
      expect(left.xmp?.toString()).not.toMatch(/GPS(?!\w* *xmlns)|52,31|13,24/);
      expect(after.includes(Buffer.from([52, 0, 0, 0, 1, 0, 0, 0, 31]))).toBe(false);
      expect(await sharp(after).raw().toBuffer()).toEqual(await sharp(bytes).raw().toBuffer());
      // The remaining fields keep their offsets.
      expect(await withoutLocation(after)).toEqual(after);
    },
  );

  it('is not found where a camera had no reception, or where there is nothing to read', async () => {
    const without = await withExif({ IFD0: credit, IFD3: { GPSVersionID: '2 3 0 0' } })
      .jpeg()
      .toBuffer();
    expect(hasLocation(await sharp(without).metadata())).toBe(false);
    expect(hasLocation({})).toBe(false);
  });

  it('is searched for in any metadata, without an error', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('II*\0', 'MM\0*', 'Exif\0\0II*\0'),
        fc.uint8Array({ maxLength: 80 }),
        (head, rest) => {
          const exif = Buffer.concat([Buffer.from(head, 'latin1'), rest]);
          hasLocation({ exif });
        },
      ),
    );
    const started = cpuTime();
    hasLocation({ xmp: Buffer.from('<exif:GPSLatitude>'.repeat(50_000)) });
    expect(cpuTime() - started).toBeLessThan(2000);
  });

  it('is reported with the image', async () => {
    const bytes = await withExif({ IFD3: place }).jpeg().toBuffer();
    expect(await prepare('there.jpg', bytes)).toMatchObject({
      warning: expect.stringContaining('where the image was taken') as string,
    });
  });
});

/** Reproducible random pixels. */
function noise(side: number): Buffer {
  let state = 1;
  return Buffer.from(
    Array.from({ length: side * side * 3 }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 24;
    }),
  );
}
