import { h, isWhitespace } from './hast.ts';
import { lineAttribute } from './attributes.ts';
import { defineComponent, type ContentCheck } from './component.ts';
import { isBlank, markdown } from './content.ts';
import { paragraph, strong } from './mdast.ts';

const twoSides: ContentCheck = function* (children) {
  const inside = children.filter((child) => !isBlank(child));
  const sides = inside.filter((child) => child.type === 'mdxJsxFlowElement' && child.name === 'Side');
  const other = inside.find((child) => !sides.includes(child));
  const expected = 'two of <Side title="…">…</Side> and nothing else';
  if (other) yield { node: other, found: 'content', expected };
  else if (sides.length !== 2) {
    const [, , third] = sides;
    const found = sides.length === 0 ? 'empty content' : `${sides.length} of <Side>`;
    yield { ...(third && { node: third }), found, expected };
  }
};

/** Two things side by side, or one below the other on narrow screens. */
export const compare = defineComponent({
  name: 'Compare',
  example: '<Compare><Side title="Then">…</Side><Side title="Now">…</Side></Compare>',
  shape: {},
  content: twoSides,
  draw: (_, children) =>
    h('div', { className: ['compare'] }, ...children.filter((child) => !isWhitespace(child))),
  write: (_, children) => children,
});

/** One half of a `Compare`. */
export const side = defineComponent({
  name: 'Side',
  example: '<Side title="Then">…</Side>',
  shape: { title: lineAttribute(80) },
  within: 'Compare',
  content: markdown,
  draw: ({ title }, children) =>
    h(
      'div',
      { className: ['side'], role: 'group', ariaLabel: title },
      h('p', { className: ['side-title'] }, h('strong', {}, title)),
      ...children,
    ),
  write: ({ title }, children) => [paragraph(strong(title)), ...children],
});
