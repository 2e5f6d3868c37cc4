import { paletteOf, type Palette } from '../colours.ts';
import type { Layout, Row, Slot } from '../layout.ts';
import { cardFormats } from '../../brief/card-formats.ts';
import type { CardSheet, SectionSheet, SourcesSheet } from '../card-spec.ts';
import { labelSteps, leftToRight, line, paragraph, sign, stepsOf, titleSizes } from './parts.ts';

const { width, height } = cardFormats.slide;
const size = { width, height };
const edge = 64;
const column = { left: edge, width: size.width - 2 * edge };
const text = { ...column, top: 404, height: 760 };
/** Where all that a section says has room at such a size, all of it stands; else as much as has room at the size for reading. */
const wholeSizes = [54, 50, 46, 43, 40, 38];
const readingSize = 40;

/** A section's own words, as many whole sentences as there is room for. */
export function sectionSlide(card: SectionSheet): Layout {
  const palette = paletteOf(card);
  return {
    size,
    ground: groundOf(palette, [card.section]),
    slots: [headingOf(card.heading, palette), wordsOf(card, palette), ...footOf(card, palette)],
  };
}

/** The sources, as many as there is room for, and the address at which the story is read. */
export function sourcesSlide(card: SourcesSheet): Layout {
  const palette = paletteOf(card);
  const call = { ...column, top: 1000, height: 44, edge: 'top' } as const;
  const address = { ...column, top: 1050, height: 114, edge: 'top', breakWordsAt: 40 } as const;
  return {
    size,
    ground: groundOf(palette, []),
    slots: [
      headingOf(card.heading, palette),
      listOf(card.sources, palette),
      paragraph(
        { name: 'call to read', sizes: labelSteps(34), ...call },
        { text: card.call, face: 'label', colour: palette.softInk },
      ),
      paragraph(
        { name: 'address', sizes: labelSteps(40), ...address },
        { text: leftToRight(card.address), face: 'strong', colour: palette.accent },
      ),
      ...footOf(card, palette),
    ],
  };
}

function groundOf({ ground, accent, ink }: Palette, quarters: readonly number[]): Layout['ground'] {
  return [
    { left: 0, top: 0, ...size, colour: ground },
    ...sign({ left: edge, top: 72, side: 108 }, quarters, accent),
    { ...column, top: 1196, height: line, colour: ink },
  ];
}

function headingOf(heading: string, { ink }: Palette): Slot {
  const place = { ...column, top: 216, height: 148, edge: 'top' } as const;
  return paragraph(
    { name: 'heading', sizes: stepsOf(titleSizes, 93, 40), ...place },
    { text: heading, face: 'display', colour: ink },
  );
}

function wordsOf({ section, paragraphs, isCut, readOn }: SectionSheet, palette: Palette): Slot {
  const on: Row = [{ text: readOn, face: 'strong', colour: palette.accent }];
  const beginning = (sentences: number): Row[] => [...rowsOf(paragraphs, sentences, palette), on];
  const all = paragraphs.flat().length;
  const shorter = Array.from({ length: all }, (_, at) => beginning(all - at - (isCut ? 0 : 1)));
  return {
    name: `text of section ${section + 1}`,
    ...text,
    edge: 'top',
    rowGap: 0.5,
    isRunning: true,
    breakWordsAt: readingSize,
    wordings: isCut ? [] : [rowsOf(paragraphs, all, palette)],
    sizes: wholeSizes,
    fallbacks: [
      { wordings: shorter.filter((rows) => !endsAmid(rows)), sizes: [readingSize] },
      // A first sentence that is too long for that is set smaller; the last resort is the heading alone.
      { wordings: all > 0 ? [beginning(1)] : [], sizes: [38, 36, 34, 32, 30, 28] },
      { wordings: [[on]], sizes: [readingSize] },
    ],
  };
}

/** Whether nothing of the text is there, or its last sentence announces what is not. */
function endsAmid(rows: readonly Row[]): boolean {
  return rows.length < 2 || /[:：]$/.test(rows.at(-2)?.at(-1)?.text ?? '');
}

/** The first sentences, each paragraph a row. */
function rowsOf(paragraphs: SectionSheet['paragraphs'], sentences: number, { ink }: Palette): Row[] {
  const rows: Row[] = [];
  let left = sentences;
  for (const paragraph of paragraphs) {
    const taken = paragraph.slice(0, Math.max(0, left));
    left -= taken.length;
    if (taken.length > 0) rows.push([{ text: taken.join('').trim(), face: 'text', colour: ink }]);
  }
  return rows;
}

function listOf(sources: readonly string[], { ink, softInk }: Palette): Slot {
  const rows = sources.map((text): Row => [{ text, face: 'text', colour: ink }]);
  const shorter = rows.map((_, at): Row[] => {
    const rest = String(at + 1);
    return [...rows.slice(0, rows.length - at - 1), [{ text: `+ ${rest}`, face: 'label', colour: softInk }]];
  });
  return {
    name: 'sources',
    ...column,
    top: text.top,
    height: 560,
    edge: 'top',
    rowGap: 0.55,
    isRunning: true,
    breakWordsAt: 32,
    wordings: [rows],
    sizes: [40, 38, 36, 34, 32],
    fallbacks: [
      { wordings: [rows], sizes: [30, 28] },
      { wordings: shorter, sizes: [30] },
    ],
  };
}

function footOf({ publication, page = '', aiLabels }: CardSheet, { ink, softInk }: Palette): Slot[] {
  const name = { text: publication, face: 'strong', colour: ink } as const;
  const number = { text: page, face: 'label', colour: softInk } as const;
  const labels = aiLabels.map((label) => ({ text: label, face: 'label', colour: ink }) as const);
  const place = { ...column, top: 1206, height: 80, edge: 'bottom' } as const;
  return [
    {
      name: 'foot',
      ...place,
      sizes: labelSteps(32),
      wordings: [...labels.map((label) => [[number, name, label]]), ...labels.map((label) => [[number, name], [label]]), [[number, name]]], // prettier-ignore
    },
  ];
}
