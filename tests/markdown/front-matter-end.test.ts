import { expect, test } from 'vitest';
import { fix } from '../../src/check/fixes/fix.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText, checkText } from '../check/brief-text.ts';

/** A brief with a different closing fence. */
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

/** The text after `check --fix`. */
function fixed(text: string): string {
  const publication = publicationSample();
  return fix('briefs/small-bill.md', text, publication).text;
}

const right = briefText();
const end = right.indexOf('\n---\n') + 1;

test.each([
  ['that ends the fields', right.slice(0, end) + '---\u00a0' + right.slice(end + 3), '---\u00a0'],
  ['that opens them', '---\u00a0' + right.slice(3), '---\u00a0'],
  ['that opens them, below a blank line', '\n---\u00a0' + right.slice(3), '---\u00a0'],
  ['above the one that ends them', right.slice(0, end) + '---\u00a0\n' + right.slice(end), '---\u00a0'],
  ['above the one that ends them, and a blank line', right.slice(0, end) + '---\u00a0\n\n' + right.slice(end), '---\u00a0'], // prettier-ignore
  ['above the one that opens them', '---\u00a0\n' + right, '-'],
])('a no-break space behind the line "---" %s is told as such, and fixed', (_, text, place) => {
  const found = checkText(text).diagnostics.map(({ code, range }) => [
    code,
    text.slice(range.start, range.end),
  ]);
  expect(found[0]?.[0]).toMatch(/^front-matter-/);
  expect(found.map(([code]) => code).filter((code) => !code?.startsWith('front-matter-'))).toEqual([]);
  expect(found.map(([, at]) => at)).toContain(place);
  const after = fixed(text);
  expect(foundIn(after)).toEqual([]);
  expect(after.replace(/\n{2,}---/, '\n---')).toBe(right);
});

test('the text below the fields keeps its lines when their fences are fixed', () => {
  const rule = briefText(['A.\n\n---\u00a0\n\nB.']);
  expect(fixed('---\u00a0' + rule.slice(3))).toBe(rule);
});

test.each(['----', '———', '---\u00a0'])('a line %j above other fields is one error, at that line', (line) => {
  expect(foundIn(`${right.slice(0, end)}${line}\nstatus: draft\n${right.slice(end)}`)).toEqual([
    `front-matter-syntax ${line}`,
  ]);
});

test.each(['---\n', '---\n---\n'])('%j above the front matter is one error', (above) => {
  expect(foundIn(above + right)).toEqual(['front-matter-missing -']);
  expect(fixed(above + right)).toBe(right);
});
