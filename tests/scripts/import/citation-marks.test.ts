import { describe, expect, test } from 'vitest';
import { importText } from './import-sample.ts';

const text = (sentence: string): string =>
  `# Freight Ships Pay More\n\n## What's Happening?\n\n${sentence}\n\n## Why It Matters\n\nIt is the first rise since 2010.\n\n## The Big Picture\n\nOther ports did the same.\n\n## What's Next?\n\nThe board meets in May.\n`;

async function happening(sentence: string): Promise<string> {
  const { markdown } = await importText(text(sentence), 'ships.md');
  return (/Happening\?\n\n([^]*?)\n\n## Why/.exec(markdown)?.[1] ?? '').replaceAll('\\', '');
}

test.each([
  '[in force since 2010] and [1] of 12 boats left; x[2] is the third.',
  'Of the boats, [3] left in March.',
])('brackets within a sentence are its words without a list of sources: %s', async (sentence) => {
  expect(await happening(sentence)).toBe(sentence);
});

test.each([
  ['The toll rose ([1], [2]).', 'The toll rose.'],
  ['The toll rose ([1]), and ships left ([2][3]).', 'The toll rose, and ships left.'],
  [
    'The toll rose[1], and ships left [2]. [3] Others stayed.[4]',
    'The toll rose, and ships left. Others stayed.',
  ],
])('a mark of a source goes with the brackets around it: %s', async (sentence, expected) => {
  expect(await happening(sentence)).toBe(expected);
});

test.each([
  ['ships.md', 'The toll rose ([example.org](https://example.org/x?utm_source=chatgpt.com)).'],
  ['ships.md', 'The toll rose ([example.org][a]).\n\n[a]: https://example.org/x?utm_source=chatgpt.com'],
  ['ships.html', 'The toll rose (<a href="https://example.org/x?utm_source=chatgpt.com">example.org</a>).'],
])('a link in the text of %s loses the parameters that count readers: %s', async (file, sentence) => {
  const { markdown, report } = await importText(
    file.endsWith('.md')
      ? text(sentence)
      : text(sentence).replace(
          /^(#+) (.*)$/gm,
          (_, { length }: string, words: string) => `<h${length}>${words}</h${length}>`,
        ),
    file,
  );
  expect(markdown).toContain('https://example.org/x');
  expect(markdown).not.toContain('utm_source');
  expect(report.dropped.map((each) => each.text)).toContain('https://example.org/x?utm_source=chatgpt.com');
});

const lists = [
  '## Sources\n\n1. [Minutes](https://example.org/1)\n2. [Survey](https://example.org/2)\n3. https://example.org/3\n',
  '## Sources\n\n[1] Minutes. https://example.org/1\n[2] Survey. https://example.org/2\n[3] https://example.org/3\n',
  '[1]: https://example.org/1 "Minutes"\n[2]: https://example.org/2 "Survey"\n[3]: https://example.org/3\n',
  '## Sources\n\n[1]: https://example.org/1 "Minutes"\n[2]: https://example.org/2 "Survey"\n[3]: https://example.org/3\n',
];

describe.each(lists)('with the list of sources %j', (list) => {
  test.each([
    ['The toll rose.[2][3] More.', 'The toll rose.[^2][^3] More.'],
    ['The toll rose [1][2][3].', 'The toll rose[^1][^2][^3].'],
    ['The toll rose.[1], [2]', 'The toll rose.[^1][^2]'],
    ['The toll rose.[1, 2] More.', 'The toll rose.[^1][^2] More.'],
    ['The toll rose.[1]–[3] More.', 'The toll rose.[^1][^2][^3] More.'],
    ['The toll rose [1-3].', 'The toll rose[^1][^2][^3].'],
    ['The toll rose.(1) More.', 'The toll rose.[^1] More.'],
    ['The toll rose (1)(3).', 'The toll rose[^1][^3].'],
    ['通行料が上がった（2）。', '通行料が上がった[^2]。'],
    ['通行料が上がった。［2］', '通行料が上がった。[^2]'],
    ['The toll rose.[^1]', 'The toll rose.[^1]'],
    ['The toll rose.¹ ³', 'The toll rose.[^1][^3]'],
    ['The toll rose.[4] More.', 'The toll rose. More.'],
  ])('the marks of "%s" are its notes', async (sentence, expected) => {
    const { markdown } = await importText(`${text(sentence)}\n${list}`, 'ships.md');
    const found = /Happening\?\n\n([^]*?)\n\n## Why/.exec(markdown)?.[1] ?? '';
    expect(found.replace(/\\(?!\[\^)/g, '')).toBe(expected);
    expect(markdown).toContain('sources:\n  - title: Minutes\n    url: https://example.org/1\n');
    for (const [, number = ''] of expected.matchAll(/\[\^(\d)\]/g))
      expect(markdown).toContain(`\n[^${number}]: `);
  });

  test.each([
    'It has three aims: (1) speed, (2) safety and (3) price.',
    'It follows from Article 5(1).',
    'It follows from Article 5 (1).',
    'The charter reads "the Quay [[sic]]", note [[1]].',
    'Two rules apply to a[1] and f[0][1] of it.',
  ])('"%s" has no mark', async (sentence) => {
    const { markdown } = await importText(`${text(sentence)}\n${list}`, 'ships.md');
    const found = /Happening\?\n\n([^]*?)\n\n## Why/.exec(markdown)?.[1] ?? '';
    expect(found.replaceAll('\\', '')).toBe(sentence);
  });
});

test.each([
  'The toll rose.<grok:render type="render_inline_citation"><argument name="citation_id">3</argument></grok:render>',
  'The toll rose.<grok:render card_id="a" type="x"><argument name="citation_id">3</argument></grok:render><grok:render type="x"><argument name="b">4</argument></grok:render>',
  'The toll rose.<ref name="a">Reuters</ref><ref name="b" />',
  'The toll rose. [citation:3] [citation needed]',
  'The toll rose. [^1]',
  'The toll rose.[ref_1][web:3]',
])('the mark of a program goes and is reported: %s', async (sentence) => {
  const { markdown, report } = await importText(text(sentence), 'ships.md');
  expect(/Happening\?\n\n([^]*?)\n\n## Why/.exec(markdown)?.[1]).toBe('The toll rose.');
  expect(report.dropped.length).toBeGreaterThan(0);
});

test.each([
  'The toll rose [[1]](https://example.org/a).',
  'The toll rose.[1](https://example.org/a)[2](https://example.org/b)',
  'The toll rose ([oai_citation:0‡example.org/a](https://example.org/a?utm_source=chatgpt.com)).',
])('links that are marks become notes and sources: %s', async (sentence) => {
  const { markdown } = await importText(text(sentence), 'ships.md');
  expect(/Happening\?\n\n([^]*?)\n\n## Why/.exec(markdown)?.[1]).toMatch(
    /^The toll rose(?:\[\^1\]\.|\.\[\^1\]\[\^2\])$/,
  );
  expect(markdown).toContain('sources:\n  - title: example.org/a\n    url: https://example.org/a\n');
  expect(markdown).toContain('\n[^1]: [example.org/a](https://example.org/a)\n');
});

test('a link whose words are a number of the sentence stays', async () => {
  const sentence =
    'The toll rose by [12](https://example.org/a) percent, and [No. 3](https://example.org/b) left, see page [4](https://example.org/c).';
  const { markdown } = await importText(text(sentence), 'ships.md');
  expect(markdown).toContain(sentence);
});
