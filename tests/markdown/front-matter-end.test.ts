import { expect, test } from 'vitest';
import { briefText, checkText } from '../check/brief-text.ts';

/** A brief whose second fence is written otherwise. */
function withEnd(end: string, text = briefText()): string {
  return text.replace('\n---\n\n##', `\n${end}\n##`);
}

function foundIn(text: string): string[] {
  return checkText(text).diagnostics.map(
    ({ code, range }) => `${code} ${text.slice(range.start, range.end)}`,
  );
}

test.each(['----\n', '...\n', '***\n', '+++\n', ' ---\n', '———\n', '- - -\n', '-----   \n'])(
  'a line %j that was meant to end the fields is the only error',
  (end) => {
    expect(foundIn(withEnd(end))).toEqual([
      `front-matter-missing ${end.trimEnd() === '---' ? '---' : end.slice(0, -1)}`,
    ]);
  },
);

test.each([
  ['at all', withEnd('')],
  ['before a rule between sections', withEnd('', briefText(['A.', 'B.', 'C.\n\n---\n\nD.']))],
  ['before a rule, in a list', withEnd('', briefText(['- A.', '- B.\n\n---']))],
])('fields without an end %s are one error, at the fence that opens them', (_, text) => {
  const { diagnostics } = checkText(text);
  expect(diagnostics.map(({ code, range }) => [code, range])).toEqual([
    ['front-matter-missing', { start: 0, end: 3 }],
  ]);
  const at = diagnostics[0]?.note?.at?.range.start ?? 0;
  expect(text.slice(at)).toMatch(/^## What's Happening\?/);
});

test.each([['---\n'], ['---  \n']])('the line %j ends the fields', (end) => {
  expect(foundIn(withEnd(end))).toEqual([]);
});
