import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toText } from 'hast-util-to-text';
import type { Block, ChartShape } from '../brief/blocks.ts';

/**
 * The blocks of a section as slides show them, from the tree that pages and feeds are made of. `textOf` returns the text
 * of a node without struck words, images and footnote references.
 */
export function blocksOf(
  nodes: readonly RootContent[],
  textOf: (nodes: readonly RootContent[]) => string,
): Block[] {
  const line = (children: readonly RootContent[]): string => textOf(children).replace(/\n/g, ' ');
  return nodes.flatMap((node): Block[] => {
    if (node.type !== 'element') return [];
    const { tagName, children } = node;
    if (/^h[3-6]$/.test(tagName)) return said('heading', line([node]));
    if (tagName === 'p') return blockOfParagraph(node, line);
    if (isList(node)) return listOf(node, line, 0);
    if (tagName === 'blockquote') return quoteOf(node, undefined, line);
    if (tagName === 'table') return tableOf(node, line);
    if (tagName === 'figure') return blockOfFigure(node, line, textOf);
    if (tagName === 'pre') return linesOfCode(node);
    // The wrapper of a component, a callout, or a side of a comparison.
    return blocksOf(children, textOf);
  });
}

type ReadLine = (nodes: readonly RootContent[]) => string;

function said(kind: 'paragraph' | 'heading', text: string): Block[] {
  return text === '' ? [] : [{ kind, text }];
}

function blockOfParagraph(node: Element, line: ReadLine): Block[] {
  if (!hasClass(node, 'key-figure')) {
    const isTitle = hasClass(node, 'side-title') || hasClass(node, 'callout-label');
    return said(isTitle ? 'heading' : 'paragraph', line([node]));
  }
  const [value, label] = node.children.filter((child) => child.type === 'element');
  return value && label ? [{ kind: 'figure', value: line([value]), label: line([label]) }] : [];
}

/** A list, divided where items have lists of their own, which follow them. */
function listOf(node: Element, line: ReadLine, depth: number): Block[] {
  const start = Number(node.properties['start'] ?? 1);
  const isNumbered = node.tagName === 'ol' && !hasClass(node, 'timeline');
  const listed = (items: readonly string[], before: number): Block[] =>
    items.length === 0
      ? []
      : [{ kind: 'list', items, ...(isNumbered && { first: start + before }), ...(depth > 0 && { depth }) }];
  const blocks: Block[] = [];
  let items: string[] = [];
  let before = 0;
  for (const item of node.children.filter((child) => child.type === 'element')) {
    const inner = item.children.filter((child) => child.type === 'element').filter(isList);
    const own = { ...item, children: item.children.filter((child) => !inner.some((list) => list === child)) };
    items.push(taskBoxOf(own) + line([own]));
    if (inner.length === 0) continue;
    blocks.push(...listed(items, before), ...inner.flatMap((list) => listOf(list, line, depth + 1)));
    before += items.length;
    items = [];
  }
  return [...blocks, ...listed(items, before)];
}

function taskBoxOf(item: Element): string {
  const [box] = descendants(item, 'input');
  if (!box) return '';
  return box.properties['checked'] === true ? '☑ ' : '☐ ';
}

function isList({ tagName }: Element): boolean {
  return tagName === 'ul' || tagName === 'ol';
}

/** Each line by itself, as far from the edge as in the code. */
function linesOfCode(node: Element): Block[] {
  return toText(node, { whitespace: 'pre' })
    .split('\n')
    .flatMap((text) =>
      said(
        'paragraph',
        text.trimEnd().replace(/^ +/, (spaces) => '\u00a0'.repeat(spaces.length)),
      ),
    );
}

function quoteOf(node: Element, by: string | undefined, line: ReadLine): Block[] {
  const text = line([{ ...node, tagName: 'div' }]);
  return text === '' ? [] : [{ kind: 'quote', text, ...(by !== undefined && { by }) }];
}

function blockOfFigure(
  node: Element,
  line: ReadLine,
  textOf: (nodes: readonly RootContent[]) => string,
): Block[] {
  const caption = childOf(node, 'figcaption');
  const quote = childOf(node, 'blockquote');
  if (quote) return quoteOf(quote, caption && line([caption]), line);
  const drawing = childOf(node, 'svg');
  if (drawing && caption) return [{ kind: 'chart', title: line(titleOf(caption)), ...drawingOf(drawing) }];
  // Slides have no images, so captions are left out too.
  if (childOf(node, 'picture')) return [];
  return blocksOf(node.children, textOf);
}

/** Without the note about the scale, which slides have no room for. */
function titleOf({ children }: Element): ElementContent[] {
  return children.filter((child) => child.type !== 'element' || !hasClass(child, 'scale'));
}

function tableOf(node: Element, line: ReadLine): Block[] {
  const rows = descendants(node, 'tr').map((row) =>
    row.children.filter((child) => child.type === 'element').map((cell) => line([cell])),
  );
  return rows.length === 0 ? [] : [{ kind: 'table', rows, hasHead: childOf(node, 'thead') !== undefined }];
}

/** The drawing of a chart as data: horizontal positions as fractions of the width, vertical ones in pixels. */
function drawingOf(svg: Element): { readonly height: number; readonly shapes: ChartShape[] } {
  const number = (node: Element, name: string): number =>
    Number.parseFloat(String(node.properties[name] ?? 0));
  const shapes = svg.children.flatMap((node): ChartShape[] => {
    if (node.type !== 'element') return [];
    const role = roleOf(node);
    const at = (name: string): number => number(node, name);
    switch (node.tagName) {
      case 'rect':
        return [
          { shape: 'bar', x: at('x') / 100, y: at('y'), width: at('width') / 100, height: at('height') },
        ];
      case 'line':
        return [{ shape: 'line', role, x1: at('x1') / 100, y1: at('y1'), x2: at('x2') / 100, y2: at('y2') }];
      case 'circle':
        return [{ shape: 'dot', x: at('cx') / 100, y: at('cy') }];
      case 'text':
        return [
          { shape: 'text', role, x: at('x') / 100, y: at('y'), anchor: anchorOf(node), text: toText(node) },
        ];
      default:
        return [];
    }
  });
  return { height: number(svg, 'height'), shapes };
}

function roleOf({ properties: { className } }: Element): string {
  const [role] = Array.isArray(className) ? className : [];
  return typeof role === 'string' ? role : '';
}

function anchorOf({ properties: { textAnchor } }: Element): 'start' | 'middle' | 'end' {
  return textAnchor === 'middle' || textAnchor === 'end' ? textAnchor : 'start';
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

function childOf(node: Element, tagName: string): Element | undefined {
  return node.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === tagName,
  );
}

function descendants(node: Element | Root, tagName: string): Element[] {
  return (node.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === tagName ? [child] : descendants(child, tagName);
  });
}
