import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

/** The embedding level of each UTF-16 unit of a paragraph, by the Unicode Bidirectional Algorithm (UAX #9). */
export function levelsOf(text: string, direction: 'ltr' | 'rtl'): Uint8Array {
  return bidi.getEmbeddingLevels(withoutPairs(text), direction).levels;
}

/** Pieces of a line in the order in which they stand from left to right (UAX #9, rule L2). */
export function visualOrder<Piece extends { readonly level: number }>(pieces: readonly Piece[]): Piece[] {
  const ordered = [...pieces];
  const levels = pieces.map(({ level }) => level);
  const lowest = Math.min(...levels.map((level) => level | 1));
  for (let level = Math.max(0, ...levels); level >= lowest; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(start, end - 1);
    }
  }
  return ordered;
}

/** The text with two characters of the same class for each surrogate pair: bidi-js takes both halves for letters from left to right. */
function withoutPairs(text: string): string {
  return text.replace(/[\u{10000}-\u{10ffff}]/gu, (pair) => {
    if (/[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(pair)) return '\u05d0\u05d0';
    if (/\p{Nd}/u.test(pair)) return '00';
    return /[\p{S}--\p{Regional_Indicator}]/v.test(pair) ? '\u2600\u2600' : pair;
  });
}
