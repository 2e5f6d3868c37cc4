import { readFile, realpath } from 'node:fs/promises';
import { basename, extname, join, sep } from 'node:path';
import sharp from 'sharp';
import type { Addresses } from '../brief/addresses.ts';
import type { PreparedPicture } from '../brief/render.ts';
import { digestOf } from './cache.ts';
import { briefsFolder } from './find-briefs.ts';

/** Pixels of the largest picture that is taken: more is a mistake, or an attack on the memory of the build. */
const mostPixels = 25_000_000;

/** A picture's size and its address in the output, which holds a hash of its bytes. */
export async function preparePicture(
  root: string,
  path: string,
  addresses: Addresses,
): Promise<PreparedPicture | { problem: string }> {
  const real = await realpath(join(root, path)).catch(() => undefined);
  const bytes = real && (await readFile(real).catch(() => undefined));
  if (!bytes) return { problem: `there is no file ${path}` };
  if (!real.startsWith(join(await realpath(join(root, briefsFolder)), sep))) {
    return { problem: `${path} is a symbolic link out of the briefs’ folder; put the picture itself there` };
  }
  try {
    const { autoOrient, format } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata();
    if (!['avif', 'gif', 'heif', 'jpeg', 'png', 'webp'].includes(format)) {
      return { problem: `${path} is ${format}, and a picture is a JPEG, PNG, WebP, AVIF or GIF file` };
    }
    if (autoOrient.width * autoOrient.height > mostPixels) {
      return { problem: `${path} has more than ${mostPixels / 1e6} megapixels` };
    }
    const { width, height } = autoOrient;
    return { src: addresses.picture(pictureFile(path, bytes)), width, height };
  } catch {
    return { problem: `${path} cannot be read as a picture` };
  }
}

/** Name of a picture in the output: its own name and a hash of its bytes. */
export function pictureFile(path: string, bytes: Uint8Array): string {
  const ending = extname(path);
  const name = basename(path, ending)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${name || 'picture'}-${digestOf(bytes).slice(0, 12)}${ending.toLowerCase()}`;
}
