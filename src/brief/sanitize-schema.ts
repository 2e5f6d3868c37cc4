import { defaultSchema, type Schema } from 'hast-util-sanitize';

/**
 * GitHub's schema, narrowed to what our own pipeline makes. Ids are not prefixed again: raw HTML never gets this far,
 * so every id is one that the pipeline wrote.
 */
export const sanitizeSchema: Schema = {
  ...defaultSchema,
  clobber: [],
  clobberPrefix: '',
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: [] },
  attributes: {
    ...defaultSchema.attributes,
    th: [['className', 'end', 'center']],
    td: [['className', 'end', 'center']],
    div: [['className', 'table'], ['role', 'region'], 'ariaLabel', ['tabIndex', 0]],
    img: ['src', 'alt', 'title', 'width', 'height', ['loading', 'lazy'], ['decoding', 'async']],
  },
};
