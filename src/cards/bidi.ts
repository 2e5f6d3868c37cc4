import bidiFactory from 'bidi-js';

const bidi = bidiFactory();
const words = new Intl.Segmenter('en', { granularity: 'word' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const leftToRightMark = '\u200e';
const rightToLeftMark = '\u200f';
const marks = /[\u200e\u200f\u061c]/;
const embeddings = /[\u202a-\u202e\u2066-\u2069]/g;

/** What satori takes for right to left, and so puts in order at all (0.63.2, `text/bidi.ts`). */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u200f\u061c\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

type Kind = 'left' | 'right' | 'number' | 'arabic number' | 'neutral';

interface Piece {
  readonly text: string;
  readonly kind: Kind;
  /** By the whole Unicode Bidirectional Algorithm, as browsers apply it. */
  readonly level: number;
}

/**
 * The text with the marks of direction that make satori show it in the order of the Unicode Bidirectional Algorithm (UAX #9).
 * satori knows a part of the algorithm only, without brackets and signs beside numbers, and shows `(R1) 294,000` in an Arabic
 * line the wrong way round; it obeys marks, though. A line that no marks can put right is an error.
 */
export function withMarks(given: string, direction: 'ltr' | 'rtl'): string {
  const isMixed = rightToLeft.test(given);
  // What may not break satori moves as one piece, whatever directions are in it: "294,000 دولار" would change places.
  const text = isMixed ? given.replaceAll('\u00a0', ' ') : given;
  if (direction === 'ltr' && !isMixed && !embeddings.test(text)) return text;
  const base = direction === 'rtl' ? 1 : 0;
  const pieces = piecesOf(text, direction);
  // Each turn adds a mark; a neutral takes two at most.
  const turns = 2 * pieces.length;
  for (let turn = 0; turn <= turns; turn += 1) {
    const levels = levelsOf(pieces, base);
    const wrong = pieces.findIndex((piece, at) => piece.level !== levels[at] && !marks.test(piece.text));
    if (wrong === -1) return pieces.map((piece) => piece.text).join('');
    if (!addMark(pieces, wrong)) break;
  }
  throw new Error(`Unexpected mix of writing directions in "${text}", which cards cannot put in order`);
}

/** Before the neutrals that went wrong, or else behind them. */
function addMark(pieces: Piece[], wrong: number): boolean {
  const piece = pieces[wrong];
  if (piece?.kind !== 'neutral') return false;
  const { level } = piece;
  let end = wrong + 1;
  while (pieces[end]?.kind === 'neutral' && pieces[end]?.level === level) end += 1;
  const mark: Piece =
    level % 2 === 1
      ? { text: rightToLeftMark, kind: 'right', level }
      : { text: leftToRightMark, kind: 'left', level };
  if (pieces[wrong - 1]?.text !== mark.text) pieces.splice(wrong, 0, mark);
  else if (pieces[end]?.text !== mark.text) pieces.splice(end, 0, mark);
  else return false;
  return true;
}

/** The pieces that satori moves as one: words, divided where their direction changes. */
function piecesOf(text: string, direction: 'ltr' | 'rtl'): Piece[] {
  const { levels } = bidi.getEmbeddingLevels(withoutPairs(text), direction);
  const pieces: Piece[] = [];
  for (const word of words.segment(text)) {
    let start = word.index;
    for (const part of partsOf(word.segment)) {
      // Embeddings have done their work in the levels; satori would only draw around them.
      const shown = part.replace(embeddings, '');
      const level = levels[start + part.search(/[^\u202a-\u202e\u2066-\u2069]/)] ?? 0;
      if (shown !== '') pieces.push({ text: shown, kind: kindOf(shown), level });
      start += part.length;
    }
  }
  return pieces;
}

/** bidi-js takes either half of a surrogate pair for a letter from left to right: signs and emoji are neutral. */
function withoutPairs(text: string): string {
  return text.replace(/[\u{10000}-\u{10ffff}]/gu, (pair) =>
    /[\p{S}--\p{Regional_Indicator}]/v.test(pair) ? '\u2600\u2600' : pair,
  );
}

function partsOf(word: string): string[] {
  if (!rightToLeft.test(word)) return [word];
  const parts: { text: string; kind: Kind }[] = [];
  for (const { segment } of graphemes.segment(word)) {
    const kind = kindOf(segment);
    const last = parts.at(-1);
    if (last && (kind === 'neutral' || last.kind === 'neutral' || kind === last.kind)) {
      last.text += segment;
      if (kind !== 'neutral') last.kind = kind;
    } else parts.push({ text: segment, kind });
  }
  return parts.map((part) => part.text);
}

/** satori's classes: of the first letter or mark, or else of the digits. */
function kindOf(text: string): Kind {
  let digits: Kind | undefined;
  for (const character of text) {
    if (character === leftToRightMark) return 'left';
    if (marks.test(character)) return 'right';
    if (/\p{L}/u.test(character)) return rightToLeft.test(character) ? 'right' : 'left';
    if (/[\u0660-\u0669\u066b\u066c\u08e2]/.test(character)) digits ??= 'arabic number';
    else if (/\p{Nd}/u.test(character)) digits ??= 'number';
  }
  return digits ?? 'neutral';
}

/** satori's levels: rules W7, N1, N2, I1 and I2 of UAX #9 over whole pieces. */
function levelsOf(pieces: readonly Piece[], base: 0 | 1): number[] {
  const baseKind: Kind = base === 1 ? 'right' : 'left';
  let strong = baseKind;
  const kinds = pieces.map(({ kind }) => {
    if (kind === 'left' || kind === 'right') strong = kind;
    return kind === 'number' && strong === 'left' ? 'left' : kind;
  });
  const side = (kind: Kind | undefined): Kind =>
    kind === undefined ? baseKind : kind === 'left' ? 'left' : 'right';
  const resolved = kinds.map((kind, at) => {
    if (kind !== 'neutral') return kind;
    const before = side(kinds.findLast((other, place) => place < at && other !== 'neutral'));
    const after = side(kinds.find((other, place) => place > at && other !== 'neutral'));
    return before === after ? before : baseKind;
  });
  return resolved.map((kind) => (kind === 'right' ? 1 : base === 0 && kind === 'left' ? 0 : 2));
}
