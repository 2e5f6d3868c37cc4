import { describe, expect, test } from 'vitest';
import { briefText, checkText } from '../brief-text.ts';

/** Each finding as its code and marked text. */
function foundIn(text: string): string[] {
  return checkText(text).diagnostics.map(
    ({ code, range }) => `${code} ${text.slice(range.start, range.end)}`,
  );
}

describe('a code block without an end', () => {
  test.each([
    ['three backticks', 'A.\n\n```\ncode', 'fence-unclosed ```'],
    ['a language', 'A.\n\n```sh\ncode', 'fence-unclosed ```sh'],
    ['tildes', 'A.\n\n~~~\ncode', 'fence-unclosed ~~~'],
    ['more backticks than end it', 'A.\n\n````\ncode\n```', 'fence-unclosed ````'],
    ['tildes that backticks do not end', 'A.\n\n~~~\ncode\n```', 'fence-unclosed ~~~'],
    ['words behind its end', 'A.\n\n```\ncode\n``` so', 'fence-unclosed ```'],
    ['a list around it', '- A.\n\n  ```\n  code\n\nB.', 'fence-unclosed ```'],
    ['a quotation around it', '> ```\n> code\n\nB.', 'fence-unclosed ```'],
    ['a footnote around it', 'A.[^1]\n\n[^1]: B.\n\n    ```\n    code\n\nC.', 'fence-unclosed ```'],
    ['lines of Windows', 'A.\r\n\r\n```\r\ncode', 'fence-unclosed ```'],
  ])('with %s is one error, at the line that opens it', (_, section, expected) => {
    expect(foundIn(briefText([section]))).toEqual([expected]);
  });

  test.each([
    ['in a list and in a quotation', '> - ```js\n>   a\n>\n> > ```\n> > b', ['```js', '```']],
    ['in items of one list', '- ```js\n  a\n- ```\n  b\n\nC.', ['```js', '```']],
    ['in an item, and a whole one', '- ```js\n  a\n\n```\nb\n```', ['```js']],
    ['in an item, with an end that is outside of it', '> - ```js\n>   a\n>\n> ```\n\nB.', ['```js']],
  ])('%s is an error in each that is unclosed', (_, section, fences) => {
    expect(foundIn(briefText([section]))).toEqual(fences.map((fence) => `fence-unclosed ${fence}`));
  });

  test('at the end of the brief is an error, too', () => {
    expect(foundIn(briefText(['', '', '', 'A.\n\n```\ncode'].map((text) => text || 'A.')))).toEqual([
      'fence-unclosed ```',
    ]);
  });

  test('is the one closed by the next fence, if a section is between them', () => {
    const text = briefText(['A.\n\n```sh\nfirst', 'B.\n\n```\nsecond\n```']);
    expect(foundIn(text)).toEqual(['fence-unclosed ```sh']);
  });

  test('is to be removed if it encloses the whole brief', () => {
    const [front, body] = briefText().split('---\n\n');
    const [first] = checkText(`${front ?? ''}---\n\n\`\`\`markdown\n${body ?? ''}\`\`\`\n`).diagnostics;
    expect([first?.code, first?.note?.text]).toEqual([
      'fence-unclosed',
      'delete this line and the fence that closes the block: a brief is not code',
    ]);
  });

  test('includes notes that are not reported as missing', () => {
    expect(foundIn(briefText(['A.[^1]\n\n```\ncode\n\n[^1]: B.']))).toEqual(['fence-unclosed ```']);
  });

  test.each([
    ['ends', 'A.\n\n```\ncode\n```'],
    ['ends with more signs', 'A.\n\n```\ncode\n`````'],
    ['ends in an item', '- ```\n  code\n  ```'],
    ['ends in a quotation of a list', '- > ```\n  > code\n  > ```'],
    ['holds a fence of the other sign', '~~~\n```\n~~~'],
    ['holds headings that the brief has', "```\n## What's Happening?\n```"],
    ['is indented', 'A.\n\n    ```\n    code'],
    ['is empty', 'A.\n\n```\n```'],
  ])('is not reported if it %s', (_, section) => {
    expect(foundIn(briefText([section]))).toEqual([]);
  });
});

test.each([
  ['a comment', 'A.\n\n<!-- note', 'raw-html <!-- note'],
  ['a script', 'A.\n\n<script>\nnote', 'raw-html <script>'],
])('%s without an end is one error, at its first line', (_, section, expected) => {
  expect(foundIn(briefText([section]))).toEqual([expected]);
});

test.each([
  ['A <!-- note.', '<!--'],
  ['A.\n\n$$\nx = 1', '$$'],
  ['A.^[See the report.]', '^[See the report.]'],
  ['A ^[Report].', '^[Report]'],
  ['A.[ˆ1]', '[ˆ1]'],
  ['A <a href=“https://a.example”>b.', '<a href=“https://a.example”>'],
])('of %j readers would see the signs', (section, sign) => {
  expect(foundIn(briefText([section]))).toEqual([`markup-literal ${sign}`]);
});

test.each(['x^[2] and x^[n+1]', 'It costs $$ or $$$ there.', '`^[a b]` and \\^[a b]', 'A --> B'])(
  'nothing is said of %j',
  (section) => {
    expect(foundIn(briefText([section]))).toEqual([]);
  },
);
