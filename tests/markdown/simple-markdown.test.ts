import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { isSimpleMarkdown } from '../../src/markdown/simple-markdown.ts';
import { parseAnyMarkdown, parseMarkdown } from '../../src/markdown/syntax.ts';

const fields = '---\ntitle: A\n---\n';
const root = fileURLToPath(new URL('../..', import.meta.url));

/** A tree without what is said by leaving it out. */
function told(node: Nodes): unknown {
  const { data, ...rest } = node;
  const said = Object.entries({ ...rest, ...(data && Object.keys(data).length > 0 && { data }) });
  const known = Object.fromEntries(said.filter(([, value]) => value !== undefined));
  return 'children' in node ? { ...known, children: node.children.map(told) } : known;
}

function expectSame(source: string): void {
  expect(told(parseMarkdown(source)), source).toEqual(told(parseAnyMarkdown(source)));
}

test.each([
  [
    'headings, paragraphs, notes and links',
    'Text of “it”[^1] and [a link](https://a.example/b).\n\n## Next\n\nMore.\n\n[^1]: A note.',
  ],
  ['flat lists', '- One\n- **Two** things\n\n1. First\n2. Second'],
  ['quotations and tables', '> They said so.\n\n| a | b |\n| --- | ---: |\n| 1 | *2* |'],
  ['code and emphasis', 'It is `x` and *that* is **all**.'],
  ['images', '![A bridge, half built](./bridge.png)\n\nBeside ![a crane](./crane.png) it stood.'],
  ['fences that are closed', 'See:\n\n```js\nconst a = "*b*"; // [c]\n\n  ## d\n```\n\nMore.'],
  ['lists in lists', '- One\n  - Two\n  - Three\n- Four\n\n1. One\n   - Two\n   - Three\n2. Four'],
])('%s are simple, and read alike by both parsers', (_, text) => {
  expect(isSimpleMarkdown(fields + text)).toBe(true);
  expectSame(fields + text);
});

test.each([
  ['a single tilde', '10~20 %'],
  ['struck text', '~~old~~ new'],
  ['an address', 'See https://a.example/b.'],
  ['an e-mail address', 'Write to a@b.example.'],
  ['an image with a title', '![A](./a.png "B")'],
  ['an image with an entity', '![A &amp; B](./a.png)'],
  ['a fence that is not closed', '```\ncode'],
  ['a fence below a text', 'Text\n```\ncode\n```'],
  ['a tag', 'A <b>bold</b> one.'],
  ['a task', '- [ ] Do it'],
  ['a text in a list', '- One\n\n  Two'],
  ['a rule', 'One\n\n---\n\nTwo'],
  ['emphasis beside Chinese', '**“深度求索”**公司胜诉'],
  ['a backslash', 'A \\* star'],
  ['a definition', '[a]: https://a.example/'],
  ['a note in a link', '[a [^1]](./b.md)'],
  ['line ends of Windows', 'One\r\n\r\nTwo'],
])('%s is for remark', (_, text) => {
  expect(isSimpleMarkdown(fields + text)).toBe(false);
});

test.each(['', 'Text.', '---\ntitle: A\n...\nText.', '---\ntitle: A\nText.'])(
  'so is a text without whole front matter: %j',
  (source) => {
    expect(isSimpleMarkdown(source)).toBe(false);
  },
);

describe('both parsers give the same tree, with the same offsets,', () => {
  const texts = ['briefs', 'tests/fixtures', 'tests/attacks'].flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.mdx?$/.test(file))
      .map((file) => readFileSync(`${root}/${folder}/${file}`, 'utf8')),
  );

  test('of every brief, fixture and attack that has simple forms alone', () => {
    const simple = texts.flatMap((text) => [text, fields + text]).filter(isSimpleMarkdown);
    expect(simple.length).toBeGreaterThan(200);
    for (const text of simple) expectSame(text);
  });

  /** Pieces of which simple texts are made, and of which such are made as only seem so. */
  const pieces = ['a', 'Zoë', '7', '.', '-', '_', '+', ' ', '\n', '\n\n', '*', '**', '**b**', '*c*', '`', '`d`', '[', ']', '(x)', '(', ')', '> ', '&amp;', '&#64;', '&lt;', '[a](https://a.org/b)', '[a](./b.md)', '![a](./c.png)', '![', '```\n', '\n```\n', '  - G\n', '   - H\n', '    1. I\n', '[a]', '[a]: /u "t"\n', '| a | b |\n| --- | --- |\n', '| c | d |\n', '| **e** | [f](./g.md) |\n', '[^1]', '[^1]: A', '- A', '- B\n', '1. C', '12. D\n', '## E', '# F\n', '---\n', '***\n', '"', '“', '”', '    ', '  ', '你好', '，', '\u00a0', ':', '|', '🚀', '#', '^', '=', '{', '}', '$', '€', '%', "'", '’', '…', '!', '?', ';', '/', 'www', 'h']; // prettier-ignore

  test('of any text that has them', () => {
    const text = fc
      .array(fc.constantFrom(...pieces), { maxLength: 20, size: 'max' })
      .map((parts) => fields + parts.join(''));
    let simple = 0;
    fc.assert(
      fc.property(text, (source) => {
        if (!isSimpleMarkdown(source)) return;
        simple += 1;
        expectSame(source);
      }),
      { numRuns: 8000 },
    );
    expect(simple).toBeGreaterThan(400);
  });
});
