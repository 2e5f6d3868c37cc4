import type { Element, Nodes, Root as HtmlRoot } from 'hast';
import { toText } from 'hast-util-to-text';
import type { Root, RootContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import { dropBoilerplate, isArticle, linesOf } from './html-boilerplate.ts';
import { baseOf, readHead } from './html-head.ts';
import { preserveListNumbers } from './html-lists.ts';
import { noteHandlers, extractNotes } from './html-notes.ts';
import { findElement, findSectionHeadings, holdersOf } from './html-parts.ts';
import { shapeForMarkdown } from './html-shape.ts';
import { sayStyles } from './html-style.ts';
import type { Names } from '../../src/languages/recognise-headings.ts';
import { sourceOf, type Dropped, type DocumentSource } from './document-source.ts';

/** Reads a page: its text as Markdown, its head, and everything that is not its text. */
export function readHtml(html: string, names: Names): DocumentSource {
  const page = documents.parse(html);
  const headings = findSectionHeadings(page, names);
  const { dropped: fromHead, ...head } = readHead(page, headings);
  const base = baseOf(page);
  sayStyles(page);
  // Before boilerplate is removed, since some pages have their notes in a side note or footer.
  const { notes, comments } = extractNotes(page);
  const title = titleHeadingOf(page, headings);
  const boilerplate = dropBoilerplate(page, headings);
  const { content, around } = findContent(page, headings);
  content.children.push(...notes);
  const inNotes = dropBoilerplate({ type: 'root', children: notes }, headings, true);
  shapeForMarkdown(content, base);
  const counted = preserveListNumbers(content);
  return {
    ...sourceOf(toMarkdown(content, false)),
    head: { ...head, title: title ?? head.title },
    dropped: [...fromHead, ...boilerplate, ...around, ...inNotes, ...counted],
    asides: comments,
    isPage: true,
  };
}

/** Reads an HTML fragment inside another document. */
export function readFragment(html: string, names: Names): { nodes: RootContent[]; dropped: Dropped[] } {
  const tree = fragments.parse(html);
  sayStyles(tree);
  const dropped = dropBoilerplate(tree, findSectionHeadings(tree, names), true);
  shapeForMarkdown(tree, undefined);
  const counted = preserveListNumbers(tree);
  return { nodes: toMarkdown(tree, true).children, dropped: [...dropped, ...counted] };
}

const documents = unified().use(rehypeParse).freeze();
const fragments = unified().use(rehypeParse, { fragment: true }).freeze();
const lines = unified().use(rehypeRemark, { newlines: true, handlers: noteHandlers }).freeze();
const paragraphs = unified().use(rehypeRemark, { handlers: noteHandlers }).freeze();

function toMarkdown(tree: HtmlRoot, newlines: boolean): Root {
  return (newlines ? lines : paragraphs).runSync(tree);
}

/** The title above the sections: the first `h1` that is not a section name. */
function titleHeadingOf(page: HtmlRoot, headings: ReadonlySet<Nodes>): string | undefined {
  const holders = holdersOf(page, headings);
  const heading = findElement(page, (element) => element.tagName === 'h1' && !holders.has(element));
  return heading && (toText(heading).replace(/\s+/g, ' ').trim() || undefined);
}

/**
 * The element with the text: of all article elements that contain every section heading, the innermost with a title,
 * or else the innermost.
 */
function findContent(page: HtmlRoot, headings: ReadonlySet<Nodes>): { content: HtmlRoot; around: Dropped[] } {
  const articles: { element: Element; count: number; hasTitle: boolean }[] = [];
  const look = (node: Nodes): { count: number; hasTitle: boolean } => {
    const inside = 'children' in node ? node.children.map(look) : [];
    const count = inside.reduce((sum, each) => sum + each.count, headings.has(node) ? 1 : 0);
    const isTitle = node.type === 'element' && node.tagName === 'h1';
    const hasTitle = isTitle || inside.some((each) => each.hasTitle);
    if (node.type === 'element' && isArticle(node)) articles.push({ element: node, count, hasTitle });
    return { count, hasTitle };
  };
  const { count } = look(page);
  // Inner elements come first. Without section headings, articles cannot be told apart.
  const whole = articles.filter((each) => each.count === count);
  const certain = count > 0 || articles.length === 1 ? whole : [];
  const { element } = certain.find(({ hasTitle }) => hasTitle) ?? certain[0] ?? {};
  if (!element) return { content: page, around: [] };
  const around = textAround(page, element);
  return {
    content: { type: 'root', children: [element] },
    around: around === '' ? [] : [{ what: 'page around the article', text: around }],
  };
}

function textAround(page: HtmlRoot, element: Element): string {
  const { children } = element;
  element.children = [];
  const text = linesOf(findElement(page, ({ tagName }) => tagName === 'body') ?? page);
  element.children = children;
  return text;
}
