import type { Root, RootContent } from 'mdast';
import { recogniseHeading, type Names } from '../../src/languages/recognise-headings.ts';
import { isCourtesyAfter, isCourtesyBefore } from './conversation.ts';
import { courtesy, type Dropped } from './document-source.ts';
import { plainText } from './lines.ts';
import { noticeOf } from './notices.ts';

/** Removes what a chat program said before and after a draft that was saved as a page or in Word. */
export function dropCourtesy(tree: Root, names: Names): Dropped[] {
  const dropped: Dropped[] = [];
  const drop = (node: RootContent): void => {
    dropped.push({ what: courtesy, text: plainText(node) });
    tree.children.splice(tree.children.indexOf(node), 1);
  };
  const first = tree.children.findIndex(
    (node) => node.type === 'heading' && recogniseHeading(plainText(node), names) !== undefined,
  );
  if (first < 0) return dropped;
  tree.children
    .slice(0, first)
    .filter((node) => node.type === 'paragraph' && isCourtesyBefore(plainText(node)))
    .forEach(drop);
  // The AI label becomes a field.
  for (const node of tree.children.toReversed()) {
    if (node.type !== 'paragraph') break;
    const text = plainText(node);
    if (noticeOf(text)) continue;
    if (!isCourtesyAfter(text) || tree.children[tree.children.indexOf(node) - 1]?.type === 'heading') break;
    drop(node);
  }
  return dropped;
}
