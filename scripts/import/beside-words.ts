import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { askedOfPerson, importedComment, isComment, textOfComment, reasonOfComment } from './comment.ts';
import { someNode } from './lines.ts';

/** Comments, images and references inside a heading. They are preserved when the heading itself becomes a field. */
export function besideWords(heading: Nodes): RootContent[] {
  const children = found(heading);
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

/**
 * Whether a node holds only questions for the writer. Questions are preserved when the text around them becomes a
 * field.
 */
export function isQuestion(node: Nodes): boolean {
  return (
    node.type === 'html' &&
    isComment(node.value) &&
    reasonOfComment(textOfComment(node.value)) === askedOfPerson
  );
}

function found(node: Nodes): PhrasingContent[] {
  if (kinds.includes(node.type)) return [node as PhrasingContent];
  if (node.type === 'link' && node.title) {
    return [{ type: 'html', value: importedComment(node.title) }, ...node.children.flatMap(found)];
  }
  // A link around an image stays with the image.
  if (node.type === 'link' && someNode(node, ({ type }) => type === 'image')) return [node];
  return 'children' in node ? node.children.flatMap(found) : [];
}

const kinds = ['html', 'image', 'imageReference', 'footnoteReference'];
