import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../../scripts/import/plain-text.ts';
import { namesFor } from '../../../src/languages/recognise-headings.ts';
import { stringifyMarkdown } from '../../../scripts/import/stringify.ts';

function read(text: string): string {
  return stringifyMarkdown(readPlainText(text, namesFor({})).tree.children);
}

describe('a text without markup', () => {
  it('has a paragraph on each line, with or without blank lines between them', () => {
    expect(read('One.\nTwo.\r\n\r\n\r\n  Three\tfour.  \u2028Five.')).toBe(
      'One.\n\nTwo.\n\nThree four.\n\nFive.',
    );
  });

  it('that a program wrapped has its paragraphs back', () => {
    const wrapped =
      'This is a text of a program that\nbreaks each line at thirty-four\ncharacters, so that they are one.\n\nShort.';
    expect(read(wrapped)).toBe(
      'This is a text of a program that breaks each line at thirty-four characters, so that they are one.\n\nShort.',
    );
  });

  it('separates a heading from the lines below it, at any width', () => {
    const wrapped =
      'WHAT HAPPENED\nThis is a text of a program that\nbreaks each line at thirty-four\ncharacters, so that they are one.';
    expect(read(wrapped).split('\n\n')[0]).toBe('WHAT HAPPENED');
  });

  it('with lines of any length is not treated as wrapped', () => {
    expect(
      read('A headline of five words\nA standfirst.\nA much longer line that tells the beginning\nEnd.'),
    ).toBe(
      'A headline of five words\n\nA standfirst.\n\nA much longer line that tells the beginning\n\nEnd.',
    );
  });

  it('is not treated as wrapped because of two long lines', () => {
    const lines = ['This line is quite as long as that', 'One.', 'Two.', 'Three.', 'Four.', 'Five.'];
    const text = [...lines, 'That line is quite as long as this', 'Six.', 'Seven.', 'Eight.', 'Nine.'];
    expect(read(text.join('\n')).split('\n\n')).toEqual(text);
  });

  it('contains no Markdown or HTML markup', () => {
    expect(read('# one *two* <b>three</b> [four](five)\n===')).toBe(
      '\\# one \\*two\\* \\<b>three\\</b> \\[four]\\(five)\n\n\\===',
    );
  });

  it.each([
    ['- one\n- two', '- one\n- two'],
    ['• one\n• two', '- one\n- two'],
    ['1. one\n2. two', '1. one\n2. two'],
    ['3) three\n4) four', '3. three\n4. four'],
    ['1. one\n3. three', '1\\. one\n\n3\\. three'],
    ['1990 was a year', '1990 was a year'],
    ['2. alone', '2\\. alone'],
    ['- one\nThree.', '- one\n\nThree.'],
  ])('has lists: %j', (text, markdown) => {
    expect(read(text)).toBe(markdown);
  });

  it.each([
    ['See https://example.org/a_b.', 'See <https://example.org/a_b>.'],
    ['(https://example.org/a)', '(<https://example.org/a>)'],
    ['https://example.org/?q=1&r=2, and', '<https://example.org/?q=1&r=2>, and'],
    ['见https://example.org/a。', '见<https://example.org/a>。'],
    ['https://', 'https\\://'],
  ])('has links: %j', (text, markdown) => {
    expect(read(text)).toBe(markdown);
  });
});
