import type { Element, ElementContent, Nodes, Properties, Root, RootContent, Text } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { toText } from 'hast-util-to-text';
import type { Blockquote, Heading } from 'mdast';
import remarkRehype, { defaultHandlers, type Options } from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { rightToLeft } from '../brief/right-to-left.ts';
import type { Addresses } from '../brief/addresses.ts';
import { sectionIds, type Body, type Html, type Section } from '../brief/brief.ts';
import { blocksOf } from './blocks.ts';
import { drawCallout, isCallout, spokenCallout } from './components/callout.ts';
import { componentHandlers } from './components/handlers.ts';
import { h, isBlock } from './components/hast.ts';
import { inOrder } from './in-order.ts';
import { isOwn, rewriteUrl, standIn } from './components/own.ts';
import type { Draft } from './draft.ts';
import { headingIds } from './heading-ids.ts';
import { readImageSource, readLink } from './links.ts';
import { markdownOf } from './markdown.ts';
import { figureElement, responsiveImage, widthInMail, type PreparedImage } from '../brief/image.ts';
import { gap, withoutGaps } from './plain-text.ts';
import { sanitizeSchema } from './sanitize-schema.ts';

/** Prepared images by path relative to the project root. */
export type Images = ReadonlyMap<string, PreparedImage>;

/**
 * Renders the text of a checked draft. The whole tree is converted and sanitized before it is split into sections, so
 * that link definitions and footnotes work across sections. Page, feed and plain text come from the same tree.
 */
export function render(written: Draft, addresses: Addresses, images: Images): Body {
  const draft = inOrder(written);
  const tree = sanitized(rewrite(toTree(draft), draft, addresses, images));
  const { parts, notes } = divide(tree);
  const [first, second, third, fourth] = sectionIds.map((id, at): Section => {
    // If a draft lacks a section, the later ones would shift.
    const nodes = parts[draft.outline.findIndex(({ section }) => section === at)] ?? [];
    const html = htmlOf(nodes, addresses, draft.slug);
    const heading = draft.headings[at] ?? '';
    return { id, heading, html, text: textOf(nodes), blocks: blocksOf(nodes, textOf) };
  });
  if (!first || !second || !third || !fourth) throw new Error('a brief has four sections');
  return {
    sections: [first, second, third, fourth],
    notes: htmlOf(notes, addresses, draft.slug),
    markdown: markdownOf(draft, addresses, images),
  };
}

/** The sanitized HTML of a standing page and its footnotes. */
export interface PageText {
  readonly html: string;
  readonly notes: string;
}

/** Renders a checked standing page. */
export function renderPage(draft: Draft, addresses: Addresses, images: Images): PageText {
  const { blocks, notes } = withoutNotes(sanitized(rewrite(toTree(draft), draft, addresses, images)));
  return { html: pageHtmlOf(blocks), notes: pageHtmlOf(notes) };
}

function toTree(draft: Draft): Root {
  const { labels } = draft.language;
  const ids = headingIds(draft);
  const options: Options = {
    // Keeps ids unique when many briefs share a page, as in a feed reader.
    clobberPrefix: `${draft.slug}-`,
    footnoteLabel: labels.footnotes,
    footnoteBackLabel: (reference, repeat) =>
      `${labels.backToText} (${reference + 1}${repeat > 1 ? `-${repeat}` : ''})`,
    // U+FE0E makes the arrow a letter instead of an emoji.
    footnoteBackContent: () => [{ type: 'text', value: '↩\ufe0e' }],
    handlers: {
      ...componentHandlers(draft),
      // Converting a footnote reference counts it, so nothing may be converted twice.
      blockquote: (state, node: Blockquote) =>
        node.data?.callout === undefined
          ? defaultHandlers.blockquote(state, node)
          : drawCallout(node.data.callout, state.wrap(state.all(node), true), draft.language),
      heading: (state, node: Heading) => {
        const heading = defaultHandlers.heading(state, node);
        const id = ids.get(node);
        if (id !== undefined) heading.properties['id'] = id;
        return heading;
      },
    },
  };
  return unified().use(remarkRehype, options).runSync(draft.tree);
}

function rewrite(tree: Root, draft: Draft, addresses: Addresses, images: Images): Root {
  const names = namesOfTables(tree, draft);
  visit(tree, 'element', (node, index, parent) => {
    if (draft.language.direction === 'rtl' && isLeftToRight(node)) node.properties['dir'] = 'ltr';
    if (node.tagName === 'a') rewriteLink(node, draft, addresses);
    else if (isOwn(node)) rewriteUrl(node, (url) => addressOf(url, draft, addresses));
    else if (node.tagName === 'li') {
      if (hasClass(node, 'task-list-item')) labelTask(node);
      else isolateForeign(node, draft.language.direction);
    } else if (node.tagName === 'p' && parent && index !== undefined) {
      const [image] = node.children;
      if (node.children.length === 1 && image?.type === 'element' && image.tagName === 'img') {
        parent.children[index] = figureOf(image, imageFor(image, draft, images));
        return index + 1;
      }
      isolateForeign(node, draft.language.direction);
    } else if (node.tagName === 'img' && parent && index !== undefined) {
      parent.children[index] = pictureOf(node, imageFor(node, draft, images));
      return index + 1;
    } else if (node.tagName === 'th' || node.tagName === 'td') rewriteCell(node, draft.language.direction);
    // Long lines scroll, also with the keyboard.
    else if (node.tagName === 'pre') node.properties['tabIndex'] = 0;
    else if (node.tagName === 'table' && parent && index !== undefined) {
      parent.children[index] = scrollable(node, names.get(node) ?? draft.language.labels.table);
      return index + 1;
    }
    return undefined;
  });
  return tree;
}

/** The accessible name of each table: the caption of its figure, or its number. */
function namesOfTables(tree: Root, { language }: Draft): ReadonlyMap<Element, string> {
  const names = new Map<Element, string>();
  const unnamed: Element[] = [];
  visit(tree, 'element', (node) => {
    if (node.tagName === 'figure' && hasClass(node, 'chart')) {
      const caption = node.children.find(
        (child) => child.type === 'element' && child.tagName === 'figcaption',
      );
      if (!caption) return;
      visit(node, { tagName: 'table' }, (table: Element) => {
        names.set(table, toText(caption));
      });
    } else if (node.tagName === 'table' && !names.has(node)) unnamed.push(node);
  });
  for (const [at, table] of unnamed.entries()) {
    const number = (at + 1).toLocaleString(language.locale ?? language.code);
    names.set(table, `${language.labels.table} ${number}`);
  }
  return names;
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/** Labels a task's checkbox with the text after it; blocks cannot be inside a label. */
function labelTask(item: Element): void {
  const holder = [item, ...item.children].find(
    (node): node is Element =>
      node.type === 'element' &&
      node.children.some((child) => child.type === 'element' && child.tagName === 'input'),
  );
  if (!holder) return;
  const end = holder.children.findIndex((child) => child.type === 'element' && isBlock(child));
  const line = end < 0 ? holder.children : holder.children.slice(0, end);
  const label: Element = { type: 'element', tagName: 'label', properties: {}, children: line };
  holder.children = [label, ...holder.children.slice(line.length)];
}

function rewriteLink(node: Element, draft: Draft, addresses: Addresses): void {
  // GitHub describes each reference with the heading of the notes, which screen readers would repeat every time.
  delete node.properties['ariaDescribedBy'];
  node.properties['href'] = addressOf(addressIn(node, 'href'), draft, addresses);
}

/** The address of a link as written in pages. */
function addressOf(url: string, draft: Draft, addresses: Addresses): string {
  // mdast-util-to-hast encodes the brackets of a numeric host, which are part of it.
  const link = readLink(url.replace(/^(https?:\/\/)%5B([\da-f:.]+)%5D/i, '$1[$2]'), draft);
  switch (link.kind) {
    case 'brief':
      return addresses.brief(link.slug) + (link.fragment ? `#${link.fragment}` : '');
    case 'site':
      return addresses.base + link.path.slice(1);
    case 'web':
      return link.address;
    default:
      return url;
  }
}

/** Undefined for an image that a draft is still waiting for. */
function imageFor(image: Element, draft: Draft, images: Images): PreparedImage | undefined {
  const source = readImageSource(addressIn(image, 'src'), draft.file);
  return source.kind === 'file' ? images.get(source.path) : undefined;
}

function figureOf(image: Element, prepared: PreparedImage | undefined): Element {
  return prepared ? figureElement(image, prepared) : h('p', {}, missing(image));
}

function pictureOf(image: Element, prepared: PreparedImage | undefined): Element | Text {
  return prepared ? responsiveImage(image, prepared) : missing(image);
}

/** Shown where an image is missing; marked like all that a draft waits for. */
function missing(image: Element): Text {
  const { alt } = image.properties;
  const words = typeof alt === 'string' && alt !== '' ? ` · ${alt}` : '';
  return { type: 'text', value: `[✎ ${addressIn(image, 'src')}${words}]` };
}

function addressIn(node: Element, name: 'href' | 'src'): string {
  const address = node.properties[name];
  return typeof address === 'string' ? address : '';
}

/** HTML has no `align`, and the content security policy forbids inline styles, so a class is used. */
function rewriteCell(node: Element, direction: 'ltr' | 'rtl'): void {
  const { align } = node.properties;
  delete node.properties['align'];
  if (align === 'right' || align === 'center')
    node.properties['className'] = [align === 'right' ? 'end' : 'center'];
  isolateForeign(node, direction);
}

/** Code and bare addresses are left-to-right; otherwise punctuation at their ends would move to the other side. */
function isLeftToRight(node: Element): boolean {
  const { tagName } = node;
  if (tagName === 'code' || tagName === 'pre') return true;
  return tagName === 'a' && /^(?:https?:\/\/|www\.|mailto:|[\w.+-]+@)[^\s]*$/i.test(toText(node));
}

/** Isolates the direction of a cell, item or paragraph that contains only a value; a list after it stays outside. */
function isolateForeign(node: Element, direction: 'ltr' | 'rtl'): void {
  const from = node.children.findIndex((child) => child.type !== 'text' || child.value.trim() !== '');
  const block = node.children.findIndex((child, at) => at >= from && endsValue(child)); // prettier-ignore
  const to = block < 0 ? node.children.length : block;
  if (from < 0 || from >= to) return;
  const children = node.children.slice(from, to);
  if (!isForeign(toText({ type: 'root', children }), direction)) return;
  node.children.splice(from, to - from, { type: 'element', tagName: 'bdi', properties: {}, children });
}

/** A block, or the back link of a footnote. */
function endsValue(node: ElementContent): boolean {
  return node.type === 'element' && (isBlock(node) || node.properties['dataFootnoteBackref'] !== undefined);
}

/**
 * Whether a value has no letters in the direction of the text, as `C++` or `-5%` in Arabic; without isolation it would be
 * reordered.
 */
function isForeign(text: string, direction: 'ltr' | 'rtl'): boolean {
  const [has, lacks] = direction === 'rtl' ? [/[^\s\p{N}]/u, rightToLeft] : [rightToLeft, leftToRight];
  return has.test(text) && !lacks.test(text);
}

const leftToRight = /[\p{L}--[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]]/v;

/**
 * Makes a wide table scrollable, also with the keyboard. A region would be a landmark, which pages should use sparingly.
 */
function scrollable(table: Element, label: string): Element {
  const properties = { className: ['table'], role: 'group', ariaLabel: label, tabIndex: 0 };
  return { type: 'element', tagName: 'div', properties, children: [table] };
}

function sanitized(tree: Root): Root {
  return sanitize(tree, sanitizeSchema) as Root;
}

/** The blocks of each section, and the footnotes after the last one. */
function divide(tree: Root): { parts: RootContent[][]; notes: RootContent[] } {
  const parts: RootContent[][] = [];
  const { blocks, notes } = withoutNotes(tree);
  for (const node of blocks) {
    if (node.type === 'element' && node.tagName === 'h2') parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return { parts, notes };
}

function withoutNotes({ children }: Root): { blocks: RootContent[]; notes: RootContent[] } {
  const blocks: RootContent[] = [];
  const notes: RootContent[] = [];
  for (const node of children) {
    if (node.type === 'element' && node.tagName === 'section') {
      notes.push(...node.children.filter((child) => child.type === 'element' && child.tagName === 'ol'));
    } else blocks.push(node);
  }
  return { blocks, notes };
}

function htmlOf(nodes: readonly RootContent[], addresses: Addresses, slug: string): Html {
  const portable = nodes.flatMap((node) => toPortable(node, addresses, slug));
  return {
    page: pageHtmlOf(nodes),
    portable: pageHtmlOf(portable),
  };
}

function pageHtmlOf(nodes: readonly RootContent[]): string {
  return toHtml({ type: 'root', children: [...nodes] }).trim();
}

/** A copy for readers without our styles and address. */
function toPortable<Node extends RootContent>(
  node: Node,
  addresses: Addresses,
  slug: string,
): (Node | ElementContent)[] {
  if (node.type !== 'element') return [node];
  if (isForPagesAlone(node)) return [];
  if (isOwn(node)) return standIn(node).flatMap((child) => toPortable(child, addresses, slug));
  const children = node.children.flatMap((child) => toPortable(child, addresses, slug));
  if (isCallout(node)) return [{ ...node, tagName: 'blockquote', properties: {}, children }];
  if (wrappers.includes(node.tagName)) return children;
  const { className, tabIndex, loading, decoding, ...own } = node.properties;
  if (node.tagName === 'input') return [taskMarker(own)];
  if (node.tagName === 'img') {
    const width = widthInMail(Number(own['width']));
    delete own['width'];
    delete own['height'];
    if (width !== undefined) own['width'] = width;
  }
  const properties = isFootnoteLink(node) ? quietLink(own) : own;
  // Only footnote ids are unique when many briefs share a page.
  if (/^h[3-6]$/.test(node.tagName)) delete properties['id'];
  // Many feed readers resolve fragments against the feed's page.
  const href = addressIn(node, 'href');
  if (href.startsWith('#')) properties['href'] = addresses.brief(slug) + href;
  for (const name of ['href', 'src'] as const) {
    const address = properties[name];
    if (typeof address === 'string' && address.startsWith('/')) {
      properties[name] = addresses.absolute(address);
    }
  }
  return [{ ...node, properties, children }];
}

/** The W3C feed validator warns about ARIA attributes. */
function quietLink({ ariaLabel, ...rest }: Properties): Properties {
  return { ...rest, ...(ariaLabel !== undefined && { title: ariaLabel }) };
}

/** Feed readers drop `<input>`, which shows whether a task is done. */
function taskMarker({ checked }: Properties): Text {
  return { type: 'text', value: checked === true ? '☑' : '☐' };
}

function textOf(nodes: readonly RootContent[]): string {
  const tree: Root = { type: 'root', children: nodes.flatMap(toSpoken) };
  const lines = withoutGaps(toText(tree satisfies Nodes)).split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Drops nodes that are not text; a <br> still leaves a line end. */
function toSpoken<Node extends RootContent>(node: Node): (Node | ElementContent)[] {
  if (node.type !== 'element') return [node];
  if (node.tagName === 'br' || isFootnoteReference(node) || isForPagesAlone(node)) return [];
  if (node.tagName === 'del' || node.tagName === 'picture') return [{ type: 'text', value: gap }];
  if (isOwn(node)) return standIn(node).flatMap(toSpoken);
  const children = node.children.flatMap(toSpoken);
  return [{ ...node, children: isCallout(node) ? spokenCallout(children) : children }];
}

function isFootnoteLink({ properties }: Element): boolean {
  return 'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties;
}

/** Elements that only our styles need. */
const wrappers = ['div', 'span', 'details', 'label', 'picture'];

/**
 * In feeds, a chart is its table, shown without a disclosure, and images are in the one format that all readers support.
 */
function isForPagesAlone({ tagName }: Element): boolean {
  return tagName === 'svg' || tagName === 'summary' || tagName === 'source';
}

function isFootnoteReference(node: Element): boolean {
  const [child] = node.children;
  return node.tagName === 'sup' && child?.type === 'element' && 'dataFootnoteRef' in child.properties;
}
