import type { Root } from 'mdast';
import { nodesOf, rangeOf } from './nodes.ts';

/** Signs that a page may have beyond those of its text: as many as the largest brief. */
const maxExpansion = 1_000_000;

/** Of a cell that a row of a table lacks, and that a page has all the same: `<td></td>`. */
const cell = 9;

/**
 * Where a text would make a page that is large beyond all measure. An address is written out at each of its references,
 * and a row is filled up to the width of its table: so a text of 1 MB makes gigabytes.
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
