import type { Element, ElementContent, Properties } from 'hast';

/** An element of HTML or SVG with its children; a string is text. */
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
