import { expect, test } from 'vitest';
import { costlyPlaceOf } from '../../src/markdown/parse-limits.ts';

const row = `|${' 1,204 |'.repeat(12)}\n`;

// Ten times what the longest brief could need.
test.each([
  ['a table of 700 rows', row.repeat(700)],
  ['a paragraph of five hundred links', '[a](https://a.example/_b_) *c* '.repeat(500)],
  ['a hundred paragraphs of a hundred notes', `${'words[^1] and *words* '.repeat(100)}\n\n`.repeat(100)],
  ['half a megabyte with an open backtick', `\`${'words and words '.repeat(30_000)}`],
  ['a thousand headings', '## Words\n\n'.repeat(1000)],
])('%s can be read', (_, text) => {
  expect(costlyPlaceOf(text)).toBeUndefined();
});

test.each([
  ['rows', row.repeat(900)],
  ['signs in a paragraph', 'a**b*'.repeat(3000)],
  ['headings', '## a\n\n'.repeat(5000)],
])('too many %s cannot', (_, text) => {
  expect(costlyPlaceOf(text)).toBeDefined();
});
