import { decodeSource } from '../markdown/image-file.ts';
import sharp, { type Sharp } from 'sharp';
import writeFileAtomic from 'write-file-atomic';
import { digestOf } from '../store/cache.ts';
import { maxPixels, type ImageInput } from './images.ts';

// One thread for each worker: the pool has as many workers as there are cores.
sharp.concurrency(1);
sharp.cache(false);

/** Makes one size of an image: upright, in sRGB, and without metadata, so that no location is published. */
export default async function makeImage({
  root,
  source,
  hash,
  width,
  format,
  path,
}: ImageInput & { readonly root: string; readonly path: string }): Promise<{
  bytes: number;
  sha256: string;
}> {
  const image = sharp(decodeSource(root, source, hash), { limitInputPixels: maxPixels })
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .toColourspace('srgb');
  const bytes = await encode(image, format)
    .toBuffer()
    .catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${source} cannot be made into a ${format} ${width} pixels wide: ${reason}`);
    });
  await writeFileAtomic(path, bytes, { fsync: false });
  return { bytes: bytes.length, sha256: digestOf(bytes) };
}

/** Qualities at which text in a diagram and skin in a photograph stay clean, side by side with the original. */
function encode(image: Sharp, format: ImageInput['format']): Sharp {
  switch (format) {
    case 'avif':
      return image.avif({ quality: 58, effort: 4 });
    case 'webp':
      return image.webp({ quality: 80 });
    case 'jpeg':
      return image.jpeg({ quality: 80, mozjpeg: true });
    case 'png':
      return image.png({ compressionLevel: 9 });
  }
}
