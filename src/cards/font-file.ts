import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

/** One font file; `data` stays the same object as long as it is kept, by which satori knows a font that it has parsed. */
export interface FontFile {
  /** Name under which satori knows the file: each subset is a family of its own to it. */
  readonly name: string;
  /** Unpacked: satori would copy and unpack it twice. */
  readonly data: ArrayBuffer;
  readonly has: (character: string) => boolean;
  /** Width of a character in ems, before kerning. */
  readonly advanceOf: (character: string) => number;
}

/** By when they were last asked for. */
const files = new Map<string, FontFile>();
/**
 * Bytes of data that a thread keeps; satori's own of a font are four times as many. All files that Latin, Arabic and signs
 * need are 2 MB, a card in Chinese brings some 3 MB, and few of them serve the next.
 */
const bytesKept = 8_000_000;
let bytes = 0;

/** Reads a TTF or WOFF file, or gives what was read before and is still kept. */
export function readFontFile(name: string, pathOf: () => URL): FontFile {
  const known = files.get(name);
  if (known) {
    files.delete(name);
    files.set(name, known);
    return known;
  }
  const data = unpack(readFileSync(pathOf()));
  const table = tablesOf(data);
  const glyphs = readGlyphs(table('cmap'));
  const advances = readAdvances(table('hhea'), table('hmtx'));
  const unitsPerEm = table('head').readUInt16BE(18);
  const glyphOf = (character: string): number => glyphs.get(character.codePointAt(0) ?? -1) ?? 0;
  const file: FontFile = {
    name,
    data,
    has: (character) => glyphOf(character) !== 0,
    advanceOf: (character) => advances(glyphOf(character)) / unitsPerEm,
  };
  files.set(name, file);
  bytes += data.byteLength;
  for (const [oldest, { data: old }] of files) {
    if (bytes <= bytesKept) break;
    files.delete(oldest);
    bytes -= old.byteLength;
  }
  return file;
}

/** Reads the ranges of a `unicode.json` of Fontsource, e.g. `U+0600-06FF,U+0750`. */
export function parseRanges(text: string): readonly (readonly [number, number])[] {
  return text.split(',').map((range) => {
    const [from = '', to = from] = range.replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
}

/** A font as TTF; W3C "WOFF File Format 1.0", sections 3 to 5, OpenType 1.9 "Table directory". */
function unpack(file: Buffer): ArrayBuffer {
  if (file.toString('latin1', 0, 4) !== 'wOFF') return new Uint8Array(file).buffer;
  const count = file.readUInt16BE(12);
  const font = Buffer.alloc(file.readUInt32BE(16));
  file.copy(font, 0, 4, 8);
  const largest = Math.floor(Math.log2(count));
  [count, 16 << largest, largest, 16 * count - (16 << largest)].forEach((value, at) =>
    font.writeUInt16BE(value, 4 + 2 * at),
  );
  let to = 12 + 16 * count;
  for (let index = 0; index < count; index += 1) {
    const at = 44 + 20 * index;
    const [offset = 0, stored = 0, length = 0] = [4, 8, 12].map((place) => file.readUInt32BE(at + place));
    const entry = 12 + 16 * index;
    file.copy(font, entry, at, at + 4);
    [file.readUInt32BE(at + 16), to, length].forEach((value, place) =>
      font.writeUInt32BE(value, entry + 4 + 4 * place),
    );
    const packed = file.subarray(offset, offset + stored);
    font.set(stored < length ? inflateSync(packed) : packed, to);
    to += (length + 3) & ~3;
  }
  return new Uint8Array(font).buffer;
}

/** Tables by name; OpenType 1.9 "Table directory". */
function tablesOf(data: ArrayBuffer): (tag: string) => Buffer {
  const font = Buffer.from(data);
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const at = 12 + 16 * index;
    const offset = font.readUInt32BE(at + 8);
    tables.set(
      font.toString('latin1', at, at + 4),
      font.subarray(offset, offset + font.readUInt32BE(at + 12)),
    );
  }
  return (tag) => {
    const table = tables.get(tag);
    if (!table) throw new Error(`Unexpected font without the table "${tag}"`);
    return table;
  };
}

/** Glyph of each code point; OpenType 1.9 "cmap", formats 4 and 12, which are all that web fonts have. */
function readGlyphs(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.readUInt32BE(8 + index * 8),
  );
  for (const offset of new Set(offsets)) {
    const subtable = cmap.subarray(offset);
    const format = subtable.readUInt16BE(0);
    if (format === 4) readSegments(subtable, glyphs);
    if (format === 12) readGroups(subtable, glyphs);
  }
  return glyphs;
}

function readSegments(subtable: Buffer, glyphs: Map<number, number>): void {
  const size = subtable.readUInt16BE(6);
  for (let at = 14; at < 14 + size; at += 2) {
    const [end, start, delta] = [at, at + size + 2, at + 2 * size + 2].map((place) =>
      subtable.readUInt16BE(place),
    );
    const range = subtable.readUInt16BE(at + 3 * size + 2);
    for (let codePoint = start ?? 0; codePoint <= (end ?? 0) && codePoint !== 0xffff; codePoint += 1) {
      const place = at + 3 * size + 2 + range + 2 * (codePoint - (start ?? 0));
      const base = range === 0 ? codePoint : subtable.readUInt16BE(place);
      const glyph = range !== 0 && base === 0 ? 0 : (base + (delta ?? 0)) & 0xffff;
      if (glyph !== 0) glyphs.set(codePoint, glyph);
    }
  }
}

function readGroups(subtable: Buffer, glyphs: Map<number, number>): void {
  for (let index = 0; index < subtable.readUInt32BE(12); index += 1) {
    const at = 16 + index * 12;
    const [start, end] = [subtable.readUInt32BE(at), subtable.readUInt32BE(at + 4)];
    const glyph = subtable.readUInt32BE(at + 8);
    for (let codePoint = start; codePoint <= end; codePoint += 1)
      glyphs.set(codePoint, glyph + codePoint - start);
  }
}

/** Advance width of a glyph in font units; glyphs past the last metric are as wide as it. */
function readAdvances(hhea: Buffer, hmtx: Buffer): (glyph: number) => number {
  const last = hhea.readUInt16BE(34) - 1;
  return (glyph) => hmtx.readUInt16BE(Math.min(glyph, last) * 4);
}
