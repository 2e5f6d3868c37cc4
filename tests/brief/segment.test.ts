import { describe, expect, it } from 'vitest';
import { countGraphemes, countWords } from '../../src/brief/segment.ts';

describe('characters', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['\r\n', 1],
    ['e\u0301', 1],
    ['Z\u0351\u036b\u0343', 1],
    ['👨‍👩‍👧‍👦', 1],
    ['👍🏽', 1],
    ['🇩🇪🇫🇷', 2],
    ['1️⃣', 1],
    ['नमस्ते', 3],
    ['각', 1],
    ['한국', 2],
    ['未来', 2],
    ['\ud800', 1],
    ['©\u00ad', 2],
  ])('of %j are %i', (text, count) => {
    expect(countGraphemes(text)).toBe(count);
  });
});

describe('words', () => {
  it.each([
    ['', 'words', 0],
    ['— … !', 'words', 0],
    ["It's $294,000 for R1 (in U.S. dollars).", 'words', 7],
    ['state-of-the-art', 'words', 1],
    ['один два', 'words', 2],
    ['一二三,四。', 'characters', 4],
    ['R1 は安い', 'characters', 5],
  ] as const)('of %j counted in %s are %i', (text, unit, count) => {
    expect(countWords(text, unit)).toBe(count);
  });
});
