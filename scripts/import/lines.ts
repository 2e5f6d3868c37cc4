import type { Nodes, PhrasingContent } from 'mdast';

/** A line of a paragraph and the break before it. */
export interface Line {
  readonly before: PhrasingContent | undefined;
  readonly children: PhrasingContent[];
}

/** Splits a paragraph into lines, at hard breaks and at newlines in its text. */
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

/** Removes a match at the start; drops nodes that become empty. */
export function withoutLead(children: readonly PhrasingContent[], lead: RegExp): PhrasingContent[] {
  const [first, ...rest] = children;
  if (first?.type !== 'text') return [...children];
  const value = first.value.replace(lead, '');
  return value === '' ? rest : [{ type: 'text', value }, ...rest];
}

/** Text on one line, for comparison and reports. Images count with their description, HTML does not count. */
export function plainText(node: Nodes): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

/** Plain text without what is struck out, since a field cannot show a strikethrough. */
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

/** Whether a node or a descendant matches. */
export function someNode(node: Nodes, isWanted: (node: Nodes) => boolean): boolean {
  return isWanted(node) || ('children' in node && node.children.some((child) => someNode(child, isWanted)));
}

/** Nodes whose children are blocks. */
const flow = ['root', 'blockquote', 'list', 'listItem', 'table', 'tableRow', 'footnoteDefinition'];
