import type { RootContent } from 'mdast';

/** Makes headings inside a section start at level 3 and skip no level. */
export function nestHeadings(nodes: readonly RootContent[]): RootContent[] {
  const above: number[] = [];
  return nodes.map((node) => {
    if (node.type !== 'heading') return node;
    while ((above.at(-1) ?? 0) >= node.depth) above.pop();
    above.push(node.depth);
    return { ...node, depth: Math.min(6, 2 + above.length) as 3 | 4 | 5 | 6 };
  });
}
