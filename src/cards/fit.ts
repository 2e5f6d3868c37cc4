import type { Box, Size } from './geometry.ts';
import { boundsOf } from './glyphs.ts';
import { margin, runsOf, type Layout, type Row, type Run, type Slot } from './layout.ts';
import { CardError, type CardProblem } from './problem.ts';
import { setRow, shapeRow, type ShapedRow } from './rows.ts';
import { moveText, type SetRow, type SetText } from './set-text.ts';
import { graphemesOf } from './text/characters.ts';
import type { Writing } from './text/paragraph.ts';

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
  /** What keeps texts off the card; it is drawn without them. */
  readonly problems: readonly CardProblem[];
}

/**
 * Sets each text at the largest step at which it fits its slot whole and its ink keeps away from the card's edge, and is no larger than the title. A text too long
 * for the smallest step is left out, with a problem that says by how much.
 */
export async function fitCard({ size, slots }: Layout, writing: Writing): Promise<FittedCard> {
  const problems: CardProblem[] = [];
  const fitted = new Map<Slot, FittedSlot>();
  let most = Infinity;
  for (const slot of titleFirst(slots)) {
    try {
      const text = await fitSlot(isBelowTitle(slot) ? upTo(most, slot) : slot, size, writing);
      fitted.set(slot, text);
      if (slot.name === 'title') most = text.text.size;
    } catch (error) {
      if (!(error instanceof CardError)) throw error;
      problems.push(...error.problems.map((problem) => ({ ...problem, part: slot.name })));
    }
  }
  const drawn = slots.flatMap((slot) => fitted.get(slot) ?? []);
  return { problems, set: drawn.flatMap(({ set }) => set), texts: drawn.map(({ text }) => text) };
}

/** By the size of the title that of the others is known. */
function titleFirst(slots: readonly Slot[]): Slot[] {
  const isTitle = ({ name }: Slot): boolean => name === 'title';
  return [...slots.filter(isTitle), ...slots.filter((slot) => !isTitle(slot))];
}

/** Whether a text is no larger than the title of its card, as all are but a key figure. */
function isBelowTitle({ name }: Slot): boolean {
  return name !== 'title' && name !== 'figure';
}

function upTo(most: number, slot: Slot): Slot {
  const largest = Math.max(1, ...slot.wordings.flat().flatMap(runsOf).map(({ scale = 1 }) => scale)); // prettier-ignore
  const sizes = slot.sizes.filter((size) => size * largest <= most);
  return { ...slot, sizes: sizes.length > 0 ? sizes : slot.sizes.slice(-1) };
}

interface FittedSlot {
  readonly set: readonly SetText[];
  readonly text: FittedText;
}

/** A wording of a slot at one size. */
interface Attempt {
  readonly slot: Slot;
  readonly rows: readonly ShapedRow[];
  /** Pixels. */
  readonly size: number;
  readonly breakWords: boolean;
}

async function fitSlot(slot: Slot, card: Size, writing: Writing): Promise<FittedSlot> {
  const fullest = slot.wordings[0];
  for (const choice of [slot, ...(slot.fallbacks ?? [])]) {
    for (const { breakWords, sizes } of waysOf(slot, choice.sizes)) {
      for (const wording of choice.wordings) {
        const rows = await shapeRows(wording, writing);
        for (const size of sizes) {
          const set = setRows({ slot, rows, size, breakWords }, writing);
          if (!set || (isNearEdge(slot, size, card) && !keepsAway(set, card, slot.sideMargin))) continue;
          return { set, text: { part: slot.name, size, isShortened: wording !== fullest } };
        }
      }
    }
  }
  const { wording, size, breakWords } = smallestOf(slot);
  const rows = await shapeRows(wording, writing);
  const moved = moveInwards(
    setRows({ slot, rows, size, breakWords }, writing) ?? [],
    size,
    card,
    slot.sideMargin,
  );
  if (moved) return { set: moved, text: { part: slot.name, size, isShortened: wording !== fullest } };
  throw new CardError([await tooLong(slot, writing)]);
}

/** The last way to set a text. */
function smallestOf(slot: Slot): {
  readonly wording: readonly Row[];
  readonly size: number;
  readonly breakWords: boolean;
} {
  const { wordings, sizes } = slot.fallbacks?.at(-1) ?? slot;
  return {
    wording: wordings.at(-1) ?? [],
    size: sizes.at(-1) ?? 0,
    breakWords: slot.breakWordsAt !== undefined,
  };
}

/** Moves a text away from the card's edges by as much as letters hang out of its lines, such as a Chinese comma: at most a quarter of its size. */
function moveInwards(
  set: readonly SetText[],
  size: number,
  card: Size,
  sideMargin = margin,
): readonly SetText[] | undefined {
  const boxes = set.flatMap(boxesOf);
  const over = (edges: readonly number[]): number => Math.ceil(Math.max(0, ...edges));
  const right = over(boxes.map(({ left }) => sideMargin - left));
  const left = over(boxes.map((box) => box.left + box.width - card.width + sideMargin));
  const down = over(boxes.map(({ top }) => margin - top));
  const up = over(boxes.map(({ top, height }) => top + height - card.height + margin));
  if (boxes.length === 0 || Math.max(left, right, up, down) > size / 4) return undefined;
  const moved = set.map((text) => moveText(text, right - left, down - up));
  return keepsAway(moved, card, sideMargin) ? moved : undefined;
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

async function shapeRows(rows: readonly Row[], writing: Writing): Promise<ShapedRow[]> {
  const shaped: ShapedRow[] = [];
  for (const row of rows) shaped.push(await shapeRow(row, writing));
  return shaped;
}

/** Sets the rows in their slot; undefined where they have no room. */
function setRows({ slot, rows, size, breakWords }: Attempt, { direction }: Writing): SetText[] | undefined {
  const gapAbove = (at: number): number => {
    const [above, below] = [rows[at - 1], rows[at]].map((shaped) => shaped && runsOf(shaped.row)[0]);
    if (!above) return 0;
    const share = above.isWithNext ? closeTogether : Math.max(1, (below?.scale ?? 1) * ofLarger);
    return Math.round((slot.rowGap ?? 0) * size * share);
  };
  const place = { ...slot, size, breakWords, isBalanced: slot.isRunning !== true, direction };
  const set: SetRow[] = [];
  let left = slot.height;
  for (const [at, row] of rows.entries()) {
    left -= gapAbove(at);
    if (isSurelyHigher(row, slot.width, size, left)) return undefined;
    const next = setRow(row, place);
    left -= next?.height ?? Infinity;
    if (!next || left < 0) return undefined;
    set.push(next);
  }
  let top = slot.edge === 'top' ? slot.top : slot.top + left;
  return set.flatMap((row, at) => {
    const placed = row.place(top);
    top += row.height + gapAbove(at + 1);
    return placed;
  });
}

/** Part of the space between rows that is left between those that belong together. */
const closeTogether = 0.25;
/** Of the size of a row that is larger than others, what its space above grows by. */
const ofLarger = 0.6;

/** Whether a text is longer than all the lines that there is room for, which costs less to see than to break it. */
function isSurelyHigher({ row, paragraphs }: ShapedRow, width: number, size: number, room: number): boolean {
  const [paragraph] = paragraphs;
  if ('form' in row || row.length !== 1 || !paragraph) return false;
  const own = size * (row[0]?.scale ?? 1);
  const most = Math.floor(room / Math.round(own * paragraph.fonts.leading));
  // Kerning at the ends of lines and the spaces there take less than an em of each.
  return (paragraph.places.at(-1) ?? 0) > most * (width / own + 1);
}

/** Whether letters that hang out of their lines by less than two ems may come nearer to the card's edge than its margin. */
function isNearEdge(
  { left, top, width, height, sideMargin = margin }: Slot,
  size: number,
  card: Size,
): boolean {
  const [across, down] = [sideMargin + 2 * size, margin + 2 * size];
  return (
    left < across || top < down || left + width > card.width - across || top + height > card.height - down
  );
}

/** Whether no ink comes nearer to the card's edge than its margin. */
function keepsAway(set: readonly SetText[], card: Size, sideMargin = margin): boolean {
  return set.every((text) =>
    boxesOf(text).every(
      ({ left, top, width, height }) =>
        left >= sideMargin &&
        top >= margin &&
        left + width <= card.width - sideMargin &&
        top + height <= card.height - margin,
    ),
  );
}

/** Where a text has ink: spaces have none. */
function boxesOf({ letters, emoji }: SetText): Box[] {
  return [...emoji, ...letters.map(boundsOf)].filter(({ width }) => width > 0);
}

/** Takes graphemes from the end of the slot's longest text, halving, until the rest fits. */
async function tooLong(slot: Slot, writing: Writing): Promise<CardProblem> {
  const { wording, ...smallest } = smallestOf(slot);
  const text = wording
    .flatMap(runsOf)
    .reduce((longest, run) => (run.text.length > longest.length ? run.text : longest), '');
  if (setRows({ slot, ...smallest, rows: await shapeRows(wording, writing) }, writing)) {
    const message = `Unexpected ink nearer than ${slot.sideMargin ?? margin} px to the edge of the card, even at the smallest size: "${text}"`;
    return { code: 'card-text', part: slot.name, message };
  }
  const letters = graphemesOf(text);
  let fits = 0;
  let over = letters.length;
  while (fits + 1 < over) {
    const half = (fits + over) >> 1;
    const part = letters.slice(0, half).join('').trimEnd();
    const shorter = wording.map((row) => withText(row, text, part));
    if (setRows({ slot, ...smallest, rows: await shapeRows(shorter, writing) }, writing)) fits = half;
    else over = half;
  }
  return {
    code: 'card-text',
    part: slot.name,
    message: `Unexpected length of ${letters.length} characters, ${letters.length - fits} too many to fit at the smallest size: "${text}"`,
  };
}

/** The row with another text in the place of one. */
function withText(row: Row, text: string, other: string): Row {
  const replaced = (run: Run): Run => (run.text === text ? { ...run, text: other } : run);
  if (!('form' in row)) return row.map(replaced);
  if (row.form === 'indented') return { ...row, run: replaced(row.run) };
  return row.form === 'cells' ? { ...row, cells: row.cells.map(replaced) } : row;
}
