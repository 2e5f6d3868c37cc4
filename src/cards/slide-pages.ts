import type { SlideBlock } from './card-spec.ts';

/** A section's blocks on one or two slides, and whether there is more. */
export interface Pages {
  readonly pages: readonly (readonly SlideBlock[])[];
  readonly isCut: boolean;
}

/** Lines at the size of reading that a slide holds: 790 px at 38 px, lines 1.38 em apart. */
const capacity = 15;
/** Letters of such a line: 952 px hold some 50 of Newsreader. */
const lineLength = 50;
const mostPages = 2;
/** Lines that a slide holds at its smallest size, before anything is left out. */
const fullest = 18;
/** Characters of a sentence that no slide shows whole even in its smallest size: about 1,300 of Latin letters fit. */
const longestSentence = 2000;
/** Rows of a table that a slide shows. */
const mostRows = 8;

/**
 * Divides a section among as few slides as hold it, by how long its texts are: pages name slides before anything is measured. A
 * slide ends neither with a heading nor with a sentence that announces what is on the next.
 */
export function paginate(blocks: readonly SlideBlock[]): Pages {
  const pieces = blocks.flatMap(piecesOf);
  const shown = pieces.findIndex(isEndless);
  const known = shown < 0 ? pieces : pieces.slice(0, shown);
  const total = known.reduce((sum, piece) => sum + linesOf(piece.block), 0);
  const count = Math.min(mostPages, Math.max(1, Math.ceil(total / capacity)));
  const pages: SlideBlock[][] = [];
  let rest: readonly Piece[] = known;
  for (let page = 1; page <= count; page += 1) {
    const left = rest.reduce((sum, piece) => sum + linesOf(piece.block), 0);
    const share = page === count ? fullest : Math.min(capacity, left / (count - page + 1) + 1);
    const end = page === count && left <= fullest ? rest.length : endOf(rest, share);
    pages.push(joined(rest.slice(0, end)));
    rest = rest.slice(end);
  }
  return { pages, isCut: rest.length > 0 || shown >= 0 };
}

/** How many pieces fill so many lines: one at least, and none last that announces the next. */
function endOf(pieces: readonly Piece[], lines: number): number {
  let used = 0;
  let end = 0;
  while (end < pieces.length) {
    const next = pieces[end];
    used += next ? linesOf(next.block) : 0;
    if (used > lines && end > 0) break;
    end += 1;
  }
  while (end > 1 && end < pieces.length && announces(pieces[end - 1]?.block)) end -= 1;
  return end;
}

function announces(block: SlideBlock | undefined): boolean {
  if (block?.kind === 'heading') return true;
  return block?.kind === 'paragraph' && /[:：]\s*$/.test(block.sentences.at(-1) ?? '');
}

/** What a slide may end after: a sentence, an item, or a block as a whole. */
interface Piece {
  readonly block: SlideBlock;
  /** The block that it is a part of. */
  readonly whole: SlideBlock;
}

function piecesOf(whole: SlideBlock): Piece[] {
  if (whole.kind === 'paragraph')
    return whole.sentences.map((sentence) => ({
      block: { kind: 'paragraph', sentences: [sentence] },
      whole,
    }));
  if (whole.kind !== 'list') return [{ block: whole, whole }];
  return whole.items.map((item, at) => {
    const first = whole.first === undefined ? {} : { first: whole.first + at };
    return { block: { kind: 'list', items: [item], ...first }, whole };
  });
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
    if (first?.kind === 'list')
      return [{ ...first, items: blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])) }];
    return blocks;
  });
}

function isEndless({ block }: Piece): boolean {
  return block.kind === 'paragraph' && block.sentences.some(({ length }) => length > longestSentence);
}

/** Lines at the size of reading, by the length of the text; what is written in wide characters is twice as long. */
function linesOf(block: SlideBlock): number {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences.reduce((sum, sentence) => sum + lengthOf(sentence) / lineLength, 0);
    case 'heading':
      return 1.4 + lengthOf(block.text) / lineLength;
    case 'quote':
      return Math.ceil(lengthOf(block.text) / (lineLength - 4)) + (block.by === undefined ? 0.5 : 1.5);
    case 'figure':
      return 3.5;
    case 'list':
      return block.items.reduce((sum, item) => sum + Math.ceil(lengthOf(item) / (lineLength - 4)) + 0.3, 0.3);
    case 'table': {
      const shown = block.rows.slice(0, mostRows);
      const columns = Math.max(1, ...shown.map(({ length }) => length));
      const room = (lineLength * 1.2) / columns;
      return shown.reduce(
        (sum, row) => sum + Math.max(1, ...row.map((cell) => Math.ceil(lengthOf(cell) / room))) * 0.9 + 0.3,
        1,
      );
    }
    case 'chart':
      return block.height / 26 + 1.5;
  }
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

function lengthOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}
