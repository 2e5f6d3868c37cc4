import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hidden, ownWords, passagesOf, type Passage } from '../../src/markdown/passages.ts';
import { parse } from '../../src/markdown/parse.ts';
import { anyText } from '../any-text.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';

function passagesIn(
  text: string,
  file = 'briefs/small-bill.md',
): { passages: readonly Passage[]; source: string } {
  const source = briefText([text]);
  return { passages: passagesOf(parse(file, source, publicationSample())), source };
}

function textsIn(text: string, file?: string): string[] {
  return passagesIn(text, file)
    .passages.filter(({ kind }) => kind !== 'field')
    .map((passage) => passage.text)
    .filter((passage) => !/^(?:Text \d\.|What's .*|Why .*|Beyond .*)$/.test(passage));
}

describe('the passages of a brief', () => {
  it.each([
    ['One\n\nTwo *three* [four](https://e.com) `five`', ['One', 'Two three four five']],
    ['- a\n- b\n  - c', ['a', 'b', 'c']],
    ['> a\n>\n> b', ['a', 'b']],
    ['| a | b |\n| - | - |\n| c | *d* |', ['a', 'b', 'c', 'd']],
    ['![Chips](a.png) table', [' table', 'Chips']],
    ['A.[^1]\n\n[^1]: Note.', ['A.', 'Note.']],
    ['One\\\ntwo', ['One two']],
    ['```\ncode\n```', ['code']],
  ])('%j are %j', (text, passages) => {
    expect(textsIn(text)).toEqual(passages);
  });

  it('are also what components say', () => {
    const text = '<Figure value="$1" label="of it" />\n\n<Quote who="Ada">Her words.</Quote>';
    expect(textsIn(text, 'briefs/small-bill.mdx')).toEqual(['$1', 'of it', 'Ada', 'Her words.']);
  });

  it('know where each word of theirs is written', () => {
    const { passages, source } = passagesIn('A &amp; b *find* \\* me, [find](https://e.com) me');
    const passage = passages.find(({ text }) => text.startsWith('A & b'));
    for (const [words, written] of [
      // An escape is never split: the range ends with the words around it.
      ['find * me', 'find* \\* me, '],
      ['b', 'b'],
      ['me, find me', 'me, [find](https://e.com) me'],
    ] as const) {
      const at = passage?.text.indexOf(words) ?? -1;
      const range = passage?.place(at, at + words.length);
      expect(source.slice(range?.start, range?.end)).toBe(written);
    }
  });

  it('are each in the file, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { passages, source } = passagesIn(text);
        for (const passage of passages) {
          expect(passage.prose.length).toBe(passage.text.length);
          expect(ownWords(passage).length).toBe(passage.text.length);
          const { start, end } = passage.place(0, passage.text.length);
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('what a passage says itself', () => {
  it.each([
    ['He said “yes” twice.', 'He said ..... twice.'],
    ['Er sagte „ja“ und "nein".', 'Er sagte .... und .......'],
    ['Il dit « oui », puis `non`.', 'Il dit ......., puis ....'],
    ['他说「是」和『否』。', '他说...和...。'],
    ['It’s 12" wide', 'It’s 12" wide'],
    ['She said ‘yes, I don’t mind’ and left.', 'She said ................... and left.'],
    ["She said 'yes, I don't mind' and left.", 'She said ................... and left.'],
    ['Er sagte ‚ja‘, dann ‹nein› und ›doch‹.', 'Er sagte ...., dann ...... und .......'],
    ['He said ‘the writers’ plan’ twice.', 'He said ................... twice.'],
    ['Of ‘the plans’ and ‘the others’ we know.', 'Of ........... and ............ we know.'],
    ['The writers’ plan isn’t John’s', 'The writers’ plan isn’t John’s'],
    ["In the '90s, rock 'n' roll", "In the '90s, rock ... roll"],
    ["'Tis said: “yes”", "'Tis said: ....."],
    ['‘He said “yes” to it’, she wrote.', '....................., she wrote.'],
    ['他说‘是’和。', '他说...和。'],
    ['> quoted', '......'],
  ])('of %j is %j', (text, own) => {
    const [passage] = passagesIn(text).passages.filter(
      ({ kind, text: words }) => kind === 'text' && !words.startsWith('What'),
    );
    expect(passage && ownWords(passage).replaceAll(hidden, '.')).toBe(own);
  });
});
