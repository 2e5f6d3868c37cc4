import type { Range } from '../../diagnostics/diagnostic.ts';
import type { ComponentNode } from './component.ts';

/** The range of a component's opening tag, up to its name. */
export function openingTag(node: ComponentNode, source: string): Range {
  const start = node.position?.start.offset ?? 0;
  const name = node.name ?? '';
  const at = source.indexOf(name, start);
  return { start, end: Math.max(start, at) + Math.max(1, name.length) };
}
