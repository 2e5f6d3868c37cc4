import { describe, expect, it } from 'vitest';
import { quotationsIn } from '../../src/markdown/quotations.ts';

function quoted(text: string): string[] {
  return Array.from(quotationsIn(text), ({ start, end }) => text.slice(start, end));
}

describe('text in quotation marks', () => {
  it.each(['"', '“”', '””', '„“', '„”', '«»', '»«', '‹›', '›‹', '「」', '『』', '‚‘', '‚’', '‘’', "'"])(
    'is found with its marks: %s',
    (marks) => {
      const [open = '', close = open] = Array.from(marks);
      expect(quoted(`She said ${open}no and yes${close} twice.`)).toEqual([`${open}no and yes${close}`]);
    },
  );

  it.each([
    ['no mark at all', 'She said no.', []],
    ['what is another pair inside', '«She said “no” twice»', ['«She said “no” twice»']],
    ['an apostrophe', 'It isn’t the writers’ plan', []],
    ['a decade', "the '90s and the '80s", []],
    ['a mark that nothing closes', '“Never and "again"', ['"again"']],
    ['marks around digits', '“5” and ‘6’', ['“5”', '‘6’']],
    ['marks without spaces in Chinese', '他说‘好’了', ['‘好’']],
  ])('is for %s: %s', (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
});
