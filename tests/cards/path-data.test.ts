import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands, readCommand, readNumber, type PathReader } from '../../src/cards/path-data.ts';

const readerOf = (path: string): PathReader => ({ path: Buffer.from(path, 'latin1'), at: 0 });

test.each([
  ['12', 12],
  ['-3', -3],
  ['65.3', 65.3],
  ['-0.1', -0.1],
  ['.5', 0.5],
  ['1200.05', 1200.05],
  [' ,7', 7],
])('the number %s', (text, value) => {
  expect(readNumber(readerOf(text))).toBe(value);
});

test('numbers follow each other with a space, a comma, a sign or a point between them', () => {
  const reader = readerOf('1 2,3-4.5.5');
  expect([1, 2, 3, 4, 5].map(() => readNumber(reader))).toEqual([1, 2, 3, -4.5, 0.5]);
});

test('numbers are what JavaScript reads, to the tenth of a pixel to which satori rounds', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (tenths) => {
      const text = String(tenths / 10);
      expect(readNumber(readerOf(text)) + 0).toBe(Number(text) + 0);
    }),
  );
});

test('a command stands for the numbers that follow it too', () => {
  const reader = readerOf('M1 2L3 4 5 6Z');
  const read: (number | 'Z')[][] = [];
  for (let command = readCommand(reader, 0); command !== 0; command = readCommand(reader, command)) {
    read.push(command === commands.Z ? ['Z'] : [command, readNumber(reader), readNumber(reader)]);
  }
  expect(read).toEqual([[commands.M, 1, 2], [commands.L, 3, 4], [commands.L, 5, 6], ['Z']]); // prettier-ignore
});

test('what is no number is an error that shows it', () => {
  expect(() => readNumber(readerOf('NaN 3'))).toThrow('Unexpected path data "NaN 3"');
  expect(() => readNumber(readerOf(''))).toThrow('Unexpected path data ""');
});
