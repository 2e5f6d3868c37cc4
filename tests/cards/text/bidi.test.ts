import { expect, test } from 'vitest';
import { levelsOf, visualOrder } from '../../../src/cards/text/bidi.ts';
import { readUnicodeTest } from './unicode-test.ts';

test('the characters of a line stand in the order of the Unicode Bidirectional Algorithm: all of BidiCharacterTest 15.0', () => {
  const wrong: string[] = [];
  let count = 0;
  for (const line of readUnicodeTest('BidiCharacterTest.txt')) {
    const [codePoints = '', , paragraph, levels = '', order = ''] = line.split(';');
    const characters = codePoints.split(' ').map((hex) => String.fromCodePoint(Number.parseInt(hex, 16)));
    const found = levelsOf(characters.join(''), paragraph === '1' ? 'rtl' : 'ltr');
    const expected = levels.split(' ');
    let offset = 0;
    const pieces = characters.map((character, at) => {
      const piece = { at, level: found[offset] ?? -1 };
      offset += character.length;
      return piece;
    });
    // What the algorithm removes (x) has no level.
    const seen = pieces.filter(({ at }) => expected[at] !== 'x');
    const isRight =
      seen.every(({ at, level }) => String(level) === expected[at]) &&
      visualOrder(seen).map(({ at }) => at).join(' ') === order; // prettier-ignore
    if (!isRight) wrong.push(line);
    count += 1;
  }
  expect(wrong).toEqual([]);
  expect(count).toBe(91_707);
});

test('a surrogate pair has the class of its character, not of its halves', () => {
  expect([...levelsOf('ב🚀', 'rtl')]).toEqual([1, 1, 1]);
  expect([...levelsOf('ב 𝟝', 'rtl')]).toEqual([1, 1, 2, 2]);
  expect([...levelsOf('a\u{1e900}', 'ltr')]).toEqual([0, 1, 1]);
});
