import { segmenterFor } from '../brief/segment.ts';
import { announcement, sentencesOf } from '../markdown/sentences.ts';
import type { SlideBlock } from './card-spec.ts';
import { widthInLetters } from './text/characters.ts';

/** A section's blocks on one or two slides, and whether there is more. */
export interface Pages {
  readonly pages: readonly (readonly SlideBlock[])[];
  readonly isCut: boolean;
}

/** Pixels. */
const readingSize = 38;
/** Lines at the size of reading that a slide holds: of 790 px, 1.38 em apart, and one more, as most are shorter than they are taken for. */
const capacity = 16;
/** Letters of such a line: 952 px hold some 50 of Newsreader. */
const lineLength = 50;
const mostPages = 2;
/** Lines that a slide holds at its smallest size, before anything is left out. */
const fullest = 18;
/** Characters beyond which a sentence may go on on the next slide: at the end of a clause, or else of a word. */
const longSentence = { clause: 300, word: 400 };
/** Characters of a word that no slide shows whole even in its smallest size: about 1,300 of Latin letters fit. */
const longestWord = 1000;
/** Characters of a text of which slides show no more. */
const longestText = 4000;
/** Height of a chart in the pixels of its page, with which it fits a slide at the smallest size. */
const highestChart = 360;
/** Rows of a table that a slide shows, its head and the count of the others among them. */
const mostRows = 8;

/**
 * Divides a section among as few slides as hold it, by how long its texts are: pages name slides before anything is measured. A
 * slide ends neither with a heading nor with a sentence that announces what is on the next, or on no slide. None is empty.
 */
export function paginate(blocks: readonly SlideBlock[], language: string): Pages {
  const pieces = blocks.flatMap((block) => piecesOf(block, language));
  const endless = pieces.findIndex(isEndless);
  const known = (endless < 0 ? pieces : pieces.slice(0, endless)).map(shortened);
  while (known.length > 1 && announces(known.at(-1)?.block)) known.pop();
  const isLeftOut = known.length < pieces.length;
  const count = Math.min(mostPages, Math.max(1, Math.ceil(linesOfAll(known) / capacity)));
  const pages: SlideBlock[][] = [];
  let rest: readonly Piece[] = known;
  for (let page = 1; page <= count && rest.length > 0; page += 1) {
    const isLast = page === count;
    const left = linesOfAll(rest);
    const end =
      isLast && left <= fullest
        ? rest.length
        : endOf(rest, isLast || left <= capacity + fullest ? fullest : capacity, !isLast);
    pages.push(joined(rest.slice(0, end)));
    rest = rest.slice(end);
  }
  return { pages: pages.length === 0 ? [[]] : pages, isCut: rest.length > 0 || isLeftOut };
}

/** Lines at the size of reading that a page takes, with the space between its blocks. */
export function linesOfPage(blocks: readonly SlideBlock[]): number {
  return blocks.reduce((sum, block) => sum + linesOf(block) + between(block), 0);
}

/** Sizes up to which the texts of a brief's slides grow. */
const largestSizes = [46, 54, 60, 72, 86];

/** The size up to which slides grow, so that none looks shouted beside the one that holds most: a third more than that one's. */
export function largestSize(lines: number): number {
  const smallest = readingSize * Math.sqrt(capacity / Math.max(1, lines));
  return largestSizes.find((size) => size >= smallest * 1.3) ?? 86;
}

/**
 * How many pieces fill so many lines, or where the next page holds the rest, about half of them all: one at least, and none
 * last that announces the next.
 */
function endOf(pieces: readonly Piece[], lines: number, isHalf: boolean): number {
  const heights = pieces.map((piece, at) => heightOf(piece, pieces[at - 1]));
  const all = heights.reduce((sum, height) => sum + height, 0);
  let [used, end, fullerPage] = [0, 0, Infinity];
  for (const [at, height] of heights.entries()) {
    used += height;
    if (used > lines && at > 0) break;
    if (at + 1 < pieces.length && announces(pieces[at]?.block)) continue;
    const fuller = Math.max(used, all - used);
    if (isHalf && all <= capacity + fullest && fuller > fullerPage) break;
    [end, fullerPage] = [at + 1, fuller];
  }
  // Nothing but an announcement would stand there.
  return end > 0 ? end : pieces.findIndex(({ block }) => !announces(block)) + 1;
}

function announces(block: SlideBlock | undefined): boolean {
  if (block?.kind === 'heading') return true;
  return block?.kind === 'paragraph' && announcement.test(block.sentences.at(-1) ?? '');
}

/** What a slide may end after: a sentence, an item, or a block as a whole. */
interface Piece {
  readonly block: SlideBlock;
  /** The block that it is a part of. */
  readonly whole: SlideBlock;
}

function piecesOf(whole: SlideBlock, language: string): Piece[] {
  if (whole.kind === 'paragraph')
    return whole.sentences
      .flatMap((sentence) => partsOf(sentence, language))
      .map((sentence) => ({ block: { kind: 'paragraph', sentences: [sentence] }, whole }));
  if (whole.kind === 'quote') {
    const parts = sentencesOf(whole.text, language).flatMap((sentence) => partsOf(sentence, language));
    return parts.map((text, at) => {
      const by = at === parts.length - 1 && whole.by !== undefined ? { by: whole.by } : {};
      return { block: { kind: 'quote', text, ...by }, whole };
    });
  }
  if (whole.kind !== 'list') return [{ block: whole, whole }];
  return whole.items.map((item, at) => {
    const first = whole.first === undefined ? {} : { first: whole.first + at };
    return { block: { ...whole, items: [item], ...first }, whole };
  });
}

/** A sentence whole, or where it is long, its clauses or words together in parts that slides have room for. */
function partsOf(sentence: string, language: string): string[] {
  if (widthInLetters(sentence) <= longSentence.word) return [sentence];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of segmenterFor('word', language).segment(sentence.slice(0, longestText))) {
    // Neither a space nor a sign begins a part.
    const isWord = /^[\p{L}\p{N}]/u.test(segment);
    const length = isWord ? widthInLetters(part) : 0;
    if (length > longSentence.word || (length > longSentence.clause && /[,;:،؛，；：、—–]\s*$/u.test(part))) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  const rest = sentence.slice(longestText);
  return [...parts, part, rest].filter((each) => each !== '');
}

/** A table or a chart of bars with its first rows, if it is too high; the others are counted. */
function shortened(piece: Piece): Piece {
  const { block } = piece;
  if (block.kind === 'table') {
    const columns = narrowed(block.rows);
    if (columns.length <= mostRows) return { ...piece, block: { ...block, rows: columns } };
    const rows = columns.slice(0, mostRows - 1);
    return { ...piece, block: { ...block, rows, more: columns.length - rows.length } };
  }
  if (block.kind !== 'chart' || block.height <= highestChart) return piece;
  const ends = block.shapes.flatMap((part) => (part.shape === 'bar' ? [part.y + part.height] : []));
  const height = Math.max(0, ...ends.filter((end) => end <= highestChart));
  if (height === 0) return piece;
  const shapes = block.shapes.filter((part) => (part.shape === 'line' ? part.y1 : part.y) < height);
  return { ...piece, block: { ...block, height, shapes, more: ends.filter((end) => end > height).length } };
}

/** Letters that the cells of a row have room for at the size of reading, with three for the space before each. */
const widestRow = 52;

/** The first columns whose longest words a slide has room for, two at least; the head of the last counts the others. */
function narrowed(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const count = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: count }, (_, column) => {
    const words = rows.flatMap((row) => (row[column] ?? '').split(/[\s\-‐–/]+/));
    return Math.max(...words.map((word) => Math.min(20, widthInLetters(word)))) + 3;
  });
  const sum = (end: number): number => widths.slice(0, end).reduce((all, width) => all + width, 0);
  if (sum(count) <= widestRow) return rows;
  let shown = 2;
  while (sum(shown + 1) + 5 <= widestRow) shown += 1;
  if (shown >= count) return rows;
  return rows.map((row, at) => [
    ...row.slice(0, shown),
    at === 0 ? `\u200e+\u00a0${count - shown}\u200e` : '…',
  ]);
}

/** Blocks of the pieces, those of one block together again. */
function joined(pieces: readonly Piece[]): SlideBlock[] {
  return [...Map.groupBy(pieces, ({ whole }) => whole).values()].flatMap((parts): SlideBlock[] => {
    const blocks = parts.map(({ block }) => block);
    const [first] = blocks;
    if (first?.kind === 'paragraph')
      return [
        {
          ...first,
          sentences: blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : [])),
        },
      ];
    if (first?.kind === 'quote') {
      const text = blocks.map((block) => (block.kind === 'quote' ? block.text : '')).join('');
      return [{ ...first, ...blocks.at(-1), text: text.trim() } as SlideBlock];
    }
    if (first?.kind === 'list')
      return [{ ...first, items: blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])) }];
    return blocks;
  });
}

function isEndless({ block }: Piece): boolean {
  if (block.kind === 'quote') return block.text.length > longestWord;
  return block.kind === 'paragraph' && block.sentences.some(({ length }) => length > longestWord);
}

function linesOfAll(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece, at) => sum + heightOf(piece, pieces[at - 1]), 0);
}

/** Lines of a piece, with the space above it where it begins a block. */
function heightOf({ block, whole }: Piece, previous: Piece | undefined): number {
  return linesOf(block) + (whole === previous?.whole ? 0 : between(block));
}

/** Lines between a block and the next, and what its last line leaves empty. */
function between({ kind }: SlideBlock): number {
  return kind === 'paragraph' ? 0.8 : 0.3;
}

/** Lines at the size of reading, by the length of the text; wide characters take more of them, and higher ones. */
function linesOf(block: SlideBlock): number {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences.reduce((sum, sentence) => sum + widthInLetters(sentence) / lineLength, 0);
    case 'heading':
      return 0.75 + widthInLetters(block.text) / lineLength;
    case 'quote':
      return Math.ceil(widthInLetters(block.text) / (lineLength - 4)) + (block.by === undefined ? 0.5 : 1.5);
    case 'figure':
      return 3.3;
    case 'list':
      return block.items.reduce(
        (sum, item) => sum + Math.ceil(widthInLetters(item) / (lineLength - 3)) + 0.3,
        0,
      );
    case 'table': {
      const columns = Math.max(1, ...block.rows.map(({ length }) => length));
      const room = (lineLength * 1.2) / columns;
      return block.rows.reduce(
        (sum, row) =>
          sum + Math.max(1, ...row.map((cell) => Math.ceil(widthInLetters(cell) / room))) * 0.9 + 0.3,
        1,
      );
    }
    case 'chart':
      return block.height / 26 + 1.5;
  }
}
