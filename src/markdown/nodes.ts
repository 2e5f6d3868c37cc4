import type { Nodes, Root, RootContent } from 'mdast';
import type { Range } from '../diagnostics/diagnostic.ts';
import { memoize } from '../brief/memoize.ts';

/** The range of a node in the file. */
export function rangeOf(node: { position?: RootContent['position'] }): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/**
 * Every node of some types; those of one type are in document order. All rules share one walk, since separate walks took
 * half of the time of a check.
 */
export function nodesOf<Type extends Nodes['type']>(
  tree: Root,
  ...types: readonly Type[]
): Extract<Nodes, { type: Type }>[] {
  const index = indexOf(tree);
  return types.flatMap((type) => (index.get(type) ?? []) as Extract<Nodes, { type: Type }>[]);
}

/** Whether a range lies inside another. */
export function isWithin(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

const indexOf = memoize((tree: Root): ReadonlyMap<Nodes['type'], readonly Nodes[]> => {
  const index = new Map<Nodes['type'], Nodes[]>();
  const add = (node: Nodes): void => {
    const known = index.get(node.type);
    if (known) known.push(node);
    else index.set(node.type, [node]);
    if ('children' in node) for (const child of node.children) add(child);
  };
  add(tree);
  return index;
});
