import type { PhrasingContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { stringifyMarkdown } from '../../../scripts/import/stringify.ts';
import { hoistSpace, printable, tidyLine } from '../../../scripts/import/tidy.ts';

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const strong = (...children: PhrasingContent[]): PhrasingContent => ({ type: 'strong', children });
const lineBreak: PhrasingContent = { type: 'break' };

function write(children: readonly PhrasingContent[]): string {
  return stringifyMarkdown([{ type: 'paragraph', children: [...children] }]);
}

describe('a tidy line', () => {
  it.each<[string, PhrasingContent[], string]>([
    ['has no space at its ends', [text('  one '), text(' two  ')], 'one two'],
    ['has no break at its ends', [lineBreak, text(' '), lineBreak, text('one'), lineBreak, lineBreak], 'one'],
    ['has no space around a break', [text('one '), lineBreak, text(' two')], 'one\\\ntwo'],
    ['has one space between words', [text('one  '), text('   two')], 'one two'],
    ['has bold words in one piece', [strong(text('one')), strong(text(' two'))], '**one two**'],
    ['is empty if nothing is in it', [text(' '), lineBreak, text('')], ''],
  ])('%s', (_what, children, markdown) => {
    expect(write(tidyLine(children))).toBe(markdown);
  });
});

describe('emphasis', () => {
  it.each<[PhrasingContent[], string]>([
    [[text('one ')], '**one** x'],
    [[text(' one')], '**one**x'],
    [[text('one')], '**one**x'],
    [[lineBreak, text('one'), lineBreak], '**one**x'],
    [[text(' ')], 'x'],
    [[], 'x'],
  ])('of %j has no space inside its ends', (children, markdown) => {
    const hoisted = hoistSpace({ type: 'strong', children }, children) as PhrasingContent[];
    expect(write(tidyLine([...hoisted, text('x')]))).toBe(markdown);
  });
});

describe('a text that is printed', () => {
  it.each([
    ['a\tb\u000bc\u0085d', 'a b c d'],
    ['a\u0000b\u0007c\u007fd\ufeffe', 'abcde'],
    ['a\ud800b', 'a\ufffdb'],
    ['a\nb\u00a0c\u200dd', 'a\nb\u00a0c\u200dd'],
  ])('%j is %j', (given, printed) => {
    expect(printable(given)).toBe(printed);
  });
});
