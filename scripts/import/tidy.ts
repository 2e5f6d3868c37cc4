import type { Nodes, PhrasingContent } from 'mdast';

export type Parent = Extract<Nodes, { children: unknown[] }>;

/** Normalizes a line for Markdown: no space or break at its ends, no space around a break, no adjacent texts. */
export function tidyLine(children: readonly PhrasingContent[]): PhrasingContent[] {
  const joined = joinAlike(children);
  const isEnd = (node: PhrasingContent | undefined): boolean => node === undefined || node.type === 'break';
  const trimmed = joined
    .map((child, at) => {
      if (child.type !== 'text') return child;
      const value = child.value.replace(/ {2,}/g, ' ');
      const from = isEnd(joined[at - 1]) ? value.trimStart() : value;
      return { ...child, value: isEnd(joined[at + 1]) ? from.trimEnd() : from };
    })
    .filter((child) => child.type !== 'text' || child.value !== '');
  if (trimmed[0]?.type === 'break') trimmed.shift();
  if (trimmed.at(-1)?.type === 'break') trimmed.pop();
  return trimmed.length === joined.length ? trimmed : tidyLine(trimmed);
}

/** Moves spaces out of emphasis, since editors often end bold type after the space. */
export function hoistSpace(node: Parent, children: readonly PhrasingContent[]): Nodes[] {
  const [first, last] = [children[0], children.at(-1)];
  const inner = tidyLine(children);
  const before = first?.type === 'text' && /^\s/.test(first.value);
  const after = last?.type === 'text' && /\s$/.test(last.value);
  const space: Nodes = { type: 'text', value: ' ' };
  if (inner.length === 0) return before || after ? [space] : [];
  const emphasis = { ...node, children: inner } as Nodes;
  return [...(before ? [space] : []), emphasis, ...(after ? [space] : [])];
}

/** Merges neighbours of one kind, so that no markup stands between them. */
export function joinAlike(children: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.type === 'text' && last?.type === 'text') {
      joined[joined.length - 1] = { type: 'text', value: last.value + child.value };
    } else if (isMarked(child) && last?.type === child.type) {
      joined[joined.length - 1] = { ...child, children: joinAlike([...last.children, ...child.children]) };
    } else joined.push(child);
  }
  return joined;
}

function isMarked(
  node: PhrasingContent,
): node is Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'delete' }> {
  return node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete';
}

export function onOneLine(node: PhrasingContent): PhrasingContent {
  if (node.type === 'break') return { type: 'text', value: ' ' };
  return node.type === 'text' ? { type: 'text', value: node.value.replace(/\s*\n\s*/g, ' ') } : node;
}

/** Removes control characters; those that move the cursor become a space. */
export function printable(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\t\v\f\u001c-\u001f\u0085]/g, ' ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g, '');
}
