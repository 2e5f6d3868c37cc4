import type { Root } from 'mdast';
import { nodesOf, rangeOf } from './nodes.ts';

/** Characters that a page may add to its text: as many as the largest brief has. */
const maxExpansion = 1_000_000;

/** Characters of a cell that a row lacks and the page adds: `<td></td>`. */
const cell = 9;

/**
 * Where a text would produce an extremely large page. Addresses are repeated at each reference, and rows are filled to
 * the width of their table, so 1 MB of text can become gigabytes.
 */
export function overExpandedAt(tree: Root): number | undefined {
  const lengths = new Map<string, number>();
  for (const { identifier, url, title } of nodesOf(tree, 'definition')) {
    if (!lengths.has(identifier)) lengths.set(identifier, url.length + (title?.length ?? 0));
  }
  let expansion = 0;
  for (const node of nodesOf(tree, 'linkReference', 'imageReference')) {
    expansion += lengths.get(node.identifier) ?? 0;
    if (expansion > maxExpansion) return rangeOf(node).start;
  }
  for (const node of nodesOf(tree, 'table')) {
    const width = node.align?.length ?? 0;
    for (const row of node.children) expansion += cell * Math.max(0, width - row.children.length);
    if (expansion > maxExpansion) return rangeOf(node).start;
  }
  return undefined;
}
