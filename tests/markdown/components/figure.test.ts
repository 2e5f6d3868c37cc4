import { expect, it } from 'vitest';
import { problemsOf, renderMdx } from './render-mdx.ts';

it('is a number and what it counts, on one line of text', () => {
  const { html, text } = renderMdx('<Figure value="$294,000" label="cost of *R1*" />');
  expect(html.page).toBe('<p class="key-figure"><strong>$294,000</strong> <span>cost of *R1*</span></p>');
  expect(html.portable).toBe('<p><strong>$294,000</strong> cost of *R1*</p>');
  expect(text).toBe('$294,000 cost of *R1*');
});

it.each([
  ['<Figure value="1" />', 'mdx-attribute', '<Figure'],
  ['<Figure value="1234567890123" label="a" />', 'mdx-attribute', 'value="1234567890123"'],
  ['<Figure value="1" label=" " />', 'mdx-attribute', 'label=" "'],
  ['<Figure value="1" label="a" unit="b" />', 'mdx-attribute', 'unit="b"'],
  ['<Figure value={1} label="a" />', 'mdx-code', 'value={1}'],
  ['<Figure value="1" label="a">b</Figure>', 'mdx-content', 'b'],
  ['Text <Figure value="1" label="a" />', 'mdx-component', '<Figure'],
  ['<figure value="1" label="a" />', 'mdx-component', '<figure'],
])('%s is %s at %s', (text, code, place) => {
  expect(problemsOf(text)).toEqual([[code, place]]);
});
