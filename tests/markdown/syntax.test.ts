import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/markdown/plain-text.ts';
import { parseMarkdown } from '../../src/markdown/syntax.ts';

const whole = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .use(remarkFrontmatter, ['yaml'])
  .freeze();

/** Parts of e-mail addresses, other links and marks, with and without "@". */
const pieces = ['a', 'Zoë', '7', '.', '-', '_', '+', ' ', '\n', '\n\n', '*', '**', '~~', '`', '[', ']', '(x)', '![', '(', ')', '<', '>', '\\', '&commat;', '&#64;', '&amp;', 'www.a.org', 'https://a.org/b', 'mailto:', 'w', 'h', 'xmpp:', '| a | b |\n| - | - |\n', '[^1]', '[^1]: ', '- [ ] ', '# ', '---\n', '"', '你好']; // prettier-ignore
const textOf = (...parts: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { maxLength: 40, size: 'max' }).map((chosen) => chosen.join(''));

describe('Markdown is read as GitHub reads it', () => {
  test.each([
    ['without an @', textOf(...pieces)],
    ['with one', textOf(...pieces, '@', 'ada@example.org', '@b.co')],
  ])('in any text, %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const tree = parseMarkdown(text);
        const theirs = whole.parse(text);
        forgetPlaces(tree, theirs);
        expect(tree).toEqual(theirs);
      }),
      { numRuns: 1500 },
    );
  });

  test('an address is a link', () => {
    const addresses = (text: string): number =>
      JSON.stringify(parseMarkdown(text)).split('"url":"mailto:').length - 1;
    expect(addresses('Write to ada@example.org, or bob@example.org.')).toBe(2);
    // The character comes from a reference, which is decoded after the letters.
    expect(addresses('Write to ada&commat;example.org.')).toBe(1);
  });

  test('an address in brackets that nothing closes has a place as any other', () => {
    const [paragraph] = parseMarkdown('[see https://example.org/x）。以及').children;
    const nodes = paragraph?.type === 'paragraph' ? paragraph.children : [];
    expect(nodes.map((node) => [plainText(node), node.position?.start.offset])).toEqual([
      ['[see ', 0],
      ['https://example.org/x', 5],
      ['）。以及', 26],
    ]);
  });
});

describe('a tilde', () => {
  test.each([
    ['10~20%和30~40%之间', '10~20%和30~40%之间'],
    ['~12万和~510万', '~12万和~510万'],
    ['~struck~', '~struck~'],
    ['~~struck~~ kept', ' kept'],
    ['~~“删”~~字', '字'],
  ])('alone is a tilde, and two strike: %s', (text, words) => {
    const struck = JSON.stringify(parseMarkdown(text)).includes('"delete"');
    expect(struck).toBe(text.includes('~~'));
    expect(plainText(parseMarkdown(text))).toBe(words);
  });
});

describe('emphasis beside the punctuation of Chinese and Japanese', () => {
  test.each([
    ['法院裁定**“深度求索”**公司胜诉', ['“深度求索”']],
    ['**注意：**请阅读', ['注意：']],
    ['中文**（括号）**文字', ['（括号）']],
    ['これは**「強調」**です。*（注）*を参照', ['「強調」', '（注）']],
    ['它叫**`code`**吗', ['']],
    ['a**"b"**c', []],
  ])('needs no space: %s', (text, stressed) => {
    const found: string[] = [];
    const walk = (node: Nodes): void => {
      if (node.type === 'strong' || node.type === 'emphasis') found.push(plainText(node).replace('code', ''));
      else if ('children' in node) node.children.forEach(walk);
    };
    walk(parseMarkdown(text));
    expect(found).toEqual(stressed);
  });
});

describe('a bare address', () => {
  test.each([
    ['参见（https://example.org/foo）。以及其他', 'https://example.org/foo'],
    ['“https://example.org/a”', 'https://example.org/a'],
    ['https://example.org/a—which', 'https://example.org/a'],
    ['https://example.org/a…', 'https://example.org/a'],
    ['https://example.org/a.）', 'https://example.org/a'],
    ['https://example.org。以及', 'https://example.org'],
    ['「https://example.org/a?b=c」', 'https://example.org/a?b=c'],
    ['https://example.org/a،', 'https://example.org/a'],
    ['https://example.org/a।', 'https://example.org/a'],
    ['«https://example.org/a»', 'https://example.org/a'],
    ['www.example.org/a）', 'http://www.example.org/a'],
    ['[vgl. https://example.org/a“', 'https://example.org/a'],
    ['https://zh.wikipedia.org/wiki/中国', 'https://zh.wikipedia.org/wiki/中国'],
    ['https://en.wikipedia.org/wiki/A–B_(c))', 'https://en.wikipedia.org/wiki/A–B_(c)'],
    ['<https://example.org/（a）>', 'https://example.org/（a）'],
  ])('ends before punctuation that belongs to the text: %s', (text, url) => {
    const urls = JSON.stringify(parseMarkdown(text)).match(/(?<="url":")[^"]*/g);
    expect(urls).toEqual([url]);
  });

  test('leaves the markup behind it', () => {
    expect(JSON.stringify(parseMarkdown('https://example.org/a）**以及**其他'))).toContain('"strong"');
  });
});

/** GitHub's extension sets no position for some addresses. */
function forgetPlaces(ours: Nodes, theirs: Nodes): void {
  if (theirs.position === undefined) ours.position = undefined;
  if (!('children' in ours) || !('children' in theirs)) return;
  for (const [at, node] of ours.children.entries()) {
    const other = theirs.children[at];
    if (other) forgetPlaces(node, other);
  }
}
