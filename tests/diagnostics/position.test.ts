import { describe, expect, it } from 'vitest';
import { lineStarts, positionAt } from '../../src/diagnostics/position.ts';

describe('a line', () => {
  it.each([
    ['', [0]],
    ['a', [0]],
    ['a\n', [0, 2]],
    ['a\nb\nc', [0, 2, 4]],
    ['a\r\nb\r\nc', [0, 3, 6]],
    ['a\rb\rc', [0, 2, 4]],
    ['\n\r\n\r', [0, 1, 3, 4]],
    ['a\u2028b', [0]],
  ])('of %j begins at %j', (text, starts) => {
    expect(lineStarts(text)).toEqual(starts);
  });
});

describe('an offset', () => {
  it.each([
    ['abc', 0, 1, 1],
    ['abc', 3, 1, 4],
    ['a\nbc', 1, 1, 2],
    ['a\nbc', 2, 2, 1],
    ['a\nbc', 3, 2, 2],
    ['a\r\nbc', 3, 2, 1],
    ['a\rbc', 2, 2, 1],
    ['🙂x', 2, 1, 3],
    ['', 0, 1, 1],
    ['a\n\nb', 2, 2, 1],
  ])('in %j of %i is line %i, column %i', (text, offset, line, column) => {
    expect(positionAt(lineStarts(text), offset)).toEqual({ line, column });
  });
});
