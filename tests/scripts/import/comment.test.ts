import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importedComment, isImportedComment, textOfComment } from '../../../scripts/import/comment.ts';
import { stringifyMarkdown } from '../../../scripts/import/stringify.ts';
import { parse } from '../../../src/markdown/parse.ts';
import { publicationSample } from '../../brief-sample.ts';

test('a comment of one line is on one line, a longer one between blank lines', () => {
  expect(importedComment(' By Jane Doe ')).toBe('<!-- imported: By Jane Doe -->');
  expect(importedComment('One.\r\n\r\nTwo.')).toBe('<!-- imported:\n\nOne.\n\nTwo.\n\n-->');
});

test('nothing in it can end it', () => {
  const parts = fc.constantFrom(
    '-->',
    '--!>',
    '--',
    '->',
    '>',
    '-',
    '<!--',
    '\n',
    '\n\n',
    ' ',
    'a',
    '<script>',
    '&gt;',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 12 }), (texts) => {
      const comment = importedComment(texts.join(''));
      expect(isImportedComment(comment)).toBe(true);
      expect(comment.indexOf('--!>')).toBe(-1);
      const after = { type: 'paragraph' as const, children: [{ type: 'text' as const, value: 'after' }] };
      const markdown = stringifyMarkdown([{ type: 'html', value: comment }, after]);
      const { tree } = parse('briefs/a.md', markdown, publicationSample());
      expect(tree.children.map(({ type }) => type)).toEqual(['html', 'paragraph']);
      expect(tree.children[0]).toMatchObject({ value: comment });
    }),
  );
});

test('its text can be read again', () => {
  expect(textOfComment(importedComment('By Jane Doe'))).toBe('By Jane Doe');
  expect(textOfComment(importedComment('One.\n\nTwo.'))).toBe('One.\n\nTwo.');
});

test.each(['<!-- more -->', '<!-- imported: a --> b -->', '<b>imported:</b>', '<!-- imported: a'])(
  '%s is no such comment',
  (html) => {
    expect(isImportedComment(html)).toBe(false);
  },
);
