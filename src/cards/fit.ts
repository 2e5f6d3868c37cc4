import type { SatoriNode } from 'satori';
import { drawable } from './characters.ts';
import { cardElement } from './elements.ts';
import { withKnownEmoji } from './emoji.ts';
import { seemsToFit, type Fitting, type TypesetRun } from './estimate.ts';
import { fontsOf, imagesOf, settingOf } from './fonts.ts';
import { nearestSlot, type Layout, type Point, type Row, type Slot } from './layout.ts';
import { withPhrases } from './line-breaks.ts';
import { CardError, type CardProblem } from './problem.ts';
import { satori } from './satori.ts';

/** What the words of a card are written in: the language as BCP 47, and from which side. */
export interface Writing {
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What came of an SVG: a picture, or the first ink that is not allowed where it is. */
export type Drawing<Picture> = { readonly picture: Picture } | { readonly ink: Point };

/** How a text came out. */
export interface FittedText {
  /** The slot's name. */
  readonly part: string;
  /** Pixels. */
  readonly size: number;
  /** Whether less stands there than the fullest wording. */
  readonly isShortened: boolean;
}

export interface FittedCard<Picture> {
  readonly picture: Picture;
  readonly texts: readonly FittedText[];
}

/**
 * Draws the card with each text at the largest step at which it fits its slot whole. Advance widths say where to begin;
 * satori's own measurement of the text that it draws is the proof, and then the picture, in which `draw` looks for ink that
 * hangs out of its slot. A text too long for the smallest step is an error that says by how much.
 */
export async function fitCard<Picture>(
  layout: Layout,
  writing: Writing,
  draw: (svg: string) => Drawing<Picture>,
): Promise<FittedCard<Picture>> {
  const attempts = withAllProblems(layout.slots, (slot) => {
    const rest = fittingsOf(slot, writing);
    return { slot, rest, fitting: rest.next().value };
  });
  const stepDown = (slot: Slot): boolean => {
    const attempt = attempts.find((each) => each.slot === slot);
    if (attempt) attempt.fitting = attempt.rest.next().value;
    return attempt?.fitting !== undefined;
  };
  for (;;) {
    const fittings = attempts.map(({ fitting }) => fitting).filter((fitting) => fitting !== undefined);
    const { svg, misfits } = await renderOrBlame(layout, fittings, writing);
    const unfit = misfits.filter((slot) => !stepDown(slot));
    if (unfit.length > 0) {
      throw new CardError(await Promise.all(unfit.map((slot) => tooLong(slot, layout, writing))));
    }
    if (misfits.length > 0) continue;
    const drawing = draw(svg);
    if ('picture' in drawing) return { picture: drawing.picture, texts: fittings.map(textOf) };
    const slot = nearestSlot(layout.slots, drawing.ink);
    if (!slot || !stepDown(slot)) {
      const message = `Unexpected ink at ${drawing.ink.join(', ')}, expected none so near to the edge`;
      throw new CardError([{ code: 'card-text', part: slot?.name ?? 'card', message }]);
    }
  }
}

/** What comes of each slot; throws the problems of all slots at once. */
function withAllProblems<Result>(slots: readonly Slot[], make: (slot: Slot) => Result): Result[] {
  const problems: CardProblem[] = [];
  const results = slots.flatMap((slot): Result[] => {
    try {
      return [make(slot)];
    } catch (error) {
      if (!(error instanceof CardError)) throw error;
      problems.push(...error.problems.map((problem) => ({ ...problem, part: slot.name })));
      return [];
    }
  });
  if (problems.length > 0) throw new CardError(problems);
  return results;
}

function textOf({ slot, size, isShortened }: Fitting): FittedText {
  return { part: slot.name, size, isShortened };
}

/** What may fit, best first: the fullest wording at the largest size; last of all the smallest, to be measured in any case. */
function* fittingsOf(slot: Slot, writing: Writing): Generator<Fitting, undefined> {
  let last: Fitting | undefined;
  const fullest = slot.wordings[0];
  for (const choice of [slot, ...(slot.fallbacks ?? [])]) {
    for (const { breakWords, sizes } of waysOf(slot, choice.sizes)) {
      for (const wording of choice.wordings) {
        const rows = typeset(wording, writing);
        for (const size of sizes) {
          last = { slot, rows, size, breakWords, isShortened: wording !== fullest };
          if (seemsToFit(last)) {
            yield last;
            last = undefined;
          }
        }
      }
    }
  }
  if (last) yield last;
  return undefined;
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

function typeset(rows: readonly Row[], writing: Writing): TypesetRun[][] {
  return rows.map((row) =>
    row.map(({ text, face, colour }) => {
      const drawn = withPhrases(withKnownEmoji(drawable(text)), writing.lang);
      return { text: drawn, colour, setting: settingOf(drawn, face, writing.lang) };
    }),
  );
}

async function render(
  layout: Pick<Layout, 'size' | 'ground'>,
  fittings: readonly Fitting[],
  writing: Writing,
): Promise<{ svg: string; misfits: readonly Slot[] }> {
  const byName = new Map(fittings.map((fitting) => [fitting.slot.name, fitting]));
  const misfits: Slot[] = [];
  const settings = fittings.flatMap(({ rows }) => rows.flat().map(({ setting }) => setting));
  const svg = await satori(cardElement(layout, fittings, writing.direction), {
    ...layout.size,
    fonts: fontsOf(settings),
    graphemeImages: imagesOf(settings),
    onNodeDetected: ({ key, width, height }: SatoriNode) => {
      const fitting = byName.get(String(key));
      if (!fitting) return;
      const { slot } = fitting;
      if (width > slot.width || height > slot.height) misfits.push(slot);
    },
    onStyleError: (error) => {
      throw error;
    },
  });
  return { svg, misfits };
}

/** Where satori fails, the texts that it fails with alone are what is wrong. */
async function renderOrBlame(
  layout: Layout,
  fittings: readonly Fitting[],
  writing: Writing,
): ReturnType<typeof render> {
  try {
    return await render(layout, fittings, writing);
  } catch (cause) {
    const blank = { size: layout.size, ground: [] };
    const problems: CardProblem[] = [];
    for (const fitting of fittings) {
      const { message } = await render(blank, [fitting], writing).then(() => ({ message: '' }), asError);
      if (message !== '') problems.push({ code: 'card-text', part: fitting.slot.name, message });
    }
    if (problems.length === 0) throw cause;
    throw new CardError(problems, { cause });
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** Takes graphemes from the end of the slot's longest text, halving, until the rest would fit. */
async function tooLong(slot: Slot, { size }: Layout, writing: Writing): Promise<CardProblem> {
  const { wordings, sizes } = slot.fallbacks?.at(-1) ?? slot;
  const wording = wordings.at(-1) ?? [];
  const text = wording
    .flat()
    .reduce((longest, run) => (run.text.length > longest.length ? run.text : longest), '');
  const letters = [...graphemes.segment(text)].map(({ segment }) => segment);
  let fits = 0;
  let over = letters.length;
  while (fits + 1 < over) {
    const half = (fits + over) >> 1;
    const part = letters.slice(0, half).join('').trimEnd();
    const rows = wording.map((row) => row.map((run) => (run.text === text ? { ...run, text: part } : run)));
    const fitting = {
      slot,
      rows: typeset(rows, writing),
      size: sizes.at(-1) ?? 0,
      breakWords: slot.breakWordsAt !== undefined,
      isShortened: true,
    };
    const { misfits } = await render({ size, ground: [] }, [fitting], writing);
    if (misfits.length === 0) fits = half;
    else over = half;
  }
  return {
    code: 'card-text',
    part: slot.name,
    message: `Unexpected length of ${letters.length} characters, ${letters.length - fits} too many to fit at the smallest size: "${text}"`,
  };
}
