import { paletteOf, type Palette } from '../colours.ts';
import { runsOf, type Layout, type Row, type Run, type Slot } from '../layout.ts';
import { cardFormats } from '../../brief/card-formats.ts';
import { taskBox, type Chart } from '../../brief/blocks.ts';
import { announcement } from '../../markdown/sentences.ts';
import type { CardSpec, SectionSpec, SlideBlock, SourcesSpec } from '../card-spec.ts';
import { labelSteps, leftToRight, line, numeral, sectionIcon, signOf, stepsOf, titleSizes } from './parts.ts';

const { width, height } = cardFormats.slide;
const size = { width, height };
const edge = 64;
const iconTop = 72;
const iconSide = 108;
const column = { left: edge, width: size.width - 2 * edge };
const text = { ...column, top: 372, height: 792 };
/** As large as it fits, up to a size that all slides of a brief share. */
const wholeSizes = [86, 79, 72, 66, 60, 54, 50, 46, 43, 40, 38, 36, 34, 32];
const readingSize = 40;

/** A section's own words in the forms that they have on the page, growing until they fill the slide. */
export function sectionSlide(card: SectionSpec): Layout {
  const palette = paletteOf(card);
  return {
    size,
    ground: groundOf(palette, [card.section]),
    slots: [headingOf(card.heading, palette, card.part), wordsOf(card, palette), ...footOf(card, palette)],
  };
}

/** The sources, as many as there is room for, and the address at which the story is read. */
export function sourcesSlide(card: SourcesSpec): Layout {
  const palette = paletteOf(card);
  const sign = signOf(card, palette, { left: edge, top: iconTop, width: 560, side: iconSide });
  const address = {
    ...column,
    top: 1000,
    height: 164,
    edge: 'bottom',
    rowGap: 0.1,
    breakWordsAt: 40,
  } as const;
  return {
    size,
    ground: card.logo ? groundOf(palette) : groundOf(palette, []),
    ...(sign.logo && { logo: sign.logo }),
    slots: [
      headingOf(card.heading, palette),
      listOf(card.sources, palette),
      {
        name: 'address',
        ...address,
        sizes: labelSteps(40),
        wordings: [
          [
            [{ text: card.call, face: 'label', colour: palette.softInk, scale: lesserScale }],
            [{ text: leftToRight(card.address), face: 'strong', colour: palette.accent }],
          ],
        ],
      },
      ...footOf(card, palette),
    ],
  };
}

/** With the icon of the sections, unless the logo is in its place. */
function groundOf({ ground, accent, ink }: Palette, quarters?: readonly number[]): Layout['ground'] {
  return [
    { left: 0, top: 0, ...size, colour: ground },
    ...(quarters ? sectionIcon({ left: edge, top: iconTop, side: iconSide }, quarters, accent) : []),
    { ...column, top: 1196, height: line, colour: ink },
  ];
}

function headingOf(heading: string, { ink, softInk }: Palette, part?: string): Slot {
  const place = { ...column, top: 200, height: 136, edge: 'top' } as const;
  const title: Row = [{ text: heading, face: 'display', colour: ink }];
  const numbered = (scale: number): Row[] => (part === undefined ? [title] : [title, [{ text: part, face: 'label', colour: softInk, scale }]]); // prettier-ignore
  return {
    name: 'heading',
    ...place,
    sizes: stepsOf(titleSizes, 93, 60),
    wordings: [numbered(0.4)],
    fallbacks: [
      // No text on a card is smaller than 24 px.
      { wordings: [numbered(0.6)], sizes: stepsOf(titleSizes, 60, 40) },
      { wordings: [[title]], sizes: stepsOf(titleSizes, 62, 40) },
    ],
  };
}

function wordsOf({ section, blocks, largest, isCut, readOn }: SectionSpec, palette: Palette): Slot {
  const on: Row = [{ text: readOn, face: 'strong', colour: palette.accent }];
  const rows = blocks.flatMap((block) => rowsOf(block, palette));
  const shorter = rows.map((_, at) => [...rows.slice(0, rows.length - at - 1), on]).filter(endsWell);
  return {
    name: `text of section ${section + 1}`,
    ...text,
    edge: 'top',
    rowGap: 0.5,
    isRunning: true,
    breakWordsAt: readingSize,
    wordings: [isCut ? [...rows, on] : rows],
    sizes: stepsOf(wholeSizes, largest),
    fallbacks: [
      { wordings: [isCut ? [...rows, on] : rows], sizes: [30, 28] },
      // What has no room at all gives way to the heading.
      { wordings: [...shorter, [on]], sizes: [readingSize, 32, 28] },
    ],
  };
}

/** Whether something is left of the text, and its end announces nothing that is not there. */
function endsWell(rows: readonly Row[]): boolean {
  const last = rows.at(-2);
  return last !== undefined && !announcement.test(runsOf(last)[0]?.text ?? '');
}

/** Ems. */
const listIndent = 1.1;
/** Of a digit in the number of an item, with its share of the space behind it. */
const digitWidth = 0.68;
const quoteIndent = 0.8;
/** Of a text that is less than the others, still 24 px high in the smallest size. */
const lesserScale = 0.86;

function rowsOf(block: SlideBlock, { ink, softInk, accent }: Palette): Row[] {
  const words = (text: string): Run => ({ text, face: 'text', colour: ink });
  switch (block.kind) {
    case 'paragraph':
      return [[words(block.sentences.join('').trim())]];
    case 'heading':
      return [[{ text: block.text, face: 'strong', colour: ink, isWithNext: true }]];
    case 'quote':
      return [
        { form: 'indented', run: { ...words(block.text), ...(block.by !== undefined && { isWithNext: true }) }, indent: quoteIndent, bar: accent },
        ...(block.by === undefined ? [] : [{ form: 'indented', run: { text: block.by, face: 'label', colour: softInk, scale: lesserScale }, indent: quoteIndent } as const]),
      ]; // prettier-ignore
    case 'figure':
      return [
        [
          {
            text: numeral(block.value.replace(/ /g, '\u00a0')),
            face: 'display',
            colour: accent,
            scale: 2.6,
            isWithNext: true,
          },
        ],
        [{ text: block.label, face: 'label', colour: ink }],
      ];
    case 'list': {
      const markers = block.items.map((item, at) => taskBox.exec(item)?.[0].trim() ?? (block.first === undefined ? '•' : `${block.first + at}.`)); // prettier-ignore
      const indent = Math.max(listIndent, digitWidth * Math.max(...markers.map(({ length }) => length)));
      return block.items.map((item, at) => ({
        form: 'indented',
        run: words(item.replace(taskBox, '')),
        indent,
        ...(block.depth !== undefined && { inset: block.depth * listIndent }),
        marker: { text: markers[at] ?? '', face: 'text', colour: accent },
      }));
    }
    case 'table':
      return tableRows(block, { ink, softInk });
    case 'chart':
      return [
        [{ text: block.title, face: 'strong', colour: ink, isWithNext: true }],
        { form: 'chart', chart: withNumerals(block), colours: { bar: accent, rule: softInk, name: softInk, value: ink } },
        ...(block.more === undefined ? [] : [moreOf(block.more, softInk)]),
      ]; // prettier-ignore
  }
}

function tableRows(
  { rows, hasHead, more }: Extract<SlideBlock, { readonly kind: 'table' }>,
  { ink, softInk }: Pick<Palette, 'ink' | 'softInk'>,
): Row[] {
  const columns = columnsOf(rows);
  const cellRows = rows.map((row, at): Row => {
    const isHead = hasHead && at === 0;
    const cells = columns.map((_, column): Run => ({ text: row[column] ?? '', face: isHead ? 'strong' : 'label', colour: isHead ? softInk : ink, scale: lesserScale })); // prettier-ignore
    return { form: 'cells', cells, columns, rule: softInk };
  });
  return more === undefined ? cellRows : [...cellRows, moreOf(more, softInk)];
}

function moreOf(count: number, colour: string): Row {
  return [{ text: leftToRight(`+ ${count}`), face: 'label', colour }];
}

function withNumerals(chart: Chart): Chart {
  return {
    ...chart,
    shapes: chart.shapes.map((part) =>
      part.shape === 'text' ? { ...part, text: numeral(part.text) } : part,
    ),
  };
}

/** Parts of the width: most by each column's longest word, so that few are broken, and some by its longest text. */
function columnsOf(rows: readonly (readonly string[])[]): number[] {
  const count = Math.max(1, ...rows.map(({ length }) => length));
  const lengths = Array.from({ length: count }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    const word = Math.max(
      4,
      ...cells.flatMap((cell) => cell.split(/[\s\-‐–/]+/)).map(({ length }) => Math.min(20, length)),
    );
    const text = Math.max(word, ...cells.map(({ length }) => Math.min(40, length)));
    return word + 0.3 * (text - word);
  });
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.map((length) => length / total);
}

function listOf(sources: SourcesSpec['sources'], { ink, softInk }: Palette): Slot {
  const all = sources.map(([title = '', publisher]): Row[] => {
    const named: Run = { text: title, face: 'text', colour: ink };
    return publisher === undefined
      ? [[named]]
      : [
          [{ ...named, isWithNext: true }],
          [{ text: publisher, face: 'label', colour: softInk, scale: lesserScale }],
        ];
  });
  const rows = all.flat();
  const shorter = all.map((_, at): Row[] => [...all.slice(0, -1 - at).flat(), moreOf(at + 1, softInk)]);
  return {
    name: 'sources',
    ...column,
    top: text.top,
    height: 610,
    edge: 'top',
    rowGap: 0.55,
    isRunning: true,
    breakWordsAt: 32,
    wordings: [rows],
    sizes: [60, 54, 50, 46, 43, 40, 38, 36, 34, 32],
    fallbacks: [
      { wordings: [rows], sizes: [30, 28] },
      { wordings: shorter, sizes: [30] },
    ],
  };
}

function footOf({ publication, page = '', aiLabels }: CardSpec, { ink, softInk }: Palette): Slot[] {
  const name = { text: publication, face: 'strong', colour: ink } as const;
  const number = { text: page, face: 'label', colour: softInk } as const;
  const labels = aiLabels.map((label) => ({ text: label, face: 'label', colour: ink }) as const);
  const place = { ...column, top: 1206, height: 80, edge: 'bottom' } as const;
  return [
    {
      name: 'foot',
      ...place,
      sizes: labelSteps(32),
      // The AI label is never left out.
      wordings: labels.length === 0 ? [[[number, name]]] : [...labels.map((label) => [[number, name, label]]), ...labels.map((label) => [[number, name], [label]])], // prettier-ignore
    },
  ];
}
