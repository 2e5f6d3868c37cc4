import { boundsOf } from '../glyphs.ts';
import type { Box } from '../geometry.ts';
import type { Font, Glyph, Shaping } from './font.ts';
import { scriptOf } from './script.ts';

/** Scripts whose letters take marks of the Unicode blocks for all: the fonts of others are made for their own marks. */
const general = /^(?:Latn|Grek|Cyrl)$/;
/** Marks that go through their letter, or hang on it. */
const touching = /[\u031b\u0321\u0322\u0327\u0328\u0334-\u0338]/;

/** Whether marks belong to a grapheme of such a script; a letter that has its own code point needs none. */
export function hasMarks(grapheme: string): boolean {
  return /^.\p{M}/u.test(grapheme) && general.test(scriptOf(grapheme) ?? '');
}

/**
 * Whether a font puts the marks of a letter in their places: by a glyph that has them, by its anchors, or because they stand
 * over the letter by themselves. A font without anchors for a pair sets the mark beside its letter, or one mark on another.
 */
export function attachesMarks(font: Font, grapheme: string): boolean {
  if (!hasMarks(grapheme)) return true;
  const how: Shaping = {
    script: scriptOf(grapheme) ?? '',
    lang: 'und',
    isRightToLeft: false,
    isSpaced: false,
  };
  const glyphs = font.shape(grapheme, 0, grapheme.length, how);
  const [base, ...marks] = placed(glyphs, font);
  if (!base) return false;
  const loose = font.shape(grapheme, 0, grapheme.length, { ...how, hasLooseMarks: true });
  const attached = marks.every((mark, at) => {
    const [one, other] = [glyphs[at + 1], loose[at + 1]];
    const isMoved = one?.dx !== other?.dx || one?.dy !== other?.dy;
    return isMoved || (isOver(mark, base) && (touching.test(grapheme) || !meet(mark, base)));
  });
  return attached && !marks.some((mark, at) => marks.slice(at + 1).some((other) => meet(mark, other)));
}

/** The boxes of glyphs in ems. */
function placed(glyphs: readonly Glyph[], font: Font): Box[] {
  let x = 0;
  return glyphs.map(({ id, dx, dy, advance }) => {
    const box = boundsOf({ outline: font.outlineOf(id), x: x + dx, y: -dy, scale: 1 });
    x += advance;
    return box;
  });
}

function isOver(mark: Box, base: Box): boolean {
  const middle = mark.left + mark.width / 2;
  return base.left <= middle && middle <= base.left + base.width;
}

/** Whether a fifth or more of the smaller box lies in the other. */
function meet(one: Box, other: Box): boolean {
  const across = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const down = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  const smaller = Math.min(one.width * one.height, other.width * other.height);
  return across > 0 && down > 0 && across * down > smaller / 5;
}
