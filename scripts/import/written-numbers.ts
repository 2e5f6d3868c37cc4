import type { List, ListItem, Nodes, Paragraph, Root } from 'mdast';
import { isNameBehindNumber } from '../../src/markdown/names-behind-numbers.ts';
import { unmeantSigns } from '../../src/markdown/unmeant-signs.ts';
import { plainText } from './lines.ts';

/**
 * Keeps the numbers of a document as they are written. Markdown counts a list on from its first number, and so would make
 * "15. Oktober 1990" of a paragraph that begins with "3. Oktober 1990": such a list becomes the paragraphs that it looks like.
 */
export function keepNumbers(parent: Nodes, source: string): void {
  if (!('children' in parent)) return;
  const children: Nodes[] = [];
  let before: List | undefined;
  for (const child of parent.children) {
    // Of "14. 8. 2025" the inner list is read for itself first.
    const isDated = child.type === 'list' && child.children.some(beginsWithNumber);
    keepNumbers(child, source);
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
  // "01.", "02." is a way to write a list; "007." alone is none.
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

/** With the sign that follows it. */
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

/** Keeps the signs of numbers that a line begins with, of which Markdown would make lists and quotations. */
export function keepSigns(tree: Root, source: string): void {
  for (const { node, parent, sign, isBelowText } of unmeantSigns(tree, source).toReversed()) {
    const [item] = node.children;
    const blocks = (item?.type === 'listItem' ? item.children : node.children) as Nodes[];
    const [first, ...others] = blocks;
    if (first?.type !== 'paragraph') continue;
    const siblings = parent.children as Nodes[];
    const at = siblings.indexOf(node);
    const before = siblings[at - 1];
    const goesOn = isBelowText && before?.type === 'paragraph';
    const line = [{ type: 'text', value: `${goesOn ? '\n' : ''}${sign} ` } as const, ...first.children];
    if (goesOn) before.children.push(...line);
    siblings.splice(at, 1, ...(goesOn ? [] : [{ ...first, children: line }]), ...others);
  }
}
