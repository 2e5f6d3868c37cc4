import type { Element, ElementContent, Properties } from 'hast';

/** Makes an HTML or SVG element; a string child is text. */
export function h(
  tagName: string,
  properties: Properties = {},
  ...children: readonly (ElementContent | string)[]
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
}

/** White space between two blocks. */
export function isWhitespace(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

/** Whether an element is a block. */
export function isBlock({ tagName }: Element): boolean {
  return (
    ['p', 'ul', 'ol', 'blockquote', 'pre', 'table', 'figure', 'div', 'hr', 'dl'].includes(tagName) ||
    /^h[1-6]$/.test(tagName)
  );
}
