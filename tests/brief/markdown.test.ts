import { expect, test } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { markdownOf } from '../../src/brief/markdown.ts';
import { parse } from '../../src/brief/parse.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText } from './brief-text.ts';

const publication = publicationSample();
const picture = { src: '/news/pictures/sea-1.jpg', width: 1, height: 1, sources: [] };

function markdownFrom(text: string): string {
  const draft = parse('briefs/2025/small-bill.md', briefText([text]), publication);
  return markdownOf(draft, addressesOf(publication), new Map([['briefs/2025/sea.jpg', picture]]));
}

test('the text is the writer’s own, without the front matter', () => {
  const markdown = markdownFrom('A *small* bill.[^1]\n\n[^1]: A note.');
  expect(markdown.startsWith("## What's Happening?\n\nA *small* bill.[^1]\n")).toBe(true);
  expect(markdown).not.toContain('topics:');
});

test.each([
  ['See [it](../other.md#costs).', 'See [it](https://fourfold.example/news/briefs/other/#costs).'],
  ['See [it][a].\n\n[a]: ./other.md', '[a]: https://fourfold.example/news/briefs/other/'],
  ['![The sea](./sea.jpg "A caption")', '![The sea](https://fourfold.example/news/pictures/sea-1.jpg "A caption")'], // prettier-ignore
  ['See [us](/about/?a#b).', 'See [us](https://fourfold.example/news/about/?a#b).'],
  ['See [the web](https://example.org/a_b).', 'See [the web](https://example.org/a_b).'],
  ['See [above](#costs).', 'See [above](#costs).'],
])('%j reads anywhere', (text, expected) => {
  expect(markdownFrom(text)).toContain(expected);
});
