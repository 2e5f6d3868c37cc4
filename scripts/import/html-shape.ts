import type { Element, ElementContent, Parents, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { maxCells } from '../../src/markdown/parse-limits.ts';
import { findElement, findElements, propertyOf } from './html-parts.ts';

/** Reshapes a page so that the conversion to Markdown loses no text. */
export function shapeForMarkdown(tree: Root, base: string | undefined): void {
  unwrapTables(tree);
  liftCaptions(tree);
  visit(tree, 'element', (element) => {
    if (element.tagName === 'a') {
      resolve(element, 'href', base);
      element.properties['href'] &&= behindRedirect(propertyOf(element, 'href'));
    }
    if (element.tagName === 'img') resolve(element, 'src', base);
    // Addresses are already resolved, and an invalid base would make the conversion fail.
    if (element.tagName === 'base') element.properties = {};
    if (codes.test(element.tagName)) sayImages(element);
    if (leftOut.includes(element.tagName)) element.tagName = 'span';
  });
}

/** Replaces images inside code with their descriptions. */
function sayImages(parent: Element): void {
  parent.children = parent.children.map((node) => {
    if (node.type !== 'element') return node;
    if (node.tagName === 'img') return { type: 'text', value: propertyOf(node, 'alt') };
    sayImages(node);
    return node;
  });
}

const codes = /^(?:code|kbd|samp|tt|var|pre|listing|plaintext|xmp)$/;

/** Elements with text that the conversion would leave out. */
const leftOut =
  'applet command content dialog element math menuitem nextid noembed noframes optgroup option shadow'.split(
    ' ',
  );

/** Replaces layout tables and tables with several blocks in a cell by the contents of their cells. */
function unwrapTables(parent: Parents): void {
  parent.children = parent.children.map((node) => {
    if (node.type !== 'element') return node;
    unwrapTables(node);
    if (node.tagName !== 'table' || !isLayout(node)) return node;
    node.tagName = 'div';
    visit(node, 'element', (element) => {
      if (/^(?:tbody|thead|tfoot|tr|td|th|caption)$/.test(element.tagName)) element.tagName = 'div';
    });
    return node;
  });
}

const blocks = /^(?:h[1-6]|ul|ol|dl|table|blockquote|pre|hr|article|section|details)$/;

function isLayout(table: Element): boolean {
  if (propertyOf(table, 'role') === 'presentation') return true;
  const cells = findElement(table, ({ tagName, children }) => {
    const paragraphs = children.filter(
      (child) => child.type === 'element' && /^(?:p|div)$/.test(child.tagName),
    );
    return (tagName === 'td' || tagName === 'th') && paragraphs.length > 1;
  });
  return (
    cells !== undefined ||
    findElement(table, (each) => each !== table && blocks.test(each.tagName)) !== undefined
  );
}

/** Moves captions before their tables, since Markdown tables have none. */
function liftCaptions(parent: Parents): void {
  parent.children = (parent.children as ElementContent[]).flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    liftCaptions(node);
    if (node.tagName !== 'table') return [node];
    const isCaption = (child: ElementContent): child is Element =>
      child.type === 'element' && child.tagName === 'caption';
    const captions = node.children.filter(isCaption).map((caption) => ({ ...caption, tagName: 'p' }));
    node.children = node.children.filter((child) => !isCaption(child));
    if (!findElement(node, ({ tagName }) => tagName === 'th')) nameColumns(node);
    limitSpans(node);
    return [...captions, node];
  });
}

/** Removes spans that would create more cells than a brief may have. */
function limitSpans(table: Element): void {
  const cells = findElements(table, ({ tagName }) => tagName === 'td' || tagName === 'th');
  const written = cells.reduce((sum, { properties }) => {
    const [columns, rows] = [Number(properties['colSpan'] ?? 1), Number(properties['rowSpan'] ?? 1)];
    return sum + columns * rows;
  }, 0);
  if (written <= maxCells) return;
  for (const { properties } of cells) properties['colSpan'] = properties['rowSpan'] = 1;
}

/** Turns the first row into header cells, since every Markdown table has a header. */
function nameColumns(table: Element): void {
  const row = findElement(table, ({ tagName }) => tagName === 'tr');
  for (const cell of row?.children ?? []) {
    if (cell.type === 'element' && cell.tagName === 'td') cell.tagName = 'th';
  }
}

/** Resolves an address against the page; fragments stay. */
function resolve(element: Element, property: 'href' | 'src', base: string | undefined): void {
  const address = propertyOf(element, property).trim();
  if (base === undefined || address === '' || address.startsWith('#') || !URL.canParse(address, base)) return;
  const url = new URL(address, base);
  const page = new URL(base);
  const isSamePage = url.hash !== '' && url.origin + url.pathname === page.origin + page.pathname;
  element.properties[property] = isSamePage ? url.hash : url.href;
}

/** The target of a redirect link, as Google Docs writes them. */
function behindRedirect(address: string): string {
  if (!/^https?:\/\/(?:www\.)?google\.com\/url\?/i.test(address) || !URL.canParse(address)) return address;
  const { searchParams } = new URL(address);
  const target = searchParams.get('q') ?? searchParams.get('url') ?? '';
  return /^https?:/i.test(target) && URL.canParse(target) ? target : address;
}
