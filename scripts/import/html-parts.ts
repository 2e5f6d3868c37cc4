import type { Element, Nodes, Parents, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';
import { recognise, type Names } from '../../src/languages/recognise-headings.ts';

/** Elements whose text is the name of a section, except links to one. */
export function findSectionHeadings(tree: Root, names: Names): Set<Nodes> {
  const found = new Set<Nodes>();
  const isName = (text: string): boolean => typeof recognise(text, names)?.part === 'number';
  const look = (node: Nodes): void => {
    if (node.type === 'text') {
      if (isName(node.value)) found.add(node);
    } else if ('children' in node && !(node.type === 'element' && node.tagName === 'a')) {
      const before = found.size;
      node.children.forEach(look);
      if (node.type === 'element' && found.size === before && isShort(node) && isName(toText(node)))
        found.add(node);
    }
  };
  look(tree);
  return found;
}

/** Every element that contains one of the nodes. */
export function holdersOf(tree: Root, wanted: ReadonlySet<Nodes>): Set<Nodes> {
  const holders = new Set<Nodes>();
  const look = (node: Nodes): boolean => {
    let holds = wanted.has(node);
    if ('children' in node) for (const child of node.children) if (look(child)) holds = true;
    if (holds) holders.add(node);
    return holds;
  };
  look(tree);
  return holders;
}

/** A property as one string, lists joined with spaces. */
export function propertyOf(element: Element, name: string): string {
  const value = element.properties[name];
  if (value === true) return '';
  return Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '';
}

/** The first matching element in document order. */
export function findElement(tree: Parents, isWanted: (element: Element) => boolean): Element | undefined {
  return findElements(tree, isWanted)[0];
}

export function findElements(tree: Parents, isWanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (isWanted(element)) found.push(element);
  });
  return found;
}

/** A heading has one line of text, not half a page. */
function isShort(element: Element): boolean {
  let nodes = 0;
  visit(element, () => {
    nodes += 1;
    return nodes < 20;
  });
  return nodes < 20;
}
