import type { Nodes } from 'mdast';

/** Whether a node has visible or spoken content: words, an image with a description, or a component's drawing. */
export function isSeen(node: Nodes): boolean {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      // White space and invisible characters do not count.
      return /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(node.value);
    case 'image':
    case 'imageReference':
      return (node.alt ?? '').trim() !== '';
    case 'break':
    case 'footnoteReference':
      return false;
    // Raw HTML is reported by its own rule.
    case 'html':
    case 'mdxJsxTextElement':
      return true;
    default:
      return 'children' in node && node.children.some(isSeen);
  }
}
