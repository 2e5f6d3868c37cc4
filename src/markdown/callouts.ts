import type { Blockquote, Html, Root } from 'mdast';
import { nodesOf } from './nodes.ts';
import { calloutKinds, type CalloutKind } from '../languages/language.ts';

declare module 'mdast' {
  interface BlockquoteData {
    /** Set for a callout, `> [!NOTE]` on the first line. */
    callout?: CalloutKind;
  }
}

/** Marks block quotations that are callouts and removes their first line. */
export function markCallouts(tree: Root): Root {
  for (const node of nodesOf(tree, 'blockquote')) {
    const kind = kindOf(node);
    if (kind === undefined) continue;
    dropMarker(node);
    node.data = { callout: kind };
  }
  return tree;
}

const marker = /^\[!(\w+)\][ \t]*(?:\r?\n|$)/;

function kindOf({ children }: Blockquote): CalloutKind | undefined {
  const [first, ...others] = children;
  const [text, ...rest] = first?.type === 'paragraph' ? first.children : [];
  const [line, name] = (text?.type === 'text' && marker.exec(text.value)) || [];
  // A callout needs text below its first line.
  const isAlone = text?.type === 'text' && line === text.value && rest.length + others.length === 0;
  return isAlone ? undefined : calloutKinds.find((kind) => kind === name?.toLowerCase());
}

function dropMarker({ children }: Blockquote): void {
  const [first] = children;
  const [text] = first?.type === 'paragraph' ? first.children : [];
  if (first?.type !== 'paragraph' || text?.type !== 'text') return;
  const length = text.value.indexOf(']') + 1;
  text.value = text.value.replace(marker, '');
  const start = text.position?.start;
  if (text.position && start?.offset !== undefined) {
    const moved = { ...start, column: start.column + length, offset: start.offset + length };
    text.position = { ...text.position, start: moved };
  }
  if (text.value === '') first.children.shift();
  if (first.children[0]?.type === 'break') first.children.shift();
  if (first.children.length === 0) children.shift();
}

/** The blocks of a quotation as written, with the first line of a callout. */
export function withMarker({ data, children }: Blockquote): Blockquote['children'] {
  if (data?.callout === undefined) return children;
  // The type "html" is written without escapes.
  const marker: Html = { type: 'html', value: `[!${data.callout.toUpperCase()}]` };
  const [first, ...rest] = children;
  return first?.type === 'paragraph'
    ? [{ ...first, children: [marker, { type: 'text', value: '\n' }, ...first.children] }, ...rest]
    : [{ type: 'paragraph', children: [marker] }, ...children];
}
