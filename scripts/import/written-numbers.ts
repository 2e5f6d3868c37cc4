import type { List, ListItem, Nodes, Paragraph, Root } from 'mdast';
import { isNameBehindNumber } from '../../src/markdown/names-behind-numbers.ts';
import { unintendedMarkers } from '../../src/markdown/unintended-markers.ts';
import { plainText } from './lines.ts';

/**
 * Preserves the numbers in a document. Markdown counts a list up from its first number and would turn "15. Oktober
 * 1990" into another date if "3. Oktober 1990" begins the list, so such a list becomes paragraphs.
 */
export function preserveNumbers(parent: Nodes, source: string): void {
  if (!('children' in parent)) return;
  const children: Nodes[] = [];
  let before: List | undefined;
  for (const child of parent.children) {
    // For "14. 8. 2025", the inner list is read first.
    const isDated = child.type === 'list' && child.children.some(beginsWithNumber);
    preserveNumbers(child, source);
    if (child.type !== 'list' || child.ordered !== true) children.push(child);
    else if (
      isDated ||
      (isAlone(child) && startsInLineOf(parent, child)) ||
      !isCounted(child, before, source)
    ) {
      for (const item of child.children) children.push(...paragraphsOf(item, source));
    } else children.push(child);
    if (child.type === 'list' && child.ordered === true) before = child;
  }
  (parent as { children: Nodes[] }).children = children;
}

function isCounted({ start, children }: List, before: List | undefined, source: string): boolean {
  const first = start ?? 1;
  const goesOn = before && (before.start ?? 1) + before.children.length === first;
  if (children.length === 1 && first !== 1 && !goesOn) return false;
  const numbers = children.map((item) => writtenNumber(item, source));
  const isHabit =
    numbers.length > 1 && first <= 1 && numbers.every((number) => Number.parseInt(number, 10) === first);
  // "1. FC Köln", "1. FC Union"
  const areNames = children.every((item) => isNameBehindNumber(plainText(item), 'de'));
  if (areNames && (isHabit || children.length === 1)) return false;
  // "01.", "02." can be a list; "007." alone is not.
  const isPadded = numbers.length === 1 && numbers[0]?.slice(0, -1) !== String(first);
  return isHabit || (!isPadded && numbers.every((number, at) => Number.parseInt(number, 10) === first + at));
}

function paragraphsOf(item: ListItem, source: string): Nodes[] {
  const number = writtenNumber(item, source);
  const [first, ...others] = item.children;
  if (first?.type !== 'paragraph') return [textOf(number), ...item.children];
  return [{ ...first, children: [{ type: 'text', value: `${number} ` }, ...first.children] }, ...others];
}

function textOf(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

/** With the character after it. */
function writtenNumber({ position }: ListItem, source: string): string {
  const start = position?.start.offset ?? 0;
  return /^\d{1,9}[.)]/.exec(source.slice(start, start + 10))?.[0] ?? '';
}

function beginsWithNumber(item: ListItem): boolean {
  const [first] = item.children;
  return first?.type === 'list' && isAlone(first) && startsInLineOf(item, first);
}

function isAlone({ ordered, children }: List): boolean {
  return ordered === true && children.length === 1;
}

function startsInLineOf(parent: Nodes, { position }: List): boolean {
  return parent.type === 'listItem' && parent.position?.start.line === position?.start.line;
}

/**
 * Preserves signs such as "+" and ">" before a number at the start of a line, which Markdown would read as a list or
 * quotation.
 */
export function preserveSymbols(tree: Root, source: string): void {
  for (const { node, parent, marker, isBelowText } of unintendedMarkers(tree, source).toReversed()) {
    const [item] = node.children;
    const blocks = (item?.type === 'listItem' ? item.children : node.children) as Nodes[];
    const [first, ...others] = blocks;
    if (first?.type !== 'paragraph') continue;
    const siblings = parent.children as Nodes[];
    const at = siblings.indexOf(node);
    const before = siblings[at - 1];
    const goesOn = isBelowText && before?.type === 'paragraph';
    const line = [{ type: 'text', value: `${goesOn ? '\n' : ''}${marker} ` } as const, ...first.children];
    if (goesOn) before.children.push(...line);
    siblings.splice(at, 1, ...(goesOn ? [] : [{ ...first, children: line }]), ...others);
  }
}
