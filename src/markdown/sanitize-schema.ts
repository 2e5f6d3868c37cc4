import { calloutKinds } from '../languages/language.ts';
import { defaultSchema, type Schema } from 'hast-util-sanitize';
import { ownSchema } from './components/own.ts';

const length = /^-?\d+(?:\.\d+)?%?$/;
const place = (...names: readonly string[]) => names.map((name) => [name, length] as [string, RegExp]);

/**
 * GitHub's schema, narrowed to what our pipeline produces and extended by the components; an `svg` is always a chart. Ids
 * are not prefixed again, since all of them come from the pipeline.
 */
export const sanitizeSchema: Schema = {
  ...defaultSchema,
  clobber: [],
  clobberPrefix: '',
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: [] },
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    ...['bdi', 'cite', 'figcaption', 'figure', 'label', 'time'],
    ...['circle', 'line', 'rect', 'svg', 'text'],
    ...Object.keys(ownSchema),
  ],
  attributes: {
    ...defaultSchema.attributes,
    ...ownSchema,
    th: [
      ['className', 'end', 'center'],
      ['scope', 'row'],
    ],
    td: [['className', 'end', 'center']],
    div: [
      ['className', 'table', 'compare', 'side', 'callout', ...calloutKinds.map((kind) => `callout-${kind}`)],
      ['role', 'group', 'note'],
      'ariaLabel',
      ['tabIndex', 0],
    ],
    pre: [['tabIndex', 0]],
    source: ['type', 'srcSet', 'sizes'],
    img: ['src', 'alt', 'title', 'width', 'height', ['loading', 'lazy'], ['decoding', 'async']],
    figure: [['className', 'chart', 'quote', 'marked']],
    ol: [['className', 'contains-task-list', 'timeline']],
    p: [['className', 'key-figure', 'side-title', 'callout-label']],
    span: [['className', 'colon', 'scale']],
    svg: [['className', 'bar', 'line'], ['role', 'img'], 'ariaLabel', ...place('width', 'height')],
    circle: [['className', 'dot'], ...place('cx', 'cy', 'r')],
    line: [['className', 'path', 'rule', 'zero'], ...place('x1', 'x2', 'y1', 'y2')],
    rect: [['className', 'bar'], ...place('x', 'y', 'width', 'height')],
    text: [
      ['className', 'name', 'step', 'value'],
      ['textAnchor', 'start', 'middle', 'end'],
      ...place('x', 'y'),
    ],
  },
};
