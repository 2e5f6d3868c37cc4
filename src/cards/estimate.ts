import { graphemesOf } from './characters.ts';
import type { Setting } from './fonts.ts';
import { runGap, type Slot } from './layout.ts';

/** A slot's text at one size. */
export interface Fitting {
  readonly slot: Slot;
  readonly rows: readonly (readonly TypesetRun[])[];
  /** Pixels. */
  readonly size: number;
  readonly breakWords: boolean;
  /** Whether it says less than the slot's fullest wording. */
  readonly isShortened: boolean;
}

/** A text ready to be drawn, in the order and with the fonts that satori needs. */
export interface TypesetRun {
  readonly text: string;
  readonly colour: string;
  readonly setting: Setting;
}

/**
 * Whether a text will fit, from the advance widths of its characters. It knows no kerning and few of the rules by which lines
 * break: a guess that spares satori most attempts and proves nothing.
 */
export function seemsToFit({ slot, rows, size, breakWords }: Fitting): boolean {
  const room = slot.width / size;
  const heights = rows.map((row) => {
    const [first, ...others] = row;
    const lines = first && others.length === 0 ? countLines(first, room, breakWords) : countRow(row, room);
    // satori rounds the height of a line to whole pixels.
    return lines * Math.max(...row.map(({ setting }) => Math.round(size * setting.leading)));
  });
  const gaps = Math.round((slot.rowGap ?? 0) * size) * Math.max(0, rows.length - 1);
  return heights.reduce((sum, height) => sum + height, gaps) <= slot.height;
}

/** A row of several runs takes one line or does not fit. */
function countRow(row: readonly TypesetRun[], room: number): number {
  const widths = row.map(({ text, setting }) => widthOf(text, setting));
  return widths.reduce((sum, width) => sum + width, runGap * (row.length - 1)) <= room ? 1 : Infinity;
}

// After a space or a hyphen, soft ones included, and around the characters of scripts that are written without spaces, unless they are joined.
const breaks =
  /(?<=[ \u200b\u00ad–—-])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])(?!\u2060)|(?<!\u2060)(?=\p{Script=Han})/u;

/** Lines that a text takes in a room of so many ems; infinite if a word is wider and may not be broken. */
function countLines({ text, setting }: TypesetRun, room: number, breakWords: boolean): number {
  let lines = 1;
  let used = 0;
  for (const chunk of text.split(breaks)) {
    const width = widthOf(chunk.trimEnd(), setting);
    if (width > room) {
      if (!breakWords) return Infinity;
      const filled = used > 0 ? lines + 1 : lines;
      lines = filled - 1 + Math.ceil(width / room);
      used = width % room;
    } else if (used + width > room) {
      lines += 1;
      used = 0;
    }
    if (width <= room) used += widthOf(chunk, setting);
  }
  return lines;
}

/** Advance width of a text on one line, in ems; satori draws a picture one em wide. */
export function widthOf(text: string, { images, advanceOf }: TypesetRun['setting']): number {
  let width = 0;
  for (const part of images.size > 0 ? graphemesOf(text) : text) {
    if (images.has(part)) width += 1;
    else for (const character of part) width += advanceOf(character);
  }
  return width;
}
