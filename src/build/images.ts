import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, sep } from 'node:path';
import type { Metadata } from 'sharp';
import type { Addresses } from '../brief/addresses.ts';
import type { PreparedImage } from '../brief/image.ts';
import { imageHash } from '../markdown/image-file.ts';
import { absolutePath, briefsFolderPath } from '../markdown/source-paths.ts';
import { digestOf, openCache } from '../store/cache.ts';
import { nameOfKind } from './file-kind.ts';
import { findImage, maxImageBytes } from './source-image.ts';
import { hasLocation } from './image-location.ts';

/** One file of an image: a format at a width. */
export interface ImageJob {
  /** Name in the output, with a hash of the image's bytes and of how it is made. */
  readonly file: string;
  readonly input: ImageInput;
}

/** What the worker needs. */
export interface ImageInput {
  /** Relative to the project root. */
  readonly source: string;
  /** Of its bytes, as in the name. */
  readonly hash: string;
  /** Pixels. */
  readonly width: number;
  readonly format: 'avif' | 'webp' | 'jpeg' | 'png';
}

export interface Preparation {
  readonly image: PreparedImage;
  readonly jobs: readonly ImageJob[];
  /** A warning for its writer. */
  readonly warning?: string;
}

/** Prepares images while briefs are compiled: each is read and decoded only once, however often it is shown. */
export interface ImageDesk {
  readonly prepare: (path: string) => Promise<Preparation | { readonly problem: string }>;
}

/** Limit in pixels: more is a mistake, or an attack on the memory of the build. */
export const maxPixels = 100_000_000;
/** Limit in pixels, set by WebP. */
const maxHeight = 16_383;

/** Pixels. Text is at most 608 wide, twice that on a dense screen; a phone's 354 are up to 1,062. */
const widths = [480, 800, 1216] as const;

/** Opens the images of a project. Facts about an image are cached by its bytes and by a digest of the code that reads it. */
export function openImages(root: string, addresses: Addresses, code: string): ImageDesk {
  const cache = openCache(root);
  const known = new Map<string, Promise<Preparation | { problem: string }>>();
  const judge = async (bytes: Buffer): Promise<Judgement> => {
    const hash = imageHash(bytes);
    const key = digestOf(code, digestOf(bytes));
    const known = cache.read<Judgement>('facts', key);
    if (known) return known.value;
    const judgement = await judgeImage(bytes, hash);
    cache.write('facts', key, { value: judgement });
    return judgement;
  };
  const prepare = async (path: string): Promise<Preparation | { problem: string }> => {
    const read = await readImage(root, path);
    if ('problem' in read) return read;
    const { file, bytes } = read;
    const judgement = await judge(bytes);
    if ('problem' in judgement) return { problem: `${file} ${judgement.problem}` };
    return planImage(file, judgement, addresses);
  };
  return {
    prepare: (path) => {
      const preparing = known.get(path) ?? prepare(path);
      known.set(path, preparing);
      return preparing;
    },
  };
}

/** Facts about an image, from its bytes alone; a problem continues the image's name. */
type Judgement = ImageFacts | { readonly problem: string };

interface ImageFacts {
  /** Of its bytes, as in the names of its files. */
  readonly hash: string;
  /** Pixels, with the image upright. */
  readonly width: number;
  readonly height: number;
  /** The format for every browser. */
  readonly fallback: 'jpeg' | 'png';
  /** Whether it contains a location. */
  readonly location: boolean;
}

/** Reads a file only if it is in the briefs folder and not too large. */
async function readImage(
  root: string,
  path: string,
): Promise<{ readonly file: string; readonly bytes: Buffer } | { readonly problem: string }> {
  const found = findImage(root, path);
  if ('problem' in found) return found;
  const { file } = found;
  const real = await realpath(absolutePath(root, file)).catch(() => undefined);
  if (real === undefined) return { problem: `there is no file ${file}` };
  // Check first: some files never end.
  if (!real.startsWith(join(await realpath(briefsFolderPath(root)), sep))) {
    return { problem: `${file} is a symbolic link out of the briefs’ folder; put the image itself there` };
  }
  const state = await stat(real).catch(() => undefined);
  // A pipe or a device would keep the build waiting.
  if (!state) return { problem: `there is no file ${file}` };
  if (!state.isFile()) return { problem: `${file} is a ${nameOfKind(state)}, not an image file` };
  if (state.size > maxImageBytes) {
    const has = `${(Math.ceil(state.size / 1e5) / 10).toFixed(1)} MB`;
    return {
      problem: `${file} has ${has}, and an image has ${maxImageBytes / 1e6} MB at most; save it smaller`,
    };
  }
  const bytes = await readFile(real).catch(() => undefined);
  return bytes ? { file, bytes } : { problem: `${file} may not be read; change its permissions: chmod u+r` };
}

/** Accepts formats that contain no code and do not move (WCAG 2.2, 2.2.2), if the image is complete and every size can be made. */
async function judgeImage(bytes: Buffer, hash: string): Promise<Judgement> {
  const metadata = await metadataOf(bytes);
  if (!metadata) return { problem: 'cannot be read as an image' };
  const { autoOrient, format, hasAlpha, pages = 1 } = metadata;
  const { width, height } = autoOrient;
  const pixels = width * height;
  if (pixels > maxPixels) {
    const has = `${(pixels / 1e6).toFixed(1)} megapixels`;
    return { problem: `has ${has}, and an image has ${maxPixels / 1e6} at most; save it smaller` };
  }
  if (!['avif', 'gif', 'heif', 'jpeg', 'png', 'webp'].includes(format)) {
    return { problem: `is ${format}, and an image is a JPEG, PNG, WebP, AVIF or GIF file` };
  }
  if (pages > 1) return { problem: 'moves, and readers could not stop it; save one image of it' };
  const shown = heightAt(Math.min(width, widths.at(-1) ?? width), autoOrient);
  if (shown > maxHeight) {
    return {
      problem: `would be ${shown} pixels tall on the page, and an image is ${maxHeight} at most; divide it into several`,
    };
  }
  const damage = await damageOf(bytes, metadata);
  if (damage !== undefined) return { problem: `is damaged or cut short (${damage}); save it again` };
  const fallback = format === 'png' || format === 'gif' || hasAlpha ? 'png' : 'jpeg';
  return { hash, width, height, fallback, location: hasLocation(metadata) };
}

async function metadataOf(bytes: Uint8Array): Promise<Metadata | undefined> {
  const { default: sharp } = await import('sharp');
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    return undefined;
  }
}

/**
 * The error when every pixel is decoded as for a page. Extracting the whole area keeps JPEG and WebP from being decoded at a
 * smaller size, which ignores damage.
 */
async function damageOf(
  bytes: Uint8Array,
  { autoOrient: { width, height } }: Metadata,
): Promise<string | undefined> {
  const { default: sharp } = await import('sharp');
  return sharp(bytes, { limitInputPixels: maxPixels })
    .autoOrient()
    .extract({ left: 0, top: 0, width, height })
    .resize({ width: 16, height: 16, fit: 'fill' })
    .toColourspace('srgb')
    .raw()
    .toBuffer()
    .then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0],
    );
}

function heightAt(width: number, natural: { readonly width: number; readonly height: number }): number {
  return Math.max(1, Math.round((natural.height * width) / natural.width));
}

/** Plans the addresses and sizes of an image; makes nothing. */
function planImage(
  source: string,
  { hash, width, height, fallback, location }: ImageFacts,
  addresses: Addresses,
): Preparation {
  const natural = { width, height };
  const largest = Math.min(natural.width, widths.at(-1) ?? natural.width);
  const sizes = [...widths.filter((width) => width < largest), largest];
  const jobOf = (format: ImageInput['format'], width: number): ImageJob => ({
    file: `${nameOf(source)}-${width}-${hash}.${format === 'jpeg' ? 'jpg' : format}`,
    input: { source, hash, width, format },
  });
  const setOf = (format: 'avif' | 'webp') => sizes.map((width) => jobOf(format, width));
  const sets = [setOf('avif'), setOf('webp')];
  const last = jobOf(fallback, largest);
  return {
    image: {
      file: source,
      src: addresses.image(last.file),
      width: largest,
      height: heightAt(largest, natural),
      sources: sets.map((set) => ({
        type: `image/${set[0]?.input.format ?? ''}`,
        srcset: set.map(({ file, input }) => `${addresses.image(file)} ${input.width}w`).join(', '),
      })),
    },
    jobs: [...sets.flat(), last],
    ...(location && { warning: locationWarning }),
  };
}

const locationWarning =
  'it says where the image was taken: the site’s copies leave that out, but whoever reads the repository can see it; run npm run check -- --fix';

function nameOf(path: string): string {
  const name = basename(path, extname(path))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return name || 'image';
}
