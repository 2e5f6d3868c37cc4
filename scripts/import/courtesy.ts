import type { Root, RootContent } from 'mdast';
import { recogniseHeading, type Names } from '../../src/languages/recognise-headings.ts';
import { isHeadingOfSources } from './citation-marks.ts';
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
    .filter(
      (node) => (node.type === 'paragraph' || node.type === 'heading') && isCourtesyBefore(plainText(node)),
    )
    .forEach(drop);
  const sources = tree.children.findLastIndex((node) => isHeadingOfSources(node, names));
  // A program may speak above the list of sources, too.
  for (const end of [tree.children.length, sources])
    if (end > first) saidLast(tree.children.slice(first, end)).forEach(drop);
  return dropped;
}

/** The paragraphs at the end in which a program speaks; the AI label among them becomes a field. */
function saidLast(nodes: readonly RootContent[]): RootContent[] {
  const said: RootContent[] = [];
  for (let at = nodes.length - 1; at > 0; at -= 1) {
    const node = nodes[at];
    const text = node?.type === 'paragraph' ? plainText(node) : '';
    if (noticeOf(text)) continue;
    if (!node || text === '' || !isCourtesyAfter(text) || nodes[at - 1]?.type === 'heading') break;
    said.push(node);
  }
  return said;
}
