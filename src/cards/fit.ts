import { nameOf } from './text/characters.ts';
import type { Box, Size } from './geometry.ts';
import { boundsOf, type PlacedLetter } from './glyphs.ts';
import { margin, runGap, type Layout, type Row, type Slot } from './layout.ts';
import { CardError, type CardProblem } from './problem.ts';
import { breakLines, lineGlyphs, type Line } from './text/lines.ts';
import { shapeParagraph, type Paragraph, type Writing } from './text/paragraph.ts';

/** What a text is drawn with: letters of one colour, and emoji. */
export interface SetText {
  readonly colour: string;
  readonly letters: readonly PlacedLetter[];
  readonly emoji: readonly PlacedEmoji[];
}

/** An emoji as a square picture on whole pixels. */
export interface PlacedEmoji extends Box {
  /** Of an SVG file. */
  readonly file: URL;
}

/** How a text came out. */
export interface FittedText {
  /** The slot's name. */
  readonly part: string;
  /** Pixels. */
  readonly size: number;
  /** Whether less stands there than the fullest wording. */
  readonly isShortened: boolean;
}

/** A card with each of its texts in its place. */
export interface FittedCard {
  readonly set: readonly SetText[];
  readonly texts: readonly FittedText[];
}

/**
 * Sets each text at the largest step at which it fits its slot whole and its ink keeps away from the card's edge. A text too long
 * for the smallest step is an error that says by how much; the problems of all slots are thrown at once.
 */
export async function fitCard({ size, slots }: Layout, writing: Writing): Promise<FittedCard> {
  const problems: CardProblem[] = [];
  const fitted: FittedSlot[] = [];
  for (const slot of slots) {
    try {
      fitted.push(await fitSlot(slot, size, writing));
    } catch (error) {
      if (!(error instanceof CardError)) throw error;
      if (slot.isOptional) continue;
      problems.push(...error.problems.map((problem) => ({ ...problem, part: slot.name })));
    }
  }
  if (problems.length > 0) throw new CardError(problems);
  return { set: fitted.flatMap(({ set }) => set), texts: fitted.map(({ text }) => text) };
}

interface FittedSlot {
  readonly set: readonly SetText[];
  readonly text: FittedText;
}

/** A wording of a slot at one size. */
interface Attempt {
  readonly slot: Slot;
  readonly rows: readonly (readonly ShapedRun[])[];
  /** Pixels. */
  readonly size: number;
  readonly breakWords: boolean;
}

interface ShapedRun {
  readonly paragraph: Paragraph;
  readonly colour: string;
  readonly scale: number;
}

async function fitSlot(slot: Slot, card: Size, writing: Writing): Promise<FittedSlot> {
  const fullest = slot.wordings[0];
  for (const choice of [slot, ...(slot.fallbacks ?? [])]) {
    for (const { breakWords, sizes } of waysOf(slot, choice.sizes)) {
      for (const wording of choice.wordings) {
        const rows = await shapeRows(wording, writing);
        for (const size of sizes) {
          const set = setRows({ slot, rows, size, breakWords }, writing);
          if (!set || !keepsAway(set, card)) continue;
          return { set, text: { part: slot.name, size, isShortened: wording !== fullest } };
        }
      }
    }
  }
  throw new CardError([await tooLong(slot, writing)]);
}

/** With words whole down to the size at which breaking them is better, then broken, then whole and small. */
function waysOf(
  { breakWordsAt, wholeWordsTo = 0 }: Slot,
  sizes: readonly number[],
): { breakWords: boolean; sizes: readonly number[] }[] {
  if (breakWordsAt === undefined) return [{ breakWords: false, sizes }];
  return [
    { breakWords: false, sizes: sizes.filter((size) => size >= wholeWordsTo) },
    { breakWords: true, sizes: sizes.filter((size) => size <= breakWordsAt && size >= wholeWordsTo) },
    { breakWords: false, sizes: sizes.filter((size) => size < wholeWordsTo) },
    { breakWords: true, sizes: sizes.filter((size) => size <= breakWordsAt && size < wholeWordsTo) },
  ];
}

async function shapeRows(rows: readonly Row[], writing: Writing): Promise<ShapedRun[][]> {
  const shaped: ShapedRun[][] = [];
  for (const row of rows) {
    const runs: ShapedRun[] = [];
    for (const { text, face, colour, scale = 1 } of row)
      runs.push({ paragraph: await shapeParagraph(text, face, writing), colour, scale });
    shaped.push(runs);
  }
  return shaped;
}

/** A row with its lines and its height in pixels. */
interface SetRow {
  readonly runs: readonly (ShapedRun & { readonly lines: readonly Line[] })[];
  /** Of its font. */
  readonly size: number;
  readonly lineHeight: number;
  readonly height: number;
}

/** Sets the rows in their slot; undefined where they have no room. */
function setRows(attempt: Attempt, { direction }: Writing): SetText[] | undefined {
  const { slot, rows, size } = attempt;
  const rowGap = Math.round((slot.rowGap ?? 0) * size);
  const set: SetRow[] = [];
  let left = slot.height;
  for (const row of rows) {
    const next = breakRow(row, attempt, left - (set.length > 0 ? rowGap : 0));
    if (!next) return undefined;
    left -= next.height + (set.length > 0 ? rowGap : 0);
    set.push(next);
  }
  let top = slot.edge === 'top' ? slot.top : slot.top + left;
  return set.flatMap((row) => {
    const placed = placeRow(row, { ...attempt, top }, direction);
    top += row.height + rowGap;
    return placed;
  });
}

/** Breaks a row into lines that fit into what is left of the slot. A row of several runs takes one line. */
function breakRow(
  row: readonly ShapedRun[],
  { slot, size: slotSize, breakWords }: Attempt,
  room: number,
): SetRow | undefined {
  const size = slotSize * (row[0]?.scale ?? 1);
  const lineHeight = Math.max(0, ...row.map(({ paragraph }) => Math.round(size * paragraph.fonts.leading)));
  const width = slot.width / size;
  const most = row.length === 1 ? Math.floor(room / lineHeight) : Math.min(1, Math.floor(room / lineHeight));
  const isBalanced = slot.isRunning !== true;
  const runs: SetRow['runs'][number][] = [];
  for (const run of row) {
    const { paragraph } = run;
    // Kerning at the ends of lines and the spaces there take less than an em of each.
    if ((paragraph.places.at(-1) ?? 0) > most * (width + 1)) return undefined;
    const lines = breakLines(paragraph, width, { breakWords: breakWords && row.length === 1, isBalanced });
    if (!lines || lines.length > most) return undefined;
    runs.push({ ...run, lines });
  }
  const gaps = runGap * (row.length - 1);
  if (row.length > 1 && runs.reduce((sum, { lines }) => sum + (lines[0]?.width ?? 0), gaps) > width)
    return undefined;
  return {
    runs,
    size,
    lineHeight,
    height: lineHeight * Math.max(1, ...runs.map(({ lines }) => lines.length)),
  };
}

function placeRow(
  { runs, size, lineHeight }: SetRow,
  { slot, top }: Attempt & { readonly top: number },
  direction: Writing['direction'],
): SetText[] {
  const baseline = Math.max(...runs.map(({ paragraph }) => baselineIn(lineHeight, paragraph, size)));
  let along = 0;
  return runs.map(({ paragraph, colour, lines }) => {
    const letters: PlacedLetter[] = [];
    const emoji: PlacedEmoji[] = [];
    lines.forEach((line, at) => {
      const x =
        direction === 'ltr' ? slot.left + along * size : slot.left + slot.width - (along + line.width) * size;
      placeLine(paragraph, line, size, x, top + baseline + at * lineHeight, letters, emoji);
    });
    along += (lines[0]?.width ?? 0) + runGap;
    return { colour, letters, emoji };
  });
}

/** Where the baseline is in a line, as browsers find it: half of what the font leaves of its height above it. */
function baselineIn(lineHeight: number, { fonts: { main } }: Paragraph, size: number): number {
  return (lineHeight - (main.ascent + main.descent) * size) / 2 + main.ascent * size;
}

/** Part of an em that an emoji stands above the baseline. */
const emojiAscent = 0.86;

function placeLine(
  paragraph: Paragraph,
  line: Line,
  size: number,
  x: number,
  y: number,
  letters: PlacedLetter[],
  emoji: PlacedEmoji[],
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

/** Whether no ink comes nearer to the card's edge than its margin: letters may hang out of their line. */
function keepsAway(set: readonly SetText[], card: Size): boolean {
  const isWithin = ({ left, top, width, height }: Box): boolean =>
    width === 0 ||
    (left >= margin &&
      top >= margin &&
      left + width <= card.width - margin &&
      top + height <= card.height - margin);
  return set.every(
    ({ letters, emoji }) => emoji.every(isWithin) && letters.every((letter) => isWithin(boundsOf(letter))),
  );
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Takes graphemes from the end of the slot's longest text, halving, until the rest fits. */
async function tooLong(slot: Slot, writing: Writing): Promise<CardProblem> {
  const { wordings, sizes } = slot.fallbacks?.at(-1) ?? slot;
  const wording = wordings.at(-1) ?? [];
  const text = wording
    .flat()
    .reduce((longest, run) => (run.text.length > longest.length ? run.text : longest), '');
  const smallest = { slot, size: sizes.at(-1) ?? 0, breakWords: slot.breakWordsAt !== undefined };
  if (setRows({ ...smallest, rows: await shapeRows(wording, writing) }, writing)) {
    const message = `Unexpected ink nearer than ${margin} px to the edge of the card, even at the smallest size: "${text}"`;
    return { code: 'card-text', part: slot.name, message };
  }
  const letters = [...graphemes.segment(text)].map(({ segment }) => segment);
  let fits = 0;
  let over = letters.length;
  while (fits + 1 < over) {
    const half = (fits + over) >> 1;
    const part = letters.slice(0, half).join('').trimEnd();
    const shorter = wording.map((row) =>
      row.map((run) => (run.text === text ? { ...run, text: part } : run)),
    );
    if (setRows({ ...smallest, rows: await shapeRows(shorter, writing) }, writing)) fits = half;
    else over = half;
  }
  return {
    code: 'card-text',
    part: slot.name,
    message: `Unexpected length of ${letters.length} characters, ${letters.length - fits} too many to fit at the smallest size: "${text}"`,
  };
}
