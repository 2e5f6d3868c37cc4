import { expect, test } from 'vitest';
import { plainEscapes, readEscapes } from '../../../scripts/import/escapes.ts';
import type { Dropped } from '../../../scripts/import/document-source.ts';

test.each([
  ['• One\n• Two', '- One\n- Two'],
  ['  ◦ One', '  - One'],
  [String.raw`One.\n\nTwo.`, 'One.\n\nTwo.'],
  [String.raw`One:\n- Two\n- Three`, 'One:\n- Two\n- Three'],
  [String.raw`It\u2019s a caf\u00e9`, 'It’s a café'],
  [String.raw`It works \ud83d\ude00, they say`, 'It works 😀, they say'],
  ['Tom &amp;amp; Jerry', 'Tom &amp; Jerry'],
  ['it&amp;#39;s', 'it&#39;s'],
])('%j is read as %j, and the report says so', (text, read) => {
  const dropped: Dropped[] = [];
  expect(readEscapes(text, dropped)).toBe(read);
  expect(dropped.length).toBeGreaterThan(0);
});

test.each([
  String.raw`The file C:\news\Next.txt, \nabla and \\server\name`,
  'Q&amp;A, AT&T and a &lt; b',
  'Reuters • AP • AFP',
  '```\n• One\\n\\nTwo.\n```',
  'The sign `\\u2019` and `&amp;amp;`',
  '    • code',
  '---\ntitle: "It\\u2019s &amp;amp; more"\n---\n\nA text.',
  String.raw`A null, \u0000, and a half, \ud83d`,
])('%j stays as it is', (text) => {
  const dropped: Dropped[] = [];
  expect([readEscapes(text, dropped), dropped]).toEqual([text, []]);
});

test('a field is one line without escapes', () => {
  expect(plainEscapes(String.raw`Caf\u00e9 &amp;amp; bar:\nit&rsquo;s open`)).toBe('Café & bar: it’s open'.replace(': it', String.raw`:\nit`)); // prettier-ignore
  expect(plainEscapes(String.raw`It opens.\nIt closes &mdash; at 5&nbsp;p.m.`)).toBe('It opens. It closes — at 5 p.m.'); // prettier-ignore
});
