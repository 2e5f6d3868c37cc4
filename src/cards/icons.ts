import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../diagnostics/diagnostic.ts';

/** The one image that all icons are made of, relative to the project root; it is served itself, too. */
export const iconSource = 'public/favicon.svg';

/** One icon; all are square. */
export interface IconShape {
  /** Pixels. */
  readonly side: number;
  /** How much of the side the image takes, up to 1. */
  readonly share: number;
  /** `#rrggbb` below the image; without one the icon is as transparent as the image. */
  readonly ground?: string;
}

/** The image as a PNG, whole and in the middle. Throws if there is no image. */
export async function makeIcon(root: string, { side, share, ground }: IconShape): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
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

/** Why no icon can be made, and where in the image that shows; undefined if they all can. */
export async function problemOfIcon(root: string): Promise<Finding | undefined> {
  const text = await readFile(join(root, iconSource), 'utf8').catch(() => undefined);
  const code = 'public-icon';
  const note = { text: 'all icons of the site are made from this one SVG' };
  if (text === undefined)
    return { code, range: { start: 0, end: 0 }, message: `There is no ${iconSource}, expected an SVG`, note };
  const isMarkup = /^\ufeff?\s*</.test(text);
  const problem = isMarkup
    ? await makeIcon(root, { side: 512, share: 1 }).then(
        () => undefined,
        async (error: unknown) => (await placeOfFault(text)) ?? { at: 0, reason: String(error) },
      )
    : { at: 0, reason: 'it does not begin with "<"' };
  if (!problem) return undefined;
  const range = { start: problem.at, end: Math.min(problem.at + 1, text.length) };
  return {
    code,
    range,
    message: `Unexpected image, expected an SVG that can be drawn: ${problem.reason}`,
    note,
  };
}

/** The first place at which a text is no XML; what else keeps an SVG from being drawn has none. */
async function placeOfFault(
  text: string,
): Promise<{ readonly at: number; readonly reason: string } | undefined> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ position: true });
  let fault: { at: number; reason: string } | undefined;
  parser.on('error', ({ message }) => {
    fault ??= { at: Math.max(0, parser.position - 1), reason: message.replace(/^[\d:]+\s*|\.$/g, '') };
  });
  parser.write(text).close();
  return fault;
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
    throw new Error(`There is no ${iconSource}, the image that all icons are made of`);
  });
}
