import { expect, test } from 'vitest';
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
