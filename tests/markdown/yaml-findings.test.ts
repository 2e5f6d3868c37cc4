import { expect, test } from 'vitest';
import { briefText, checkText } from '../check/brief-text.ts';

test.each([
  ['title', { title: 'A\ntitle: B' }, 2, 3],
  ['title', { title: 'A\ntitle: A' }, 2, 3],
  ['topics', { topics: '[ai]\ntopics:\n  - ai' }, 5, 6],
  ['url', { sources: '\n  - title: A\n    url: https://a.example\n    url: https://b.example' }, 9, 10],
  ['title', { sources: '[{ title: A, url: https://a.example, title: B }]' }, 7, 7],
])('a second field %s is named, with the places of both', (name, fields, first, second) => {
  const text = briefText([], fields);
  const { diagnostics } = checkText(text);
  const lineOf = (offset = 0): number => text.slice(0, offset).split('\n').length;
  expect(
    diagnostics.map(({ code, message, range, note }) => [
      code,
      message,
      lineOf(range.start),
      lineOf(note?.at?.range.start),
    ]),
  ).toEqual([['front-matter-syntax', `Unexpected second field "${name}", expected only one`, second, first]]);
});
