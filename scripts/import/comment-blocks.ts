import type { Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { commentOfEditor } from './comment.ts';
import { plainText, splitLines } from './lines.ts';
import { leavesOf, sayOf } from './script.ts';
import type { Aside } from './document-source.ts';

/**
 * Removes comments that Google Docs writes below a text, such as `[a]Ask legal`, when nothing links them to their
 * marks. With a space after the bracket, the line would be a note.
 */
export function extractCommentBlocks(tree: Root): Aside[] {
  const marks = marksOf(tree);
  if (marks.size === 0) return [];
  const first = tree.children.findIndex(
    (node) => node.type === 'paragraph' && leadOf(node, marks) !== undefined,
  );
  const rest = tree.children.slice(first);
  if (first < 0 || !rest.every(({ type }) => type === 'paragraph')) return [];
  const comments: { mark: string; text: string }[] = [];
  for (const { children } of rest as Paragraph[]) {
    for (const { children: line } of splitLines(children)) {
      const mark = leadOf({ type: 'paragraph', children: line }, marks);
      const text = plainText({ type: 'paragraph', children: line });
      const last = comments.at(-1);
      if (mark !== undefined) comments.push({ mark, text: text.slice(mark.length) });
      else if (last) last.text = `${last.text} ${text}`;
      // Text before the first mark on a line means that these are not comments.
      else return [];
    }
  }
  tree.children.splice(first);
  if (tree.children.at(-1)?.type === 'thematicBreak') tree.children.pop();
  const linkedMarks = new Set(comments.map(({ mark }) => mark));
  dropMarks(tree, linkedMarks);
  return comments.map(({ text }) => ({ why: commentOfEditor, text: `${commentOfEditor}: ${text.trim()}` }));
}

/** Marks directly after a word. */
const mark = /(?<=\S)\[[a-z]{1,2}\](?!\()/g;

function marksOf(tree: Root): Set<string> {
  const marks = new Set<string>();
  visit(tree, 'paragraph', (node) => {
    const said = leavesOf(node).map(sayOf).join('');
    for (const [each] of said.matchAll(mark)) marks.add(each);
  });
  return marks;
}

function leadOf(node: Paragraph, marks: ReadonlySet<string>): string | undefined {
  const [, lead = ''] = /^(\[[a-z]{1,2}\])\S/.exec(leavesOf(node).map(sayOf).join('')) ?? [];
  return marks.has(lead) ? lead : undefined;
}

function dropMarks(parent: Nodes, linkedMarks: ReadonlySet<string>): void {
  if (!('children' in parent)) return;
  parent.children = (parent.children as Nodes[]).filter((child) => {
    if (child.type === 'text') {
      child.value = child.value.replace(/\[[a-z]{1,2}\]/g, (each) => (linkedMarks.has(each) ? '' : each));
    }
    const isMark = isPhrase(child) && linkedMarks.has(plainText({ type: 'paragraph', children: [child] }));
    if (!isMark) dropMarks(child, linkedMarks);
    return !isMark;
  }) as never;
}

function isPhrase(node: Nodes): node is PhrasingContent {
  return ['textDirective', 'link', 'strong', 'emphasis'].includes(node.type);
}
