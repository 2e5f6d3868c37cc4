import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divideByDirection, levelsOf } from '../../src/cards/bidi.ts';

/** The pieces of a text with the level of each. */
const seen = (text: string, base: 0 | 1): string => {
  const pieces = divideByDirection(text);
  const levels = levelsOf(pieces, base);
  return pieces.map((piece, at) => `${piece}${levels[at] ?? '?'}`).join('');
};

test('a text is divided where its direction may change, and not within what is read as one', () => {
  expect(divideByDirection('בית 56%)')).toEqual(['בית', ' ', '56', '%', ')']);
  expect(divideByDirection('שָׁלוֹם R1')).toEqual(['שָׁלוֹם', ' ', 'R1']);
  expect(divideByDirection('צה"ל 294,000 1R don’t (a)')).toEqual(['צה"ל', ' ', '294,000', ' ', '1', 'R', ' ', 'don’t', ' ', '(', 'a', ')']); // prettier-ignore
  expect(divideByDirection('👋🏽🇩🇪')).toEqual(['👋🏽', '🇩🇪']);
});

test.each([
  ['(בית: 56%) x', 0, '(0בית1:1 1562%2)0 0x0'],
  ['בית (4.5%)', 1, 'בית1 1(14.52%2)1'],
  ['ב-18/9', 1, 'ב1-118/92'],
  ['כ 🚀 𝟝', 1, 'כ1 1🚀1 1𝟝2'],
  ['A \u202bב \u202aone', 0, 'A0 0\u202b0ב1 1\u202a1one2'],
] as const)('brackets, signs beside numbers and emoji have the level of UAX #9: %s', (text, base, levels) => {
  expect(seen(text, base)).toBe(levels);
});

test('each piece has one level, that of every one of its characters', () => {
  const bidi = bidiFactory();
  const piece = fc.constantFrom('a', 'R1', '294,000', '50%', '4.5', ' ', '(', ')', '[', ':', '-', '/', 'בית', 'שָׁ', 'كلفة', '١٢', '\u200f', '\u200e', '\u2067', '\u2069', '€', '…'); // prettier-ignore
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom(0, 1), (parts, base) => {
      const text = parts.join('');
      const { levels } = bidi.getEmbeddingLevels(text, base === 1 ? 'rtl' : 'ltr');
      const pieces = divideByDirection(text);
      const own = levelsOf(pieces, base).flatMap((level, at) => Array.from(pieces[at] ?? '', () => level));
      // What has no width may stand at any level.
      const seen = (all: Iterable<number>): (number | undefined)[] =>
        Array.from(all).map((level, at) =>
          /[\u200e\u200f\u2067\u2069]/.test(text.charAt(at)) ? undefined : level,
        );
      expect(seen(own)).toEqual(seen(levels));
    }),
  );
});
