import { expect, test } from 'vitest';
import { briefText, checkText } from '../check/brief-text.ts';

const item = 'or each item on its own lines, after "- "';
const line = 'or each field on its own line';

test.each([
  [
    'sources',
    'https://a.example',
    `write a list of items, such as sources: [{ title: …, url: https://a.example }], ${item}`,
  ],
  ['sources', 'A report', `write a list of items, such as sources: [{ title: A report, url: … }], ${item}`],
  ['sources', '[https://a.example]', `write { title: …, url: https://a.example }, ${line}`],
  ['sources', '["A, b"]', `write { title: "A, b", url: … }, ${line}`],
  [
    'sources',
    '{ title: A, url: https://a.example }',
    'it is one item of a list: write it between "[" and "]", as sources: [{ … }]',
  ],
  [
    'sources',
    '\n  title: A\n  url: https://a.example',
    'it is one item of a list: write "- " before its first field, and two more spaces before each of the others',
  ],
  [
    'figures',
    '44 countries',
    `write a list of items, such as figures: [{ value: …, label: 44 countries }], ${item}`,
  ],
  [
    'figures',
    '{ 44: countries }',
    `write a list of items, such as figures: [{ value: …, label: … }], ${item}`,
  ],
  ['watch', '2026-05-04', `write a list of items, such as watch: [{ by: 2026-05-04, expect: … }], ${item}`],
  ['watch', '[The board votes]', `write { by: …, expect: The board votes }, ${line}`],
  [
    'corrections',
    'A name',
    `write a list of items, such as corrections: [{ date: …, note: A name }], ${item}`,
  ],
  ['topics', 'ai', 'write topics: [ai]'],
  ['topics', 'ai, chips', 'write topics: [ai, chips]'],
  ['topics', '{ ai: chips }', 'write a list, such as topics: [one, two]'],
  ['topics', '[[ai]]', 'write ai alone'],
  ['authors', 'ann', 'write authors: [ann]'],
  ['aliases', 'old-name', 'write aliases: [old-name]'],
  ['image', './pictures/a.png', `write image: { src: ./pictures/a.png, alt: … }, ${line}`],
  ['image', '[./pictures/a.png]', `write image: { src: ./pictures/a.png, alt: … }, ${line}`],
  ['withdrawn', '2026-05-04', `write withdrawn: { date: 2026-05-04, reason: … }, ${line}`],
  ['thread', '[chips]', 'write thread: chips'],
  ['date', '[2026-05-04]', 'write date: 2026-05-04'],
  ['status', '[published]', 'write status: published'],
  [
    'title',
    '[A, b]',
    'put text that begins with "[" or "{" in quotation marks, and other text on the line of its field',
  ],
  ['topics', '- ai', 'write each item on its own line, after "  - "'],
])('of a value of the wrong kind, %s: %s, its writer learns what to type', (name, value, advice) => {
  const { diagnostics } = checkText(briefText([], { [name]: value }));
  expect(diagnostics.map(({ note }) => note?.text)).toEqual([advice]);
});
