import { toHtml } from 'hast-util-to-html';
import type { Html, Nodes, Paragraph, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { importedComment, isComment, isImportedComment } from './comment.ts';
import { readFrontMatter } from './front-matter.ts';
import { readFragment } from './html.ts';
import { someNode } from './lines.ts';
import { readTags } from './raw-tags.ts';
import type { Names } from './recognise.ts';
import { sourceOf, type Aside, type Dropped, type Source } from './source.ts';
import { tellOrKeep } from './tell-or-keep.ts';

/** Reads Markdown with or without front matter; the HTML in it becomes Markdown. `known` are the fields of a brief. */
export function readMarkdown(text: string, names: Names, known: readonly string[]): Source {
  const tree = processor.parse(text.replace(/^\s*\n(?=---)/, ''));
  const [first] = tree.children;
  const dropped: Dropped[] = [];
  const asides: Aside[] = [];
  if (first?.type === 'yaml' || isToml(first)) tree.children.shift();
  if (isToml(first)) asides.push({ why: 'front matter that is not YAML', text: first.value });
  const read = first?.type === 'yaml' ? readFrontMatter(first.value, known) : undefined;
  readTags(tree);
  replaceHtml(tree, names, dropped);
  return {
    ...sourceOf(tree),
    fields: read?.fields ?? {},
    slug: read?.slug,
    asides: [...asides, ...(read?.asides ?? [])],
    dropped: [...(read?.dropped ?? []), ...dropped],
  };
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze();

const toHast = unified().use(remarkRehype, { allowDangerousHtml: true }).freeze();

function isToml(node: RootContent | undefined): node is RootContent & { value: string } {
  return (node?.type as string | undefined) === 'toml';
}

/** Blocks of HTML, and paragraphs with HTML in them, as the Markdown that says the same. */
function replaceHtml(tree: Root, names: Names, dropped: Dropped[]): void {
  visit(tree, (node, at, parent) => {
    if (parent === undefined || at === undefined || !isFlow(parent)) return undefined;
    const html = node.type === 'html' ? node.value : node.type === 'paragraph' ? htmlOf(node) : undefined;
    if (html === undefined) return undefined;
    if (isComment(html)) {
      (node as Html).value = isImportedComment(html) ? html : importedComment(html.slice(4, -3));
      return undefined;
    }
    const fragment = readFragment(html, names);
    const told = tellOrKeep(fragment.dropped, {}, true);
    dropped.push(...told.dropped);
    const comments = told.asides.map(({ text }): Html => ({ type: 'html', value: importedComment(text) }));
    (parent as { children: Nodes[] }).children.splice(at, 1, ...fragment.nodes, ...comments);
    return at + fragment.nodes.length + comments.length;
  });
}

function isFlow({ type }: Nodes): boolean {
  return ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(type);
}

/** The HTML of a paragraph that has tags other than breaks in it, unless something in it only Markdown can say. */
function htmlOf(paragraph: Paragraph): string | undefined {
  const hasReferences = someNode(paragraph, ({ type }) => type.endsWith('Reference'));
  if (hasReferences || !someNode(paragraph, isTag)) return undefined;
  return toHtml(toHast.runSync({ type: 'root', children: [paragraph] }), { allowDangerousHtml: true });
}

function isTag(node: Nodes): boolean {
  return node.type === 'html' && !/^<(?:br\s*\/?>|!--)/i.test(node.value);
}
