import { toHtml } from 'hast-util-to-html';
import type { Html, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { importedComment, isComment, isImportedComment, question } from './comment.ts';
import { readFrontMatter, type Format } from './front-matter.ts';
import { readEscapes } from './escapes.ts';
import { fencedLines } from './fenced-lines.ts';
import { readFragment } from './html.ts';
import { someNode } from './lines.ts';
import { readImages } from './markdown-images.ts';
import { readTags } from './raw-tags.ts';
import { formulasIn, plainFormula } from '../../src/markdown/formulas.ts';
import { unintendedEmphasis } from '../../src/markdown/unintended-emphasis.ts';
import type { Names } from '../../src/languages/recognise-headings.ts';
import { formulaRead, sourceOf, type Dropped, type DocumentSource } from './document-source.ts';
import { dropOrComment } from './drop-or-comment.ts';
import { preserveNumbers, preserveSymbols } from './written-numbers.ts';

/** Reads Markdown with or without front matter and converts the HTML in it. `known` are the fields of a brief. */
export function readMarkdown(text: string, names: Names, known: readonly string[]): DocumentSource {
  const dropped: Dropped[] = [];
  const start = text.replace(/^\s*\n(?=---|\+\+\+|\{)/, '');
  const { source, tree } = parsed(readFormulas(readEscapes(start, dropped), dropped));
  const front = frontMatterOf(tree.children[0]);
  if (front) tree.children.shift();
  const read = front && readFrontMatter(front.text, known, front.format);
  askAboutConflictLines(tree, source);
  preserveSymbols(tree, source);
  preserveNumbers(tree, source);
  readTags(tree);
  replaceHtml(tree, names, dropped);
  pairScripts(tree);
  readTildes(tree);
  readImages(tree, dropped);
  return {
    ...sourceOf(tree),
    fields: read?.fields ?? {},
    slug: read?.slug,
    asides: read?.asides ?? [],
    dropped: [...(read?.dropped ?? []), ...dropped],
  };
}

/** Writes formulas in plain characters or as code, since Markdown would take their brackets for escaped ones. */
function readFormulas(text: string, dropped: Dropped[]): string {
  const lines = text.split('\n');
  const isFenced = fencedLines(lines);
  return lines
    .map((line, at) => {
      if (isFenced[at] === true || line.includes('`')) return line;
      return formulasIn(line).reduceRight((written, { text: found, inside, index }) => {
        dropped.unshift({ what: formulaRead, text: found });
        const read = plainFormula(inside) ?? `\`${inside}\``;
        return written.slice(0, index) + read + written.slice(index + found.length);
      }, line);
    })
    .join('\n');
}

/** Parses a text; asterisks between letters or digits stay text in every language: "Leser*innen". */
function parsed(text: string): { source: string; tree: Root } {
  let source = text;
  for (let round = 0; ; round += 1) {
    const tree = processor.parse(source);
    const found = ['de', 'fr'].flatMap((language) => unintendedEmphasis(tree, source, language));
    if (found.length === 0 || round === maxRounds) return { source, tree };
    const signs = new Set(
      found
        .flatMap(({ opening, closing }) => [opening, closing])
        .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
    );
    source = source.replace(/\*/g, (sign, at: number) => (signs.has(at) ? `\\${sign}` : sign));
  }
}

/** After some asterisks are escaped, Markdown may pair others. */
const maxRounds = 5;

/**
 * Asks about a line of seven equals signs, which Markdown reads as a heading: it may remain from a Git conflict, with
 * both versions left in the text.
 */
function askAboutConflictLines(tree: Root, source: string): void {
  visit(tree, (node, at, parent) => {
    if (parent === undefined || at === undefined || (node.type !== 'paragraph' && node.type !== 'heading'))
      return;
    const written = source.slice(node.position?.start.offset, node.position?.end.offset);
    const isAlone = node.type === 'paragraph' && written === '=======';
    const isSentence = node.type === 'heading' && /(?:[.!?:;,。！？]|\n[^]+)\n=======$/.test(written);
    if (!isAlone && !isSentence) return;
    const asked: Html = { type: 'html', value: question(conflictQuestion) };
    const text: Nodes[] = isAlone ? [] : [{ type: 'paragraph', children: node.children }];
    (parent.children as Nodes[]).splice(at, 1, ...text, asked);
    return at + text.length + 1;
  });
}

const conflictQuestion =
  'does the text around this place appear twice, in two versions? The document had a line "=======" here, as Git writes it in a conflict. Keep one version, then delete this comment';

/** Front matter fences of Jekyll, Astro, Hugo, Zola and Eleventy. */
const processor = unified()
  .use(remarkParse)
  // One tilde means "about", or in pandoc's Markdown subscript.
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .use(remarkFrontmatter, [
    'yaml',
    'toml',
    { type: 'json', fence: { open: '{', close: '}' } },
    ...(['yaml', 'toml', 'json'] as const).map((type) => ({
      type,
      fence: { open: `---${type}`, close: '---' },
    })),
    { type: 'json', fence: { open: ';;;', close: ';;;' } },
  ])
  .freeze();

const toHast = unified().use(remarkRehype, { allowDangerousHtml: true }).freeze();

/** remark-frontmatter has a node type for each format, but mdast only types YAML's. */
function frontMatterOf(node: RootContent | undefined): { text: string; format: Format } | undefined {
  const { type, value } = (node ?? {}) as { type?: string; value?: string };
  if (value === undefined || (type !== 'yaml' && type !== 'toml' && type !== 'json')) return undefined;
  const isBraced = type === 'json' && !value.trimStart().startsWith('{');
  return { text: isBraced ? `{${value}}` : value, format: type };
}

/** Converts HTML blocks and paragraphs that contain HTML to Markdown. */
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
    const sorted = dropOrComment(fragment.dropped, {}, true);
    dropped.push(...sorted.dropped);
    const comments = sorted.asides.map(({ text }): Html => ({ type: 'html', value: importedComment(text) }));
    (parent as { children: Nodes[] }).children.splice(at, 1, ...fragment.nodes, ...comments);
    return at + fragment.nodes.length + comments.length;
  });
}

/** Pairs `<sup>` and `<sub>` tags where the rest of the paragraph, heading or row stays Markdown. */
function pairScripts(tree: Root): void {
  visit(tree, (node) => {
    if (!('children' in node) || !node.children.some(({ type }) => type === 'html')) return;
    const children: Nodes[] = [];
    for (const child of node.children) {
      const end =
        child.type === 'html' ? /^<\/(su[bp])\s*>$/i.exec(child.value)?.[1]?.toLowerCase() : undefined;
      const at = children.findLastIndex((each) => each.type === 'html' && tagOf(each) === end);
      if (end === undefined || at < 0) children.push(child);
      else {
        const mark = end === 'sup' ? 'sup' : 'sub';
        children.splice(at, Infinity, {
          type: 'textDirective',
          name: mark,
          children: children.slice(at + 1) as PhrasingContent[],
        });
      }
    }
    node.children = children as never;
  });
}

/** `H~2~O` and `m^2^`, as in pandoc. */
function readTildes(tree: Root): void {
  visit(tree, 'text', (node, at, parent) => {
    if (parent === undefined || at === undefined) return undefined;
    const read: Nodes[] = [];
    let from = 0;
    for (const match of node.value.matchAll(
      /(?<=\p{L})~(\d{1,3})~|(?<=[\p{L}\d)])\^([−+-]?[\p{L}\d]{1,6})\^/gu,
    )) {
      const [written, lowered, raised = ''] = match;
      read.push({ type: 'text', value: node.value.slice(from, match.index) });
      read.push({
        type: 'textDirective',
        name: lowered === undefined ? 'sup' : 'sub',
        children: [{ type: 'text', value: lowered ?? raised }],
      });
      from = match.index + written.length;
    }
    if (read.length === 0) return undefined;
    read.push({ type: 'text', value: node.value.slice(from) });
    (parent.children as Nodes[]).splice(at, 1, ...read);
    return at + read.length;
  });
}

function tagOf({ value }: Html): string | undefined {
  return /^<(su[bp])\b[^>]*>$/i.exec(value)?.[1]?.toLowerCase();
}

function isFlow({ type }: Nodes): boolean {
  return ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(type);
}

/** The HTML of a paragraph with tags other than breaks, unless it contains something that only Markdown can express. */
function htmlOf(paragraph: Paragraph): string | undefined {
  const hasReferences = someNode(paragraph, ({ type }) => type.endsWith('Reference'));
  if (hasReferences || !someNode(paragraph, isTag)) return undefined;
  return toHtml(toHast.runSync({ type: 'root', children: [paragraph] }), { allowDangerousHtml: true });
}

function isTag(node: Nodes): boolean {
  return node.type === 'html' && !/^<(?:br\s*\/?>|!--)/i.test(node.value);
}
