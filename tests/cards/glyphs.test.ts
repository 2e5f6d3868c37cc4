import { describe, expect, test } from 'vitest';
import { outlineOf, placeLetter, readLetters, steps, type Command } from '../../src/cards/glyphs.ts';

const commands: readonly Command[] = [
  { type: 'M', x: 0, y: 0 },
  { type: 'L', x: 500, y: 0 },
  { type: 'Q', x1: 600, y1: 300, x: 500, y: 700 },
  { type: 'C', x1: 400, y1: 800, x2: 100, y2: 800, x: 0, y: 700 },
  { type: 'Z' },
];
const outline = [
  ...[steps.move, 0, 0],
  ...[steps.line, 500, 0],
  ...[steps.quadratic, 600, 300, 500, 700],
  ...[steps.cubic, 400, 800, 100, 800, 0, 700],
  steps.close,
];

describe('a letter that is placed', () => {
  test('is read back with its outline, as often as it stands there', () => {
    const path = `${placeLetter(commands, 64, 79.25, 0.026)} ${placeLetter(commands, -1 / 3, 0, 1)}`;
    const letters = readLetters(path);
    expect(letters.map(({ x, y, scale }) => [x, y, scale])).toEqual([[64, 79.25, 0.026], [-1 / 3, 0, 1]]); // prettier-ignore
    for (const letter of letters) expect([...letter.outline]).toEqual(outline);
    expect(letters[0]?.outline).toBe(letters[1]?.outline);
  });

  test('is kept while it is used, however many others there are', () => {
    const path = placeLetter(commands, 1, 2, 3);
    const other = placeLetter([{ type: 'Z' }], 1, 2, 3);
    for (let count = 0; count < 10_000; count += 1) {
      placeLetter([{ type: 'Z' }], 0, 0, 1);
      if (count % 1000 === 0) placeLetter(commands, 0, 0, 1);
    }
    expect(readLetters(path)).toHaveLength(1);
    // Not all that ever were: a newsroom in Chinese would fill the memory.
    expect(() => readLetters(other)).toThrow(`Unexpected letter "${other.slice(0, -1)}"`);
    // A font that is read again has other outlines, and the same one comes back under its number.
    expect(placeLetter(commands, 1, 2, 3)).toBe(path);
  });

  test.each(['M0 0L1 1Z', '1 2 3;x', 'NaN NaN NaN NaN;', '99999999 1 2 3;', ';'])(
    'is nothing else: %j',
    (path) => {
      expect(() => readLetters(path)).toThrow('Unexpected');
    },
  );

  test('may be none', () => {
    expect(readLetters('')).toEqual([]);
    expect(readLetters(' ')).toEqual([]);
    expect([...outlineOf([])]).toEqual([]);
  });
});
