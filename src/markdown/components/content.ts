import type { RootContent } from 'mdast';
import type { ContentCheck } from './component.ts';

/** For components without content. */
export const nothing: ContentCheck = function* (children) {
  const [node] = children.filter((child) => !isBlank(child));
  if (node) yield { node, found: 'content', expected: 'none: it closes itself with "/>"' };
};

/** For components around Markdown. */
export const markdown: ContentCheck = function* (children) {
  if (children.every(isBlank)) yield { found: 'empty content', expected: 'Markdown' };
};

/** White space between two tags on one line. */
export function isBlank(node: RootContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
