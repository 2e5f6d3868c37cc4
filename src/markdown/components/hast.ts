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

/** Whether it stands on lines of its own, and not in running text. */
export function isBlock({ tagName }: Element): boolean {
  return (
    ['p', 'ul', 'ol', 'blockquote', 'pre', 'table', 'figure', 'div', 'hr', 'dl'].includes(tagName) ||
    /^h[1-6]$/.test(tagName)
  );
}
