import { constants, crc32, deflateSync } from 'node:zlib';

/** Pixels across and down. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * An opaque picture as a PNG of 8-bit sRGB (PNG, third edition), every pixel as it is: a fourth of the time that libpng takes,
 * because it is only what cards need, in one pass. A card of text and flat areas has some 80 colours, so it is written with a
 * palette; one with an emoji has more, and is written in true colour. `pixels` are rows of RGBA; `scratch` holds the rows
 * meanwhile and may be used again.
 */
export function encodePng(
  pixels: Uint8Array,
  size: Size,
  xmp: string,
  scratch = Buffer.alloc(rowsLength(size)),
): Buffer {
  const indexed = indexRows(pixels, size, scratch);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size.width, 0);
  header.writeUInt32BE(size.height, 4);
  // 8 bits, palette or RGB, deflate, the five filters, not interlaced.
  header.set([8, indexed ? 3 : 2, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    // For pictures that are looked at (perceptual).
    chunk('sRGB', Buffer.from([0])),
    // Keyword, not compressed, no language, no translated keyword.
    chunk('iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0', 'latin1'), Buffer.from(xmp)])),
    ...(indexed ? [chunk('PLTE', indexed.palette)] : []),
    chunk('IDAT', indexed ? packIndexed(indexed.rows) : packColoured(colourRows(pixels, size, scratch))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Bytes of a picture's rows, each with its filter before it. */
export function rowsLength({ width, height }: Size): number {
  return (width * 3 + 1) * height;
}

const signature = Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1');

/** zlib looks for runs alone: most of a card is ground. Half the time of level 4 for 8 more bytes in 100. */
function packIndexed(rows: Uint8Array): Uint8Array {
  return deflateSync(rows, { memLevel: 9, chunkSize: 65_536, strategy: constants.Z_RLE });
}

/**
 * Of 1 to 9: from 4 on zlib takes twice the time for a card that is an eighth smaller. Most of a card is ground, so rows are
 * left as they are: subtracted from their neighbours they would be larger.
 */
const level = 3;

function packColoured(rows: Uint8Array): Uint8Array {
  return deflateSync(rows, { level, memLevel: 9, chunkSize: 262_144, strategy: constants.Z_FILTERED });
}

/** As many as a byte tells apart. */
const mostColours = 256;
/** A table by hash, four times as large, so that few colours share a place. 0 is no opaque colour. */
const places = 1024;
const colourAt = new Int32Array(places);
const indexAt = new Uint8Array(places);

/** Rows of places in a palette, in the order in which the colours come; nothing for more colours than a palette has. */
function indexRows(
  pixels: Uint8Array,
  { width, height }: Size,
  rows: Buffer,
): { rows: Uint8Array; palette: Buffer } | undefined {
  const words = wordsOf(pixels, width * height);
  const palette = Buffer.alloc(mostColours * 3);
  let count = 0;
  let [at, from] = [0, 0];
  colourAt.fill(0);
  for (let y = 0; y < height; y += 1) {
    rows[at] = 0;
    at += 1;
    const end = from + width;
    while (from < end) {
      const word = words[from] ?? 0;
      let place = Math.imul(word, 0x9e3779b1) >>> 22;
      while (colourAt[place] !== word) {
        if (colourAt[place] === 0) {
          if (count === mostColours) return undefined;
          colourAt[place] = word;
          indexAt[place] = count;
          palette.set([word & 0xff, (word >>> 8) & 0xff, (word >>> 16) & 0xff], count * 3);
          count += 1;
          break;
        }
        place = (place + 1) % places;
      }
      const index = indexAt[place] ?? 0;
      // Most of a card is ground: a run of one colour is looked up once.
      do {
        rows[at] = index;
        at += 1;
        from += 1;
      } while (from < end && words[from] === word);
    }
  }
  return { rows: rows.subarray(0, at), palette: palette.subarray(0, count * 3) };
}

function colourRows(pixels: Uint8Array, { width, height }: Size, rows: Buffer): Uint8Array {
  const words = wordsOf(pixels, width * height);
  let [at, from] = [0, 0];
  for (let y = 0; y < height; y += 1) {
    rows[at] = 0;
    at += 1;
    for (let x = 0; x < width; x += 1) {
      const word = words[from] ?? 0;
      rows[at] = word;
      rows[at + 1] = word >>> 8;
      rows[at + 2] = word >>> 16;
      at += 3;
      from += 1;
    }
  }
  return rows.subarray(0, at);
}

/** Pixels as numbers: red is the lowest byte, as on every machine that Node runs on. */
function wordsOf(pixels: Uint8Array, count: number): Int32Array {
  return new Int32Array(pixels.buffer, pixels.byteOffset, count);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(name, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
}
