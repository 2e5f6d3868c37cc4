import { setChart } from './chart-rows.ts';
import type { PlacedLetter } from './glyphs.ts';
import { runGap, runsOf, type CellsRow, type IndentedRow, type Row, type Run } from './layout.ts';
import { placeLine, type PlacedEmoji, type RowPlace, type SetRow } from './set-text.ts';
import { breakLines, type Line } from './text/lines.ts';
import { shapeParagraph, type Paragraph, type Writing } from './text/paragraph.ts';

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

/** Where the baseline is in a line, as browsers find it: half of what the font leaves of its height above it. */
function baselineIn(lineHeight: number, { fonts: { main } }: Paragraph, size: number): number {
  return (lineHeight - (main.ascent + main.descent) * size) / 2 + main.ascent * size;
}
