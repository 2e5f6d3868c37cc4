import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';

/** One font file, read once per thread; `data` stays the same object, by which satori knows a font it has parsed. */
export interface FontFile {
  /** Name under which satori knows the file: each subset is a family of its own to it. */
  readonly name: string;
  readonly data: Buffer;
  readonly has: (character: string) => boolean;
  /** Width of a character in ems, before kerning. */
  readonly advanceOf: (character: string) => number;
}

const files = new Map<string, FontFile>();

/** Reads a TTF or WOFF file, or gives what was read before. */
export function readFontFile(name: string, path: URL): FontFile {
  const known = files.get(name);
  if (known) return known;
  const data = readFileSync(path);
  const font = create(data);
  if (font.isCollection) throw new Error(`Unexpected collection of fonts in ${path.href}, expected one font`);
  const covered = new Set(font.characterSet);
  const advances = new Map<string, number>();
  const file: FontFile = {
    name,
    data,
    has: (character) => covered.has(character.codePointAt(0) ?? -1),
    advanceOf: (character) => {
      const known = advances.get(character);
      if (known !== undefined) return known;
      const advance = font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
      advances.set(character, advance);
      return advance;
    },
  };
  files.set(name, file);
  return file;
}

/** Reads the ranges of a `unicode.json` of Fontsource, e.g. `U+0600-06FF,U+0750`. */
export function parseRanges(text: string): readonly (readonly [number, number])[] {
  return text.split(',').map((range) => {
    const [from = '', to = from] = range.replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
}
