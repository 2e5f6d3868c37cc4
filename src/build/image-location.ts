import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { digestOf } from '../store/cache.ts';

/** What an image says beside its pixels. */
interface Said {
  readonly exif?: Buffer | undefined;
  readonly xmp?: Buffer | undefined;
}

/** Whether an image says where on earth it was taken (Exif 2.32, 4.6.6; XMP, Exif namespace). */
export function hasLocation({ exif, xmp }: Said): boolean {
  return (
    (exif !== undefined && eraseFromTiff(Buffer.from(tiffIn(exif)))) ||
    (xmp !== undefined && eraseFromXmp(Buffer.from(xmp)))
  );
}

/**
 * The same image without the place where it was taken: its pixels, orientation and credit stay, byte for byte. Undefined
 * where that cannot be done without writing the image anew.
 */
export async function withoutLocation(bytes: Buffer): Promise<Buffer | undefined> {
  const { default: sharp } = await import('sharp');
  const before = await sharp(bytes).metadata();
  const after = before.format === 'png' ? erasedPng(bytes) : erasedInPlace(bytes, before);
  const left = await sharp(after)
    .metadata()
    .catch(() => undefined);
  if (!left || hasLocation(left) || left.orientation !== before.orientation) return undefined;
  return (await pixelsOf(after)) === (await pixelsOf(bytes)) ? after : undefined;
}

async function pixelsOf(bytes: Buffer): Promise<string> {
  const { default: sharp } = await import('sharp');
  return digestOf(await sharp(bytes).raw().toBuffer());
}

/** JPEG, WebP and AVIF have no checksum over what an image says: nothing moves, so nothing else changes. */
function erasedInPlace(bytes: Buffer, { exif, xmp }: Said): Buffer {
  const copy = Buffer.from(bytes);
  for (const [said, erase] of [
    [exif && tiffIn(exif), eraseFromTiff],
    [xmp, eraseFromXmp],
  ] as const) {
    const at = said === undefined || said.length === 0 ? -1 : copy.indexOf(said);
    if (said && at >= 0) erase(copy.subarray(at, at + said.length));
  }
  return copy;
}

/** PNG 3, 5.3: each chunk has its length, type, data and checksum. */
function erasedPng(bytes: Buffer): Buffer {
  const parts: Buffer[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    const chunk = bytes.subarray(at, end);
    const type = chunk.toString('latin1', 4, 8);
    const data = erasers[type]?.(Buffer.from(chunk.subarray(8, -4)));
    parts.push(data ? chunkOf(type, data) : chunk);
    at = end;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}

function chunkOf(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return chunk;
}

/** What chunks hold without the place, by their types; undefined where there is none in them. XMP stands in a text, packed or not. */
const erasers: Readonly<Record<string, (data: Buffer) => Buffer | undefined>> = {
  eXIf: (data) => (eraseFromTiff(data) ? data : undefined),
  // PNG 3, 11.3.3.4: keyword, whether it is packed and how, language, translated keyword, text.
  iTXt: (data) => {
    const keyword = data.indexOf(0);
    const language = data.indexOf(0, keyword + 3);
    const start = data.indexOf(0, language + 1) + 1;
    if (keyword < 0 || language < 0 || start === 0) return undefined;
    if (data[keyword + 1] === 1) return erasedPacked(data, start);
    return eraseFromXmp(data.subarray(start)) ? data : undefined;
  },
  // 11.3.3.3: keyword, how it is packed, text. Where libpng writes XMP, as sharp has it do.
  zTXt: (data) => erasedPacked(data, data.indexOf(0) + 2),
};

function erasedPacked(data: Buffer, start: number): Buffer | undefined {
  try {
    const text = inflateSync(data.subarray(start), { maxOutputLength: 1_000_000 });
    return eraseFromXmp(text) ? Buffer.concat([data.subarray(0, start), deflateSync(text)]) : undefined;
  } catch {
    return undefined;
  }
}

/** Exif begins with a name of its own in JPEG and HEIF, and without it in PNG. */
function tiffIn(exif: Buffer): Buffer {
  const named = exif.indexOf('Exif\0\0', 0, 'latin1');
  return named >= 0 && named < 8 ? exif.subarray(named + 6) : exif;
}

/**
 * Erases the directory of GPS fields from TIFF, all in its place (TIFF 6.0, section 2; Exif 2.32, 4.6.3); whether there was
 * a place in it. Cameras without reception write a directory that holds no more than its version.
 */
function eraseFromTiff(tiff: Buffer): boolean {
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 14 || (order !== 'II' && order !== 'MM')) return false;
  const read16 = (at: number): number => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const read32 = (at: number): number => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  /** Where the entries of a directory stand; undefined if it runs out of the data. */
  const entriesAt = (directory: number): number[] | undefined => {
    if (directory < 8 || directory + 2 > tiff.length) return undefined;
    const count = read16(directory);
    if (directory + 2 + count * entryLength + 4 > tiff.length) return undefined;
    return Array.from({ length: count }, (_, at) => directory + 2 + at * entryLength);
  };
  const first = read32(4);
  const entries = entriesAt(first);
  const pointer = entries?.find((at) => read16(at) === gpsDirectory);
  if (!entries || pointer === undefined) return false;
  const gps = entriesAt(read32(pointer + 8));
  if (!gps?.some((at) => placeTags.has(read16(at)))) return false;
  for (const at of gps) {
    const bytes = (bytesOfType[read16(at + 2)] ?? 0) * read32(at + 4);
    const value = read32(at + 8);
    if (bytes > 4 && value + bytes <= tiff.length) tiff.fill(0, value, value + bytes);
    tiff.fill(0, at, at + entryLength);
  }
  tiff.fill(0, read32(pointer + 8), read32(pointer + 8) + 2);
  // The entries behind it, and what leads to the next directory, move up.
  const end = first + 2 + entries.length * entryLength + 4;
  tiff.copyWithin(pointer, pointer + entryLength, end);
  tiff.fill(0, end - entryLength, end);
  const count = entries.length - 1;
  if (order === 'II') tiff.writeUInt16LE(count, first);
  else tiff.writeUInt16BE(count, first);
  return true;
}

const entryLength = 12;
/** Exif 2.32, 4.6.3.2. */
const gpsDirectory = 0x8825;
/** Latitude and longitude of the place and of what it was bound for, and its name (Exif 2.32, 4.6.6). */
const placeTags: ReadonlySet<number> = new Set([2, 4, 0x14, 0x16, 0x1c]);
/** Bytes of a value, by its type (TIFF 6.0, section 2). */
const bytesOfType = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

/** Erases what XMP says of a place, as attributes or as elements: white space counts for nothing there. Whether there was any. */
function eraseFromXmp(xmp: Buffer): boolean {
  // A byte a character: the places of both agree.
  const text = xmp.toString('latin1');
  let found = false;
  for (const { 0: said, index } of text.matchAll(xmpLocation)) {
    if (/GPS(?:Dest)?(?:Latitude|Longitude)\b|GPSAreaInformation/.test(said)) found = true;
    xmp.fill(' ', index, index + said.length);
  }
  return found;
}

const xmpLocation =
  /[\w-]+:GPS\w+\s*=\s*(?:"[^"]*"|'[^']*')|<([\w-]+:GPS\w+)\b[^>]*(?:\/>|>[^]{0,400}?<\/\1\s*>)/g;
