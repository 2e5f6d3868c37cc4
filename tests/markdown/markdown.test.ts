import fc from 'fast-check';
import type { ElementContent, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { markdownToHtml } from 'satteri';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import type { Body } from '../../src/brief/brief.ts';
import { markdownOf } from '../../src/markdown/markdown.ts';
import { parse } from '../../src/markdown/parse.ts';
import { render } from '../../src/markdown/render.ts';
import { publicationSample } from '../brief-sample.ts';
import { hostileMarkdown } from '../hostile-markdown.ts';
import { briefText } from '../check/brief-text.ts';

const publication = publicationSample();
const addresses = addressesOf(publication);
const image = {
  file: 'briefs/2025/sea.jpg',
  src: '/news/pictures/sea-1.jpg',
  width: 1,
  height: 1,
  sources: [],
};

function markdownFrom(text: string, ending = 'md'): string {
  const draft = parse(`briefs/2025/small-bill.${ending}`, briefText([text]), publication);
  return markdownOf(draft, addresses, new Map([['briefs/2025/sea.jpg', image]]));
}

/** Only the first section. */
function sectionFrom(text: string, ending?: string): string {
  return (
    markdownFrom(text, ending)
      .split('\n\n## ')[0]
      ?.replace(/^## .*\n\n/, '') ?? ''
  );
}

test('the text is there without the front matter, with headings as readers see them and numbered notes', () => {
  const markdown = markdownFrom(
    'A *small* bill.[^b] And[^a] more.\n\n[^a]: Second.\n[^b]: First.[^c]\n[^c]: Third.',
  );
  expect(markdown.startsWith('## What’s Happening?\n\nA *small* bill.[^1] And[^2] more.\n')).toBe(true);
  expect(markdown.endsWith('[^1]: First.[^3]\n\n[^2]: Second.\n\n[^3]: Third.\n')).toBe(true);
  expect(markdown).not.toContain('topics:');
});

test.each([
  ['See [it](../other.md#costs).', 'See [it](https://fourfold.example/news/briefs/other/#costs).'],
  ['See [it][a].\n\n[a]: ./other.md "More"', 'See [it](https://fourfold.example/news/briefs/other/ "More").'],
  ['![The sea](./sea.jpg "A caption")', '![The sea](https://fourfold.example/news/pictures/sea-1.jpg "A caption")'], // prettier-ignore
  ['![The sea][a]\n\n[a]: ./sea.jpg', '![The sea](https://fourfold.example/news/pictures/sea-1.jpg)'],
  ['See [us](/about/?a#b).', 'See [us](https://fourfold.example/news/about/?a#b).'],
  ['See [us](/about/ "see /about/").', 'See [us](https://fourfold.example/news/about/ "see /about/").'],
  ['See [the web](https://example.org/a_b).', 'See [the web](https://example.org/a_b).'],
  ['See https://example.org/a_b*c.', 'See [https://example.org/a_b\\*c](https://example.org/a_b*c).'],
  ['See [it](<https://example.org/\\<b\\> "c>).', 'See [it](https://example.org/%3Cb%3E%20%22c).'],
  ['See [above](#costs).', 'See [above](https://fourfold.example/news/briefs/small-bill/#costs).'],
])('%j reads anywhere', (text, expected) => {
  expect(sectionFrom(text)).toBe(expected);
});

test.each([
  ['a comment', 'One.\n\n[//]: # (SECRET)\n\nTwo.'],
  ['a definition that nothing uses', 'One.\n\n[memo]: https://intranet.example/SECRET "SECRET"\n\nTwo.'],
  [
    'a second definition of one name',
    '[One][a].\n\n[a]: https://a.example/\n[a]: https://SECRET.example/\n\nTwo.',
  ],
  ['a note that nothing refers to', 'One.\n\n[^a]: SECRET\n\nTwo.'],
  ['the label of a note', 'One.[^SECRET]\n\n[^SECRET]: Seen.\n\nTwo.'],
  ['words behind the language of code', '```js SECRET\nOne\n```\n\nTwo.'],
  ['a cell beyond the header', '| One |\n| - |\n| a | SECRET |\n\nTwo.'],
])('%s is not seen on the page, and so is not in the text', (_, text) => {
  const markdown = markdownFrom(text);
  expect(markdown).not.toMatch(/secret/i);
  expect(markdown).toMatch(/One[^]*Two/);
});

test.each([
  ['<Figure value="1 *%*" label="of *all*" />', '**1 \\*%\\*** of \\*all\\*'],
  [
    '<Quote who="Ann" source="A paper" url="/about/">\nWords.\n\n- More.\n</Quote>',
    '> Words.\n>\n> - More.\n\nAnn, [A paper](https://fourfold.example/news/about/)',
  ],
  ['<Quote who="Ann">Words.</Quote>', '> Words.\n\nAnn'],
  [
    '<Compare>\n<Side title="Then">\nOne.[^a]\n</Side>\n<Side title="Now">\nTwo.\n</Side>\n</Compare>\n\n[^a]: Three.',
    '**Then**\n\nOne.[^1]\n\n**Now**\n\nTwo.',
  ],
  [
    '<Timeline>\n- 2024-08-01: Entry *into* force\n- 2025: **End**\n</Timeline>',
    '- 1 August 2024: Entry *into* force\n- 2025: **End**',
  ],
  [
    '<Chart type="bar" title="Coal" unit="terawatt-hours" data="2012: 40, 2020-02: 1.8" />',
    '**Coal, terawatt-hours**\n\n- 2012 **40**\n- February 2020 **1.8**',
  ],
])('the component %j is Markdown', (text, expected) => {
  expect(sectionFrom(text, 'mdx')).toBe(expected);
});

/** Markdown that passes the checks, combining all constructs. */
const goodMarkdown = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['One', ' two', ' 3.', '中文', '。', '“a”', '(b)', ' ', '  ', '\n', '\n\n', '\\\n', '\\', '\u00a0', '\t', '&amp;lt;', '&lt;b>', '\\<i>', '\\<img src=x onerror=x>'], // prettier-ignore
        ...['*', '**', '_', '~', '~~', '`', '``', '\\*', '\\_', '\\`', '\\[', '#', '\n# ', '\n### ', '\n- ', '\n1. ', '\n3) ', '\n  - ', '\n> ', '\n+ ', '\n- [x] ', '\n- [ ] ', '\n---\n', '\n===\n', '|', '\n\n| a | b |\n| - | -: |\n| c | `d` |\n', '\n```js\n', '\n    '], // prettier-ignore
        ...['[^1]', '[^n]', '\n\n[^1]: Note. ', '\n\n[^n]: *Other*[^1]', '[a](https://a.example/b_c "t\\"i")', '[a][r]', '[r]', '\n\n[r]: <https://a.example/ b> "see /about/"\n\n', '![x](./sea.jpg)', '[', ']', '(', ')', '! ', '<', '>', '"', ':', 'https://a.example/x_y', 'www.a.example/*', 'a_b@c.example', '@', 'http\\://a.example', '\n18. Oktober', '{a}', '$', '^'], // prettier-ignore
      ),
      // Control characters are errors.
      fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cc}/u.test(text)),
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(''));

function rendered(text: string): Body {
  const draft = parse('briefs/small-bill.md', text, publication);
  return render(draft, addresses, new Map([['briefs/sea.jpg', image]]));
}

/** Visible text without section headings, notes and their numbers, and white space. */
function visibleText(html: string): string {
  const children = fromHtml(html, { fragment: true }).children.filter((node) => !isHeadingOrNotes(node));
  return toText({ type: 'root', children: children.flatMap(withoutNumbers) }).replace(/\s+/g, '');
}

function isHeadingOrNotes(node: RootContent): boolean {
  return node.type === 'element' && /^(?:h2|section)$/.test(node.tagName);
}

function withoutNumbers<Node extends RootContent>(node: Node): (Node | ElementContent)[] {
  if (node.type !== 'element') return [node];
  const [child] = node.children;
  if (node.tagName === 'sup' && child?.type === 'element' && 'dataFootnoteRef' in child.properties) return [];
  return [{ ...node, children: node.children.flatMap(withoutNumbers) }];
}

describe('for any text,', () => {
  test('its Markdown shows the same in a renderer that lets HTML through, and the same again when it is read back', () => {
    fc.assert(
      fc.property(goodMarkdown, (text) => {
        const source = briefText([text]);
        // A heading that belongs to no section is an error.
        fc.pre(parse('briefs/small-bill.md', source, publication).outline.length === 4);
        const page = rendered(source);
        const { html } = markdownToHtml(page.markdown, { features: { gfm: true } });
        const seen = page.sections.map((section) => section.html.page).join('');
        expect(visibleText(html)).toBe(visibleText(seen));
        const back = page.markdown.replaceAll(
          'https://fourfold.example/news/pictures/sea-1.jpg',
          './sea.jpg',
        );
        const again = rendered(`${source.slice(0, source.indexOf('\n## '))}\n${back}`);
        expect(again.sections.map((section) => section.text)).toEqual(
          page.sections.map((section) => section.text),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('it becomes no element but those of Markdown, in any brief', () => {
    fc.assert(
      fc.property(fc.oneof(hostileMarkdown, goodMarkdown), fc.constantFrom('md', 'mdx'), (text, ending) => {
        for (const words of [text, `<Quote who="Ann">\n${text}\n</Quote>`]) {
          const { html } = markdownToHtml(markdownFrom(words, ending), { features: { gfm: true } });
          visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }) => {
            expect(tagName).toMatch(/^(?:a|blockquote|br|code|del|em|h[1-6]|hr|img|input|li|ol|p|pre|section|strong|sup|table|tbody|td|th|thead|tr|ul)$/); // prettier-ignore
            expect(Object.keys(properties).filter((name) => /^on/i.test(name))).toEqual([]);
          });
        }
      }),
      { numRuns: 150 },
    );
  });
});
