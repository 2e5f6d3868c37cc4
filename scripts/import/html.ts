import type { Element, Nodes, Root as HtmlRoot } from 'hast';
import { toText } from 'hast-util-to-text';
import type { Root, RootContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import { dropFurniture, isArticle, linesOf } from './html-furniture.ts';
import { baseOf, readHead } from './html-head.ts';
import { keepListNumbers } from './html-lists.ts';
import { noteHandlers, takeNotes } from './html-notes.ts';
import { findElement, findSectionHeadings, holdersOf } from './html-parts.ts';
import { shapeForMarkdown } from './html-shape.ts';
import { sayStyles } from './html-style.ts';
import type { Names } from '../../src/languages/recognise-headings.ts';
import { sourceOf, type Dropped, type Source } from './source.ts';

/** Reads a page: its text as Markdown, what its head says, and every word that is the page's and not the text's. */
export function readHtml(html: string, names: Names): Source {
  const page = documents.parse(html);
  const headings = findSectionHeadings(page, names);
  const { dropped: fromHead, ...head } = readHead(page, headings);
  const base = baseOf(page);
  sayStyles(page);
  // Before anything is left out: some pages have their notes in a side note or a footer.
  const { notes, comments } = takeNotes(page);
  const title = titleHeadingOf(page, headings);
  const furniture = dropFurniture(page, headings);
  const { content, around } = findContent(page, headings);
  content.children.push(...notes);
  const inNotes = dropFurniture({ type: 'root', children: notes }, headings, true);
  shapeForMarkdown(content, base);
  const counted = keepListNumbers(content);
  return {
    ...sourceOf(toMarkdown(content, false)),
    head: { ...head, title: title ?? head.title },
    dropped: [...fromHead, ...furniture, ...around, ...inNotes, ...counted],
    asides: comments,
    isPage: true,
  };
}

/** Reads a piece of HTML inside another document. */
export function readFragment(html: string, names: Names): { nodes: RootContent[]; dropped: Dropped[] } {
  const tree = fragments.parse(html);
  sayStyles(tree);
  const dropped = dropFurniture(tree, findSectionHeadings(tree, names), true);
  shapeForMarkdown(tree, undefined);
  const counted = keepListNumbers(tree);
  return { nodes: toMarkdown(tree, true).children, dropped: [...dropped, ...counted] };
}

const documents = unified().use(rehypeParse).freeze();
const fragments = unified().use(rehypeParse, { fragment: true }).freeze();
const lines = unified().use(rehypeRemark, { newlines: true, handlers: noteHandlers }).freeze();
const paragraphs = unified().use(rehypeRemark, { handlers: noteHandlers }).freeze();

function toMarkdown(tree: HtmlRoot, newlines: boolean): Root {
  return (newlines ? lines : paragraphs).runSync(tree);
}

/** The heading above the sections: the first of level 1 that names none of them. */
function titleHeadingOf(page: HtmlRoot, headings: ReadonlySet<Nodes>): string | undefined {
  const holders = holdersOf(page, headings);
  const heading = findElement(page, (element) => element.tagName === 'h1' && !holders.has(element));
  return heading && (toText(heading).replace(/\s+/g, ' ').trim() || undefined);
}

/**
 * The element that holds the text: of those that call themselves so and hold every heading of a section, the
 * innermost with a title, else the innermost.
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
  // Inner ones come first. Without any heading nothing tells one article from another.
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
