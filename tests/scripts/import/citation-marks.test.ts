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
