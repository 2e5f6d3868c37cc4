import { expect, test } from 'vitest';
import { briefText, checkText } from '../brief-text.ts';

function placeholdersIn(section: string): string[] {
  const text = briefText([section]);
  return checkText(text)
    .diagnostics.filter(({ code }) => code === 'placeholder-text')
    .map(({ range }) => text.slice(range.start, range.end));
}

test.each([
  ['It cost TK euros.', 'TK'],
  ['Some [NUMBER] boats pay the fee.', '[NUMBER]'],
  ['It rose by half [source needed].', '[source needed]'],
])('words that keep a place draw a warning: %s', (sentence, found) => {
  expect(placeholdersIn(sentence)).toEqual([found]);
});

test.each(['Die TK zahlt die Kosten.', 'The TK Group paid.', 'The form says “[NUMBER]”.'])(
  'names and quotations do not: %s',
  (sentence) => {
    expect(placeholdersIn(sentence)).toEqual([]);
  },
);
