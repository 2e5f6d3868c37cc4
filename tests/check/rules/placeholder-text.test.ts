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

test.each([
  'TBD', 'N/A', 'n.a.', 'None.', '(to be added)', '_To be added._', '**Coming soon**', '[pending]', '[Your text here]', 'Insert text here', 'null', '[object Object]', 'Not available.', '- N/A', '> TBC',
  'Folgt.', 'Por completar', 'À compléter', 'Da definire', 'Em breve…', 'जोड़ा जाएगा', 'يُضاف لاحقًا', '待补充', '未定。',
])('a section of nothing but %j draws one warning', (section) => {
  expect(placeholdersIn(section)).toEqual([section]);
}); // prettier-ignore

test.each([
  'None of them came.', 'Nothing is known yet.', 'No.', 'The date is N/A in the register.', '| Year | Sum |\n| --- | --- |\n| 2024 | N/A |',
])('the section %j draws none', (section) => {
  expect(placeholdersIn(section)).toEqual([]);
}); // prettier-ignore

test.each([
  ['the publisher', { sources: '[{ title: A vote, url: https://example.org/, publisher: N/A }]' }, ['N/A']],
  ['the title of a source', { sources: '[{ title: None, url: https://example.org/ }]' }, ['None']],
  ['the thread', { thread: 'none' }, ['none']],
  ['the label, but not the use of a program', { ai: 'none' }, []],
])('a field of nothing but a filler draws a warning: %s', (_, fields: Record<string, string>, found) => {
  const text = briefText([], fields);
  const ranges = checkText(text).diagnostics.filter(({ code }) => code === 'placeholder-text');
  expect(ranges.map(({ range }) => text.slice(range.start, range.end))).toEqual(found);
});

test.each(['[Date]', '[Company Name]', '[X%]', '(insert date)', '{insert name}', 'XX people', '[link]'])(
  'a place for a word draws a warning: %s',
  (words) => {
    expect(placeholdersIn(`The port closed on ${words} again.`)).toEqual([words]);
  },
);

test.each(['The [date](https://example.org/) is set.', 'She wrote “[name] came”.', 'Star X and XXL.'])(
  'links, quotations and names do not: %s',
  (sentence) => {
    expect(placeholdersIn(sentence)).toEqual([]);
  },
);
