import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/brief/syntax.ts';

const whole = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();

/** Pieces of which e-mail addresses, other links and marks are made; without and with what makes an address one. */
const pieces = ['a', 'Zoë', '7', '.', '-', '_', '+', ' ', '\n', '\n\n', '*', '**', '~~', '`', '[', ']', '(x)', '![', '<', '>', '\\', '&commat;', '&#64;', 'www.a.org', 'https://a.org/b', 'mailto:', 'w', 'h', 'xmpp:', '| a | b |\n| - | - |\n', '[^1]', '[^1]: ', '- [ ] ', '# ', '---\n', '"', '…', '你好']; // prettier-ignore
const textOf = (...parts: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { maxLength: 40, size: 'max' }).map((chosen) => chosen.join(''));

describe('Markdown is read as GitHub reads it', () => {
  test.each([
    ['without an @', textOf(...pieces)],
    ['with one', textOf(...pieces, '@', 'ada@example.org', '@b.co')],
  ])('whatever a text holds, %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(parseMarkdown(text)).toEqual(whole.parse(text));
      }),
      { numRuns: 1500 },
    );
  });

  test('an address is a link', () => {
    const addresses = (text: string): number =>
      JSON.stringify(parseMarkdown(text)).split('"url":"mailto:').length - 1;
    expect(addresses('Write to ada@example.org, or bob@example.org.')).toBe(2);
    // The sign comes from a reference, which is read after the letters.
    expect(addresses('Write to ada&commat;example.org.')).toBe(1);
  });
});
