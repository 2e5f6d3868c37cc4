import type { ChartShape } from '../brief/blocks.ts';
import { dotOutline, lineOutline } from './drawn-outlines.ts';
import type { PlacedLetter } from './glyphs.ts';
import type { ChartRow } from './layout.ts';
import { placeLine, type PlacedEmoji, type RowPlace, type SetRow, type SetText } from './set-text.ts';
import { breakLines, type Line } from './text/lines.ts';
import type { Paragraph } from './text/paragraph.ts';

/** Pixels of a chart on a page that are an em on a slide: its names and numbers, 16 of them high, are 24 px in the smallest text. */
const chartEm = 18.6;

/** A text of a chart where it stands, in pixels. */
interface PlacedLabel {
  readonly paragraph: Paragraph;
  readonly line: Line;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly role: string;
  /** Whether its end is left out. */
  readonly isCut: boolean;
}

/** Undefined where a name has no room beside its number, unless words may be broken: then the name is cut. */
export function setChart(
  { chart, colours }: ChartRow,
  paragraphs: readonly Paragraph[],
  place: RowPlace,
): SetRow | undefined {
  const { left, width, size, direction } = place;
  const scale = size / chartEm;
  const across = (part: number): number => left + part * width;
  const down = (pixels: number): number => pixels * scale;
  const texts = chart.shapes.filter((part) => part.shape === 'text');
  const placed = texts.flatMap((part, at) => {
    const paragraph = paragraphs[at];
    return paragraph ? labelAt(part, paragraph, across(part.x), down(part.y), size, place) : [];
  });
  const ellipsis = paragraphs[texts.length];
  const labels = ellipsis && roomy(placed, ellipsis, place);
  if (!labels) return undefined;
  return {
    height: Math.round(chart.height * scale),
    place: (top) => [
      ...chart.shapes.flatMap((part): SetText[] => {
        switch (part.shape) {
          case 'bar': {
            const [from, to] = [Math.round(across(part.x)), Math.round(across(part.x + part.width))];
            const box = { left: from, top: Math.round(top + down(part.y)), width: to - from, height: Math.round(down(part.height)) };
            return [{ colour: colours.bar, letters: [], emoji: [], areas: [{ ...box, colour: colours.bar }] }];
          }
          case 'line': {
            const isPath = part.role === 'path';
            const [y1, y2] = [top + down(part.y1), top + down(part.y2)];
            const outline = lineOutline(across(part.x1), y1, across(part.x2), y2, isPath ? 3 * scale : 2);
            return [{ colour: isPath ? colours.bar : colours.rule, letters: [outline], emoji: [] }];
          }
          case 'dot':
            return [{ colour: colours.bar, letters: [dotOutline(across(part.x), top + down(part.y), 4 * scale)], emoji: [] }];
          case 'text':
            return [];
        }
      }),
      ...labels.map((label): SetText => {
        const text = { colour: label.role === 'value' ? colours.value : colours.name, letters: [] as PlacedLetter[], emoji: [] as PlacedEmoji[] };
        placeLine(label.paragraph, label.line, labelSize(size), label.left, top + label.y, text);
        if (!label.isCut) return text;
        const [sign] = oneLine(ellipsis);
        const x = direction === 'ltr' ? label.right : label.left - (sign?.width ?? 0) * labelSize(size);
        if (sign) placeLine(ellipsis, sign, labelSize(size), x, top + label.y, text);
        return text;
      }),
    ],
  }; // prettier-ignore
}

/** Names and numbers of a chart are 16 px on its page. */
function labelSize(size: number): number {
  return (16 * size) / chartEm;
}

function oneLine(paragraph: Paragraph): Line[] {
  return breakLines(paragraph, Infinity, { breakWords: false, isBalanced: false }) ?? [];
}

function labelAt(
  { anchor, role }: Extract<ChartShape, { readonly shape: 'text' }>,
  paragraph: Paragraph,
  x: number,
  y: number,
  size: number,
  { direction }: RowPlace,
): PlacedLabel[] {
  const [line] = oneLine(paragraph);
  if (!line) return [];
  // SVG's anchors are of the direction of the text.
  const toLeft = { start: direction === 'ltr' ? 0 : 1, middle: 0.5, end: direction === 'ltr' ? 1 : 0 }[
    anchor
  ];
  const width = line.width * labelSize(size);
  const left = x - toLeft * width;
  return [{ paragraph, line, left, right: left + width, y, role, isCut: false }];
}

/** Labels that stand apart: a name gives way to the number on its line, and one between the first and the last to its neighbours. */
function roomy(
  labels: readonly PlacedLabel[],
  ellipsis: Paragraph,
  place: RowPlace,
): PlacedLabel[] | undefined {
  const gap = labelSize(place.size) * 0.75;
  const isClear = (one: PlacedLabel, other: PlacedLabel): boolean =>
    one.right + gap <= other.left || other.right + gap <= one.left;
  const rows = [...Map.groupBy(labels, ({ y }) => y).values()].map((row): PlacedLabel[] | undefined => {
    const value = row.find(({ role }) => role === 'value');
    const names = row.filter(({ role }) => role === 'name');
    const [name] = names;
    if (value && name && names.length === 1) {
      if (isClear(name, value)) return row;
      const cut = place.breakWords
        ? cutLabel(name, place.width - (value.right - value.left) - gap, ellipsis, place)
        : undefined;
      return cut && [...row.filter((label) => label !== name), cut];
    }
    const last = names.at(-1);
    const shown: PlacedLabel[] = [];
    for (const each of names) {
      const before = shown.at(-1);
      if ((!before || isClear(before, each)) && (!last || each === last || isClear(each, last)))
        shown.push(each);
    }
    return [...row.filter(({ role }) => role !== 'name'), ...shown];
  });
  const known = rows.filter((row) => row !== undefined);
  return known.length < rows.length ? undefined : known.flat();
}

/** The beginning of a label for so much room, an ellipsis included. */
function cutLabel(
  label: PlacedLabel,
  room: number,
  ellipsis: Paragraph,
  { size, direction }: RowPlace,
): PlacedLabel | undefined {
  const own = labelSize(size);
  const [sign] = oneLine(ellipsis);
  const width = room / own - (sign?.width ?? 0);
  const [line] = breakLines(label.paragraph, width, { breakWords: true, isBalanced: false }) ?? [];
  if (!line || line.width > width) return undefined;
  const end =
    direction === 'ltr' ? { right: label.left + line.width * own } : { left: label.right - line.width * own };
  return { ...label, ...end, line, isCut: true };
}
