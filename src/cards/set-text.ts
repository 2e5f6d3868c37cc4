import type { Box } from './geometry.ts';
import type { PlacedLetter } from './glyphs.ts';
import type { Area } from './layout.ts';
import { CardError } from './problem.ts';
import { nameOf } from './text/characters.ts';
import { lineGlyphs, type Line, type LineOptions } from './text/lines.ts';
import type { Paragraph, Writing } from './text/paragraph.ts';

/** What a text is drawn with: letters of one colour, emoji, and areas below them. */
export interface SetText {
  readonly colour: string;
  readonly letters: readonly PlacedLetter[];
  readonly emoji: readonly PlacedEmoji[];
  readonly areas?: readonly Area[];
}

/** An emoji as a square image on whole pixels. */
export interface PlacedEmoji extends Box {
  /** Of an SVG file. */
  readonly file: URL;
}

/** Where a row stands, at which size, in pixels. */
export interface RowPlace extends LineOptions {
  readonly left: number;
  readonly width: number;
  readonly size: number;
  readonly direction: Writing['direction'];
}

/** A row that has room in its width: its height, and how it is drawn from a top; in pixels. */
export interface SetRow {
  readonly height: number;
  readonly place: (top: number) => SetText[];
}

/** The same text elsewhere, by pixels. */
export function moveText({ letters, emoji, areas, ...text }: SetText, x: number, y: number): SetText {
  const move = <Placed extends Box>(box: Placed): Placed => ({
    ...box,
    left: box.left + x,
    top: box.top + y,
  });
  return {
    ...text,
    letters: letters.map((letter) => ({ ...letter, x: letter.x + x, y: letter.y + y })),
    emoji: emoji.map(move),
    ...(areas && { areas: areas.map(move) }),
  };
}

/** Part of an em that an emoji stands above the baseline. */
const emojiAscent = 0.86;

/** Places a line's glyphs from its left end, on a baseline. */
export function placeLine(
  paragraph: Paragraph,
  line: Line,
  size: number,
  x: number,
  y: number,
  { letters, emoji }: { readonly letters: PlacedLetter[]; readonly emoji: PlacedEmoji[] },
): void {
  for (const { source, glyph, left } of lineGlyphs(paragraph, line)) {
    const across = x + left * size;
    if (source instanceof URL) {
      const side = Math.round(size);
      emoji.push({ file: source, left: Math.round(across), top: Math.round(y - emojiAscent * size), width: side, height: side }); // prettier-ignore
    } else if (glyph) {
      if (glyph.id === 0) throw missingGlyph(paragraph, glyph.cluster);
      letters.push({
        outline: source.outlineOf(glyph.id),
        x: across + glyph.dx * size,
        y: y - glyph.dy * size,
        scale: size,
      });
    }
  }
}

function missingGlyph({ text }: Paragraph, at: number): CardError {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const message = `Unexpected character ${nameOf(character)}: its font cannot show it here`;
  return new CardError([{ code: 'card-text', part: 'text', message, character }]);
}
