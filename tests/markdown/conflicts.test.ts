import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { fix } from '../../src/check/fixes/fix.ts';
import { conflictsIn, findingsOfConflicts, withoutConflicts } from '../../src/markdown/conflicts.ts';
import { parse } from '../../src/markdown/parse.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';

const publication = publicationSample();
const full = '<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> desk/edits\n';
const reported = (text: string) =>
  findingsOfConflicts(text, conflictsIn(text)).map(({ message }) => message.replace(/^.*?: /, ''));

describe('a conflict that Git left', () => {
  it.each([
    ['with both sides', full, 'one side ("HEAD") is line 2, the other ("desk/edits") is line 4'],
    ['with lines that end in CRLF', full.replaceAll('\n', '\r\n'), 'one side ("HEAD") is line 2, the other ("desk/edits") is line 4'],
    ['with the version before both', full.replace('=======', '||||||| base\nold\n======='), 'one side ("HEAD") is line 2, the other ("desk/edits") is line 6'],
    ['that a formatter indented', full.replace(/^/gm, '  ').trimEnd(), 'one side ("HEAD") is line 2, the other ("desk/edits") is line 4'],
    ['with longer signs', full.replace(/[<=>]{7}/g, '$&$&'), 'one side ("HEAD") is line 2, the other ("desk/edits") is line 4'],
    ['with an empty side', full.replace('mine\n', ''), 'one side ("HEAD") is no line, the other ("desk/edits") is line 3'],
    ['with another in it', full.replace('mine', full.replace(/[<=>]{7}/g, '$&$&').trimEnd()), 'one side ("HEAD") is lines 2 to 6, the other ("desk/edits") is line 8'],
    ['without its beginning', full.replace('<<<<<<< HEAD\n', ''), 'one side ("desk/edits") is line 3, some of its markers are missing'],
    ['without its end', full.replace(/>{7}.*/, ''), 'one side ("HEAD") is line 2, some of its markers are missing'],
    ['of which the last sign is left', 'x\n>>>>>>> desk/edits\ny\n', 'some of its markers are missing'],
    ['of which the first sign is left', 'x\n<<<<<<< HEAD\ny\n', 'some of its markers are missing'],
  ])('is reported once, with the lines of both sides: %s', (_what, text, sides) => {
    expect(reported(text)).toEqual([sides]);
  }); // prettier-ignore

  it('is separate from the next one', () => {
    expect(reported(`${full}\n${full}`)).toHaveLength(2);
    expect(reported(`<<<<<<< HEAD\nmine\n${full}`)).toHaveLength(2);
  });

  it.each([
    ['a heading with a line below it', 'Heading\n=======\n'],
    ['quotations of a mail', '>>>>>> a said\n>>>>>>> b said\n>>>>>>> c said\n'],
    ['signs that are no line of their own', 'See <<<<<<< HEAD, and =======.\n'],
    ['signs behind a space of which one is missing', ' <<<<<<< HEAD\n =======\n x\n'],
    ['the end of one behind a space', 'a\n >>>>>>> x\n'],
    ['a row without words', '|||||||\n'],
    ['six signs', '<<<<<< HEAD\n======\n>>>>>> x\n'],
  ])('is not seen in %s', (_what, text) => {
    expect(conflictsIn(text)).toEqual([]);
  });

  it('leaves the text of one side where it was', () => {
    const read = withoutConflicts(full, conflictsIn(full));
    expect(read).toHaveLength(full.length);
    expect(read.trim()).toBe('mine');
    expect(read.indexOf('mine')).toBe(full.indexOf('mine'));
    const empty = full.replace('mine\n', '');
    expect(withoutConflicts(empty, conflictsIn(empty)).trim()).toBe('theirs');
  });
});

describe('a brief with conflicts', () => {
  const codesOf = (text: string, file = 'briefs/a.md') =>
    check(parse(file, text, publication), publication).diagnostics.map(({ code }) => code);
  const conflict = (one: string, other: string) =>
    `<<<<<<< HEAD\n${one}\n=======\n${other}\n>>>>>>> desk/edits`;

  it.each([
    ['a paragraph', briefText([`One.\n${conflict('<b>two</b>', 'TODO')}\nThree.`])],
    ['a list', briefText([`- one\n${conflict('- two', '- three')}\n- four`])],
    ['code', briefText([`\`\`\`\n${conflict('one', 'two')}\n\`\`\``])],
    ['the fields', briefText().replace('\nai:', `\n${conflict('reviewer: A', 'reviewer: B')}\nai:`)],
    ['a heading', briefText().replace("## What's Next?", conflict("## What's Next?", '## What is next'))],
    ['the whole', conflict(briefText(), briefText(['Another.']))],
  ])('reports nothing else in that range: %s', (_where, text) => {
    expect(codesOf(text)).toEqual(['conflict-unresolved']);
    expect(codesOf(text, 'briefs/a.mdx')).toEqual(['conflict-unresolved']);
    expect(fix('briefs/a.md', text, publication)).toEqual({ text, fixed: [] });
  });

  it('reports all other problems', () => {
    expect(codesOf(briefText([conflict('a', 'b'), '[x](javascript:x)']))).toEqual([
      'conflict-unresolved',
      'link-address',
    ]);
  });
});
