import type { ChartShape } from '../brief/blocks.ts';
import type { Box } from './geometry.ts';
import { dotOutline, lineOutline } from './drawn-outlines.ts';
import type { PlacedLetter } from './glyphs.ts';
import {
  runGap,
  runsOf,
  type Area,
  type CellsRow,
  type ChartRow,
  type IndentedRow,
  type Row,
  type Run,
} from './layout.ts';
import { CardError } from './problem.ts';
import { nameOf } from './text/characters.ts';
import { breakLines, lineGlyphs, type Line, type LineOptions } from './text/lines.ts';
import { shapeParagraph, type Paragraph, type Writing } from './text/paragraph.ts';

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

/** A row with its texts shaped, in the order of `runsOf`. */
export interface ShapedRow {
  readonly row: Row;
  readonly paragraphs: readonly Paragraph[];
}

export async function shapeRow(row: Row, writing: Writing): Promise<ShapedRow> {
  const paragraphs: Paragraph[] = [];
  for (const { text, face } of runsOf(row)) paragraphs.push(await shapeParagraph(text, face, writing));
  return { row, paragraphs };
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

/** Sets a row; undefined where a word has no room in its width. */
export function setRow({ row, paragraphs }: ShapedRow, place: RowPlace): SetRow | undefined {
  if (!('form' in row))
    return setRuns(
      row.map((run, at) => shaped(run, paragraphs[at])),
      place,
    );
  switch (row.form) {
    case 'indented':
      return setIndented(row, paragraphs, place);
    case 'cells':
      return setCells(row, paragraphs, place);
    case 'chart':
      return setChart(row, paragraphs, place);
  }
}

interface ShapedRun extends Run {
  readonly paragraph: Paragraph;
}

function shaped(run: Run, paragraph: Paragraph | undefined): ShapedRun {
  if (!paragraph) throw new Error('every text of a row is shaped');
  return { ...run, paragraph };
}

/** A single run takes as many lines as it needs; several take one line together. */
function setRuns(runs: readonly ShapedRun[], place: RowPlace): SetRow | undefined {
  const size = place.size * (runs[0]?.scale ?? 1);
  const lineHeight = Math.max(0, ...runs.map(({ paragraph }) => Math.round(size * paragraph.fonts.leading)));
  const width = place.width / size;
  const set: (ShapedRun & { readonly lines: readonly Line[] })[] = [];
  for (const run of runs) {
    const lines = breakLines(run.paragraph, width, { breakWords: place.breakWords && runs.length === 1, isBalanced: place.isBalanced }); // prettier-ignore
    if (!lines || (runs.length > 1 && lines.length > 1)) return undefined;
    set.push({ ...run, lines });
  }
  const along = set.map(({ lines }) => (lines[0]?.width ?? 0) + runGap);
  if (runs.length > 1 && along.reduce((sum, each) => sum + each, -runGap) > width) return undefined;
  const baseline = Math.max(...set.map(({ paragraph }) => baselineIn(lineHeight, paragraph, size)));
  return {
    height: lineHeight * Math.max(1, ...set.map(({ lines }) => lines.length)),
    place: (top) =>
      set.map(({ paragraph, colour, lines }, index) => {
        const before = along.slice(0, index).reduce((sum, each) => sum + each, 0);
        const text = { colour, letters: [] as PlacedLetter[], emoji: [] as PlacedEmoji[] };
        lines.forEach((line, at) => {
          const x =
            place.direction === 'ltr'
              ? place.left + before * size
              : place.left + place.width - (before + line.width) * size;
          placeLine(paragraph, line, size, x, top + baseline + at * lineHeight, text);
        });
        return text;
      }),
  };
}

/** Pixels. */
const barWidth = 6;

function setIndented(
  { run, indent, inset = 0, marker, bar }: IndentedRow,
  paragraphs: readonly Paragraph[],
  whole: RowPlace,
): SetRow | undefined {
  const { size, direction } = whole;
  const left = direction === 'ltr' ? whole.left + inset * size : whole.left;
  const width = whole.width - inset * size;
  const place = { ...whole, left, width };
  const inner = {
    ...place,
    left: direction === 'ltr' ? left + indent * size : left,
    width: width - indent * size,
  };
  const text = setRuns([shaped(run, paragraphs[0])], inner);
  const before = marker && setRuns([shaped(marker, paragraphs[1])], place);
  if (!text || (marker && !before)) return undefined;
  return {
    height: text.height,
    place: (top) => {
      const x = direction === 'ltr' ? left : left + width - barWidth;
      const areas =
        bar === undefined
          ? []
          : [
              {
                left: Math.round(x),
                top: Math.round(top),
                width: barWidth,
                height: Math.round(text.height),
                colour: bar,
              },
            ];
      return [
        { colour: run.colour, letters: [], emoji: [], areas },
        ...text.place(top),
        ...(before?.place(top) ?? []),
      ];
    },
  };
}

/** Ems between columns, and above the rule. */
const cellGap = 0.8;
const cellPad = 0.3;
/** Pixels: a table becomes this small before any of its words is broken. */
const smallestTable = 28;

function setCells(
  { cells, columns, rule }: CellsRow,
  paragraphs: readonly Paragraph[],
  place: RowPlace,
): SetRow | undefined {
  const { left, width, size, direction } = place;
  const room = width - cellGap * size * (cells.length - 1);
  const set: SetRow[] = [];
  let along = 0;
  for (const [at, cell] of cells.entries()) {
    const across = room * (columns[at] ?? 0);
    const inner = {
      ...place,
      breakWords: place.breakWords && size <= smallestTable,
      width: across,
      left: direction === 'ltr' ? left + along : left + width - along - across,
    };
    const next = setRuns([shaped(cell, paragraphs[at])], inner);
    if (!next) return undefined;
    set.push(next);
    along += across + cellGap * size;
  }
  const height = Math.max(...set.map((each) => each.height)) + Math.round(cellPad * size);
  return {
    height: height + 2,
    place: (top) => [
      {
        colour: rule,
        letters: [],
        emoji: [],
        areas: [
          {
            left: Math.round(left),
            top: Math.round(top + height),
            width: Math.round(width),
            height: 2,
            colour: rule,
          },
        ],
      },
      ...set.flatMap((each) => each.place(top)),
    ],
  };
}

/** Pixels of a chart on a page that are an em on a slide: its names and numbers, 16 of them high, are 24 px in the smallest text. */
const chartEm = 18.6;

function setChart({ chart, colours }: ChartRow, paragraphs: readonly Paragraph[], place: RowPlace): SetRow {
  const { left, width, size, direction } = place;
  const scale = size / chartEm;
  return {
    height: Math.round(chart.height * scale),
    place: (top) => {
      const across = (part: number): number => left + part * width;
      const down = (pixels: number): number => top + pixels * scale;
      let text = -1;
      return chart.shapes.map((part): SetText => {
        switch (part.shape) {
          case 'bar': {
            const [from, to] = [Math.round(across(part.x)), Math.round(across(part.x + part.width))];
            const box = {
              left: from,
              top: Math.round(down(part.y)),
              width: to - from,
              height: Math.round(part.height * scale),
            };
            return { colour: colours.bar, letters: [], emoji: [], areas: [{ ...box, colour: colours.bar }] };
          }
          case 'line': {
            const isPath = part.role === 'path';
            const outline = lineOutline(
              across(part.x1),
              down(part.y1),
              across(part.x2),
              down(part.y2),
              isPath ? 3 * scale : 2,
            );
            return { colour: isPath ? colours.bar : colours.rule, letters: [outline], emoji: [] };
          }
          case 'dot':
            return {
              colour: colours.bar,
              letters: [dotOutline(across(part.x), down(part.y), 4 * scale)],
              emoji: [],
            };
          case 'text':
            text += 1;
            return placeLabel(
              part,
              paragraphs[text],
              { x: across(part.x), y: down(part.y), size: 16 * scale, direction },
              part.role === 'value' ? colours.value : colours.name,
            );
        }
      });
    },
  };
}

function placeLabel(
  { anchor }: Extract<ChartShape, { readonly shape: 'text' }>,
  paragraph: Paragraph | undefined,
  {
    x,
    y,
    size,
    direction,
  }: {
    readonly x: number;
    readonly y: number;
    readonly size: number;
    readonly direction: Writing['direction'];
  },
  colour: string,
): SetText {
  const text = { colour, letters: [] as PlacedLetter[], emoji: [] as PlacedEmoji[] };
  const [line] = paragraph
    ? (breakLines(paragraph, Infinity, { breakWords: false, isBalanced: false }) ?? [])
    : [];
  if (!paragraph || !line) return text;
  // SVG's anchors are of the direction of the text.
  const toLeft = { start: direction === 'ltr' ? 0 : 1, middle: 0.5, end: direction === 'ltr' ? 1 : 0 }[
    anchor
  ];
  placeLine(paragraph, line, size, x - toLeft * line.width * size, y, text);
  return text;
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
