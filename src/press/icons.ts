import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/** The one picture that all icons are made of, relative to the project root; it is served itself, too. */
const iconSource = 'public/favicon.svg';

/** One icon; all are square. */
export interface IconShape {
  /** Pixels. */
  readonly side: number;
  /** How much of the side the picture takes, up to 1. */
  readonly share: number;
  /** `#rrggbb` below the picture; without one the icon is as transparent as the picture. */
  readonly ground?: string;
}

/** The picture as a PNG, whole and in the middle. Throws if there is no picture. */
export async function makeIcon(root: string, { side, share, ground }: IconShape): Promise<Buffer> {
  const source = await readSource(root);
  const { width, height, density = 72 } = await sharp(source, { limitInputPixels: false }).metadata();
  const inner = Math.round(side * share);
  // Drawn at the very size, not enlarged from its own, which may be 24 pixels; 1 to 100,000 are sharp's bounds.
  const fitting = (density * inner) / Math.max(width, height);
  const drawn = await sharp(source, { density: Math.min(Math.max(fitting, 1), 100_000) })
    .resize(inner, inner, { fit: 'contain', background: transparent })
    .png()
    .toBuffer();
  const icon = sharp({
    create: { width: side, height: side, channels: 4, background: ground ?? transparent },
  }).composite([{ input: drawn, gravity: 'centre' }]);
  return (ground === undefined ? icon : icon.removeAlpha()).png({ compressionLevel: 9 }).toBuffer();
}

const transparent = { r: 0, g: 0, b: 0, alpha: 0 };

/** A PNG of at most 256 pixels a side in the container that Windows and feed readers ask for (ICO, one image). */
export function formatIco(png: Buffer, side: number): Buffer {
  const header = Buffer.alloc(22);
  // Type 1, one image; then its entry: sides, 1 plane, 32 bits a pixel, length and offset.
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(side % 256, 6);
  header.writeUInt8(side % 256, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}

async function readSource(root: string): Promise<Buffer> {
  return readFile(join(root, iconSource)).catch(() => {
    throw new Error(`There is no ${iconSource}, the picture that all icons are made of`);
  });
}
