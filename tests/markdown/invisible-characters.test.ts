import { describe, expect, it } from 'vitest';
import { fix } from '../../src/check/fixes/fix.ts';
import { briefText, codesOf } from '../check/brief-text.ts';
import { publicationSample } from '../brief-sample.ts';

const fixed = (text: string) => fix('briefs/small-bill.md', text, publicationSample()).text;

describe('an invisible character in an address', () => {
  const withCharacter = (character: string) =>
    briefText(
      [
        `See [the${character} count](https://example.org/count${character}), <https://example.org/${character}more>, https://example.org/${character}x, and [y].\n\n[y]: https://example.org/y${character}z`,
      ],
      { sources: `[{ title: A, url: "https://example.org/a${character}" }]` },
    );

  it.each(['\u200b', '\u2060', '\u200e', '\u200f', '\u061c', '\u00ad', '\u2066'])(
    'is an error there alone, and --fix takes it out: %j',
    (character) => {
      expect(codesOf(withCharacter(character))).toEqual(Array.from({ length: 5 }, () => 'control-character'));
      expect(codesOf(fixed(withCharacter(character)))).toEqual([]);
      expect(fixed(withCharacter(character))).toBe(
        withCharacter('').replace('the count', `the${character} count`),
      );
    },
  );

  it('is also removed if it is white space', () => {
    const address = 'https://example.org/a\ufeff';
    const text = briefText([`See [it](${address}).`], { sources: `[{ title: A, url: "${address}" }]` });
    expect(codesOf(text)).toContain('control-character');
    expect(fixed(text)).toBe(text.replaceAll('\ufeff', ''));
  });

  it.each(['https://fa.wikipedia.org/wiki/می\u200cخواهم', 'https://example.org/👨\u200d👩'])(
    'is none where it joins letters: %s',
    (address) => {
      expect(codesOf(briefText([`See [it](${address}).`]))).toEqual([]);
    },
  );
});
