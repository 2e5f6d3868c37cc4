import type { Nodes } from 'mdast';

/** Whether a reader sees or hears anything of it: words, a picture with a description, or what a component draws. */
export function isSeen(node: Nodes): boolean {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      // White space, and characters that nothing is drawn for.
      return /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(node.value);
    case 'image':
    case 'imageReference':
      return (node.alt ?? '').trim() !== '';
    case 'break':
    case 'footnoteReference':
      return false;
    // Raw HTML is refused by a rule of its own.
    case 'html':
    case 'mdxJsxTextElement':
      return true;
    default:
      return 'children' in node && node.children.some(isSeen);
  }
}
