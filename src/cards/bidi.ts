import bidiFactory from 'bidi-js';
import { graphemesOf } from './characters.ts';

const bidi = bidiFactory();

/**
 * The text divided where the level of its characters may change, and nowhere else: letters in pieces lose their kerning. A mark
 * stays with its letter, a digit with the letter from left to right before it (rule W7 of UAX #9), a sign between letters of one
 * direction (N1) or a separator between digits (W4) with both.
 */
export function divideByDirection(text: string): string[] {
  const graphemes = graphemesOf(text);
  const kinds = graphemes.map((grapheme) => bidi.getBidiCharTypeName(withoutPairs(grapheme).charAt(0)));
  const parts: string[] = [];
  let last = '';
  const following = (kind = ''): string => (kind === 'EN' && last === 'L' ? 'L' : kind);
  graphemes.forEach((grapheme, at) => {
    const kind = following(kinds[at]);
    const isBetween =
      last === following(kinds[at + 1]) &&
      (strong.has(last) ? neutral.has(kind) && !brackets.test(grapheme) : last === 'EN' && kind === 'CS');
    if (kind === last || isBetween) parts.push((parts.pop() ?? '') + grapheme);
    else parts.push(grapheme);
    if (!isBetween) last = kind;
  });
  return parts;
}

const strong = new Set(['L', 'R', 'AL']);
const neutral = new Set(['ON', 'CS', 'ES', 'ET']);
/** Each takes the direction of its pair (N0). */
const brackets = /[\p{Ps}\p{Pe}]/u;

/**
 * The embedding level of each piece of a paragraph, by the whole Unicode Bidirectional Algorithm (UAX #9), as browsers apply it.
 * All characters of a piece have one, as `divideByDirection` gives them.
 */
export function levelsOf(pieces: readonly string[], base: 0 | 1): number[] {
  const { levels } = bidi.getEmbeddingLevels(withoutPairs(pieces.join('')), base === 1 ? 'rtl' : 'ltr');
  let start = 0;
  return pieces.map((piece) => {
    const level = levels[start] ?? base;
    start += piece.length;
    return level;
  });
}

/**
 * The text with two characters of its class for each surrogate pair, whose halves bidi-js takes for letters from left to right:
 * signs and emoji are neutral, the digits of mathematics are numbers.
 */
function withoutPairs(text: string): string {
  return text.replace(/[\u{10000}-\u{10ffff}]/gu, (pair) => {
    if (/[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(pair)) return '\u05d0\u05d0';
    if (/\p{Nd}/u.test(pair)) return '00';
    return /[\p{S}--\p{Regional_Indicator}]/v.test(pair) ? '\u2600\u2600' : pair;
  });
}
