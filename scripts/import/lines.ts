import type { Nodes, PhrasingContent } from 'mdast';

/** A line of a paragraph, and what divided it from the one before. */
export interface Line {
  readonly before: PhrasingContent | undefined;
  readonly children: PhrasingContent[];
}

/** The lines of a paragraph: hard breaks and ends of line in its own text divide them. */
export function splitLines(children: readonly PhrasingContent[]): Line[] {
  let line: Line = { before: undefined, children: [] };
  const lines = [line];
  const begin = (before: PhrasingContent): void => {
    line = { before, children: [] };
    lines.push(line);
  };
  for (const child of children) {
    if (child.type === 'break') begin(child);
    else if (child.type !== 'text') line.children.push(child);
    else {
      child.value.split(/\r\n|\r|\n/).forEach((value, at) => {
        if (at > 0) begin({ type: 'text', value: '\n' });
        if (value !== '') line.children.push({ type: 'text', value });
      });
    }
  }
  return lines;
}

/** The same text without what matches at its beginning; empty nodes are left out. */
export function withoutLead(children: readonly PhrasingContent[], lead: RegExp): PhrasingContent[] {
  const [first, ...rest] = children;
  if (first?.type !== 'text') return [...children];
  const value = first.value.replace(lead, '');
  return value === '' ? rest : [{ type: 'text', value }, ...rest];
}

/** Text on one line, as it is compared and told of. HTML is none, and a picture has only its description. */
export function plainText(node: Nodes): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

/** The same without what is struck out: a field has no line through a word. */
export function unstruckText(node: Nodes): string {
  return textOf(node, (child) => child.type !== 'delete')
    .replace(/\s+/g, ' ')
    .trim();
}

function textOf(node: Nodes, isRead: (node: Nodes) => boolean = () => true): string {
  if ('children' in node) {
    return (node.children as Nodes[])
      .filter(isRead)
      .map((child) => textOf(child, isRead))
      .join(flow.includes(node.type) ? '\n' : '');
  }
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  return node.type === 'break' ? ' ' : '';
}

/** Whether a node or one inside it is wanted. */
export function someNode(node: Nodes, isWanted: (node: Nodes) => boolean): boolean {
  return isWanted(node) || ('children' in node && node.children.some((child) => someNode(child, isWanted)));
}

/** Nodes whose children stand below or beside one another. */
const flow = ['root', 'blockquote', 'list', 'listItem', 'table', 'tableRow', 'footnoteDefinition'];
