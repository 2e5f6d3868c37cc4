import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, sep } from 'node:path';
import sharp, { type Metadata } from 'sharp';
import type { Addresses } from '../brief/addresses.ts';
import type { PreparedPicture } from '../brief/picture.ts';
import { pictureHash } from '../brief/source-picture.ts';
import { placeOf, placeOfBriefs } from '../brief/briefs-folder.ts';

/** One file to make of a picture: a format at a width. */
export interface PictureJob {
  /** Name in the output, with a hash of the picture's bytes and of how it is made. */
  readonly file: string;
  readonly input: PictureInput;
}

/** What the worker needs. */
export interface PictureInput {
  /** Relative to the project root. */
  readonly source: string;
  /** Of its bytes, as in the name. */
  readonly hash: string;
  /** Pixels. */
  readonly width: number;
  readonly format: 'avif' | 'webp' | 'jpeg' | 'png';
}

export interface Preparation {
  readonly picture: PreparedPicture;
  readonly jobs: readonly PictureJob[];
}

/** Pixels of the largest picture that is taken: more is a mistake, or an attack on the memory of the build. */
export const mostPixels = 25_000_000;

/** Pixels. The text is 608 wide at most, twice that on a dense screen; a phone's 354 are up to 1,062. */
const widths = [480, 800, 1216] as const;

/**
 * Where a picture will stand and in which sizes, from its bytes alone: nothing is made yet. Only a file below the
 * briefs' folder is read, and only kinds of picture that hold no code and do not move (WCAG 2.2, 2.2.2).
 */
export async function preparePicture(
  root: string,
  path: string,
  addresses: Addresses,
): Promise<Preparation | { problem: string }> {
  const real = await realpath(placeOf(root, path)).catch(() => undefined);
  if (real === undefined) return { problem: `there is no file ${path}` };
  // Before it is read: some files of a machine never end.
  if (!real.startsWith(join(await realpath(placeOfBriefs(root)), sep))) {
    return { problem: `${path} is a symbolic link out of the briefs’ folder; put the picture itself there` };
  }
  const bytes = await readIfFile(real);
  if (!bytes) return { problem: `there is no file ${path}` };
  const metadata = await metadataOf(bytes);
  if (!metadata) return { problem: `${path} cannot be read as a picture` };
  const { autoOrient, format, hasAlpha, pages = 1 } = metadata;
  const pixels = autoOrient.width * autoOrient.height;
  if (pixels > mostPixels) {
    const has = `${(pixels / 1e6).toFixed(1)} megapixels`;
    return { problem: `${path} has ${has}, and a picture has ${mostPixels / 1e6} at most; save it smaller` };
  }
  if (!['avif', 'gif', 'heif', 'jpeg', 'png', 'webp'].includes(format)) {
    return { problem: `${path} is ${format}, and a picture is a JPEG, PNG, WebP, AVIF or GIF file` };
  }
  if (pages > 1) return { problem: `${path} moves, and readers could not stop it; save one picture of it` };
  if (!(await isWhole(bytes))) return { problem: `${path} is damaged or cut short; save it anew` };
  const fallback = format === 'png' || format === 'gif' || hasAlpha ? 'png' : 'jpeg';
  return planPicture(path, pictureHash(bytes), autoOrient, fallback, addresses);
}

/** A pipe or a device would keep the build waiting. */
async function readIfFile(path: string): Promise<Uint8Array | undefined> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile ? readFile(path).catch(() => undefined) : undefined;
}

async function metadataOf(bytes: Uint8Array): Promise<Metadata | undefined> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    return undefined;
  }
}

/** Decodes the picture once, small: a header alone does not tell that the rest is missing. */
async function isWhole(bytes: Uint8Array): Promise<boolean> {
  return sharp(bytes, { limitInputPixels: mostPixels })
    .resize(16)
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
}

function planPicture(
  source: string,
  hash: string,
  natural: { readonly width: number; readonly height: number },
  fallback: 'jpeg' | 'png',
  addresses: Addresses,
): Preparation {
  const largest = Math.min(natural.width, widths.at(-1) ?? natural.width);
  const sizes = [...widths.filter((width) => width < largest), largest];
  const jobOf = (format: PictureInput['format'], width: number): PictureJob => ({
    file: `${nameOf(source)}-${width}-${hash}.${format === 'jpeg' ? 'jpg' : format}`,
    input: { source, hash, width, format },
  });
  const setOf = (format: 'avif' | 'webp') => sizes.map((width) => jobOf(format, width));
  const sets = [setOf('avif'), setOf('webp')];
  const last = jobOf(fallback, largest);
  return {
    picture: {
      src: addresses.picture(last.file),
      width: largest,
      height: Math.max(1, Math.round((natural.height * largest) / natural.width)),
      sources: sets.map((set) => ({
        type: `image/${set[0]?.input.format ?? ''}`,
        srcset: set.map(({ file, input }) => `${addresses.picture(file)} ${input.width}w`).join(', '),
      })),
    },
    jobs: [...sets.flat(), last],
  };
}

function nameOf(path: string): string {
  const name = basename(path, extname(path))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return name || 'picture';
}
