import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../../../scripts/feedback/csv.ts';

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '🗳', ' ', '"', ',', ';', '\t', '\n', '\r', '\r\n'),
});

test.each([
  [',', '\r\n'],
  [',', '\n'],
  [';', '\r\n'],
  ['\t', '\r'],
])('any table that is written with %j and lines that end in %j is read as it was', (separator, lineEnd) => {
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })));
  fc.assert(
    fc.property(table, fc.boolean(), fc.boolean(), (rows, ended, everyQuoted) => {
      const write = (value: string): string =>
        everyQuoted || /[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
      const text = rows.map((row) => row.map(write).join(separator)).join(lineEnd);
      expect(cellsOf(ended ? text + lineEnd : text, separator)).toEqual(rows);
    }),
  );
});

test('no text is a surprise: it is read, or it is said where it cannot be', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const rows = readCsv(text, ',');
      if ('message' in rows) expect(rows.offset).toBeLessThanOrEqual(text.length);
      else expect(rows.every(({ offset }) => offset < text.length)).toBe(true);
    }),
  );
});

test.each([
  ['a,b\n\n\r\nc,d\n', [['a', 'b'], ['c', 'd']]], // prettier-ignore
  ['a,', [['a', '']]],
  [',', [['', '']]],
  ['a 5" disk,b', [['a 5" disk', 'b']]],
  ['""', []],
  ['', []],
])('%j holds %j', (text, rows) => {
  expect(cellsOf(text, ',')).toEqual(rows);
});

test.each([
  ['a,"b', 2, /^Unexpected end of the file/],
  ['a,"b""', 2, /^Unexpected end of the file/],
  ['a\n"b"c,d', 2, /^Unexpected text after a quoted cell/],
])('%j is wrong at %i', (text, offset, message) => {
  const problem = readCsv(text, ',');
  expect(problem).toMatchObject({ offset, message: expect.stringMatching(message) as string });
});

function cellsOf(text: string, separator: string): unknown {
  const rows = readCsv(text, separator);
  return 'message' in rows ? rows : rows.map(({ cells }) => cells);
}
