import type { Heading, RootContent } from 'mdast';
import { sectionIds } from '../brief/brief.ts';
import type { Draft, OutlineEntry } from './draft.ts';

/**
 * A draft with each section at most once, in order, so that one whose sections are not finished is shown whole: what precedes
 * the first section belongs to it, repeated sections are joined, and other headings become smaller ones.
 */
export function inOrder(draft: Draft): Draft {
  const { tree, outline, headings } = draft;
  if (isInOrder(draft)) return draft;
  const entries = new Map(outline.map((entry) => [entry.index, entry]));
  const parts = sectionIds.map((): RootContent[] => []);
  const first = new Map<number, OutlineEntry>();
  let section = 0;
  for (const [index, node] of tree.children.entries()) {
    const entry = entries.get(index);
    if (entry?.section !== undefined) {
      section = entry.section;
      if (!first.has(section)) first.set(section, entry);
    } else parts[section]?.push(entry && node.type === 'heading' ? { ...node, depth: 3 } : node);
  }
  const children: RootContent[] = [];
  const ordered: OutlineEntry[] = [];
  for (const [at, part] of parts.entries()) {
    const entry = first.get(at);
    if (!entry && part.length === 0) continue;
    const text = headings[at] ?? '';
    const heading: Heading = { type: 'heading', depth: 2, children: [{ type: 'text', value: text }] };
    const { range = { start: 0, end: 0 } } = entry ?? {};
    ordered.push({ section: at, exact: true, certain: true, text, range, index: children.length });
    children.push(heading, ...part);
  }
  return { ...draft, tree: { ...tree, children }, outline: ordered };
}

/** Whether only sections of level 2 divide the text, each once, in order, with nothing before them. */
function isInOrder({ tree: { children }, outline }: Draft): boolean {
  const sections = outline.map(({ section }) => section ?? -1);
  const before = children.slice(0, outline[0]?.index ?? children.length);
  return (
    sections.every((section, at) => section > (sections[at - 1] ?? -1)) &&
    outline.every(({ index }) => children[index]?.type === 'heading' && children[index].depth === 2) &&
    before.every(({ type }) => ['yaml', 'definition', 'footnoteDefinition'].includes(type))
  );
}
