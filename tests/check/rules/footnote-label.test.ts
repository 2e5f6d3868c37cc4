import { describe, expect, test } from 'vitest';
import { fix } from '../../../src/check/fixes/fix.ts';
import { publicationSample } from '../../brief-sample.ts';
import { briefText, checkText } from '../brief-text.ts';

describe('the name of a footnote with a space in it', () => {
  test.each([
    [
      'a link',
      'A.[^port office]\n\n[^port office]: https://example.org/count',
      ['[^port office]', '[^port office]:'],
    ],
    ['words', 'A.[^port office]\n\n[^port office]: The words.', ['[^port office]', '[^port office]:']],
    [
      'a link of one word',
      'A.[^port office]\n\n[^port office]: Words',
      ['[^port office]', '[^port office]:'],
    ],
    ['nothing', 'A.[^port office]', ['[^port office]']],
    ['the space alone', 'A.[^ 1]\n\n[^ 1]: B.', ['[^ 1]', '[^ 1]:']],
  ])('is an error at each place where %s is read', (_, section, expected) => {
    const text = briefText([section]);
    const found = checkText(text).diagnostics.map(({ code, range }) => [
      code,
      text.slice(range.start, range.end),
    ]);
    expect(found).toEqual(expected.map((mark) => ['footnote-label', mark]));
  });

  test.each([
    ['A.[^a b]\n\n[^a b]: https://example.org/', 'A.[^a-b]\n\n[^a-b]: https://example.org/'],
    ['A.[^a b] C.[^A  b]\n\n[^a b]: Words.', 'A.[^a-b] C.[^A-b]\n\n[^a-b]: Words.'],
    ['A.[^ 1]\n\n[^1]: Words.', 'A.[^1]\n\n[^1]: Words.'],
  ])('is joined where one note is meant: %j', (section, expected) => {
    expect(fix('briefs/a.md', briefText([section]), publicationSample())).toEqual({
      text: briefText([expected]),
      fixed: ['footnote-label'],
    });
  });

  test.each([
    ['no note', 'A.[^a b]'],
    ['two notes', 'A.[^a b]\n\n[^a b]: B.\n\n[^a-b]: C.'],
    ['no sign', 'A.\n\n[^a b]: B.'],
  ])('is left to the writer where there is %s', (_, section) => {
    expect(fix('briefs/a.md', briefText([section]), publicationSample()).fixed).toEqual([]);
  });

  test.each(['A.[^1]\n\n[^1]: B.', 'A `[^a b]`.', 'A \\[^a b].', '```\n[^a b]: c\n```'])(
    'is not reported in %j',
    (section) => {
      expect(checkText(briefText([section])).diagnostics).toEqual([]);
    },
  );
});
