import { h } from './hast.ts';
import { lineAttribute } from './attributes.ts';
import { defineComponent } from './component.ts';
import { nothing } from './content.ts';
import { paragraph, strong, textNode } from './mdast.ts';
import { limits } from '../../brief/front-matter.ts';

/** A key number in running text, with the limits of those in the front matter. */
export const figure = defineComponent({
  name: 'Figure',
  example: '<Figure value="$294,000" label="reported cost of training R1" />',
  shape: { value: lineAttribute(limits.figureValue), label: lineAttribute(limits.line) },
  content: nothing,
  draw: ({ value, label }) =>
    h('p', { className: ['key-figure'] }, h('strong', {}, value), ' ', h('span', {}, label)),
  write: ({ value, label }) => [paragraph(strong(value), textNode(` ${label}`))],
});
