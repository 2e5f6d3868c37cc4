import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literalCodes } from '../../src/markdown/literal-codes.ts';
import { literalLists } from '../../src/markdown/literal-lists.ts';
import { literalLinks, literalMarkup, matchesOf } from '../../src/markdown/literal-markup.ts';

/** What the patterns are made of. */
const pieces = [
  ...['_', '__', '{{', '}}', '{%', '%}', '[[', ']]', '==', ':::', '~', '^', '##', '!!!', '$', '$$', '<!--'],
  ...[
    '[',
    ']',
    '(',
    ')',
    ' ',
    '\n',
    '> ',
    '-',
    '*',
    '+',
    '1.',
    '2.',
    '1、',
    '2、',
    '①',
    '(1)',
    '(2)',
    '• ',
    '→ ',
  ],
  ...[
    'a',
    'name',
    'Straße',
    '字',
    '1',
    ': ',
    ':smile:',
    'note',
    '^[',
    '[ˆ1]',
    '［＾1］',
    '［^1］',
    'https://a.example/',
    '.png)',
  ],
  ...[
    '<a href="x">',
    '{.wide}',
    '{#top}',
    '[toc]',
    '[/caption]',
    '[img src="x"]',
    '\\n',
    '\\u2019',
    '\\textbf{x}',
  ],
  ...[
    '&amp;nbsp;',
    '&nbsp',
    '&lt;b&gt;',
    'â€œ',
    'Ã©',
    'Â°',
    '${name}',
    '<% x %>',
    '"key": "value"',
    '",',
    '},',
  ],
  ...['_{2}', 'x^2', 'the end.', 'A sentence, with a comma'],
  ...['-one\n-two', '*one\n*two', '+one\n+two', '1.one\n2.two', '1、一\n2、二', '①一\n②二', '→ one\n→ two'],
  ...[
    '(1) one\n(2) two',
    'A term\n: its meaning',
    'H~2~O',
    '[a](https://a.example/x y)',
    '!!! note',
    '[a] (https://a.example/)',
    '(a)[https://a.example/]',
    '_Straße_字',
  ],
];

test('each match of a pattern has one of its signs, which are looked for first', () => {
  const all = [...literalLinks, ...literalMarkup, ...literalLists, ...literalCodes];
  const matched = new Set<string>();
  const texts = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(texts, (chosen) => {
      const text = chosen.join('');
      for (const markup of all) {
        const found = [...text.matchAll(markup.pattern)];
        if (found.length > 0) matched.add(String(markup.pattern));
        expect([...matchesOf(markup, text)].map(({ index }) => index)).toEqual(
          found.map(({ index }) => index),
        );
      }
    }),
    { numRuns: 3000 },
  );
  expect(all.filter(({ pattern }) => !matched.has(String(pattern))).map(({ what }) => what)).toEqual([]);
});
