import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { askedOfPerson, importedComment, isComment, textOfComment, whyKept } from './comment.ts';
import { someNode } from './lines.ts';

/** What a heading holds that its words do not say: comments, pictures and references. It outlives a heading that becomes a field. */
export function besideWords(heading: Nodes): RootContent[] {
  const children = found(heading);
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

/** Whether a node is nothing but a question for a person, which outlives the text that becomes a field. */
export function isQuestion(node: Nodes): boolean {
  return (
    node.type === 'html' && isComment(node.value) && whyKept(textOfComment(node.value)) === askedOfPerson
  );
}

function found(node: Nodes): PhrasingContent[] {
  if (kinds.includes(node.type)) return [node as PhrasingContent];
  if (node.type === 'link' && node.title) {
    return [{ type: 'html', value: importedComment(node.title) }, ...node.children.flatMap(found)];
  }
  // A link around a picture is the picture's.
  if (node.type === 'link' && someNode(node, ({ type }) => type === 'image')) return [node];
  return 'children' in node ? node.children.flatMap(found) : [];
}

const kinds = ['html', 'image', 'imageReference', 'footnoteReference'];
