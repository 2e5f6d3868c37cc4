import { constants, crc32, deflateSync } from 'node:zlib';
import type { Canvas } from './canvas.ts';

/**
 * A canvas as an opaque PNG of 8-bit sRGB with a palette (PNG, third edition), every pixel as it is: a card has few colours, and
 * libpng would take ten times as long to find them.
 */
export function encodePng({ width, height, rows, palette }: Canvas, xmp: string): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits, palette, deflate, the five filters, not interlaced.
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, at) => colours.writeUIntBE(colour, at * 3, 3));
  // zlib looks for runs alone: most of a card is ground. Half the time of level 4 for 8 more bytes in 100.
  const packed = deflateSync(rows, { memLevel: 9, chunkSize: 65_536, strategy: constants.Z_RLE });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    // For images that are looked at (perceptual).
    chunk('sRGB', Buffer.from([0])),
    // Keyword, not compressed, no language, no translated keyword.
    chunk('iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0', 'latin1'), Buffer.from(xmp)])),
    chunk('PLTE', colours),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const signature = Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1');

function chunk(name: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(name, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
}
