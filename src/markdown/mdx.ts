import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkMdx, { type Options } from 'remark-mdx';
import { visit } from 'unist-util-visit';
import { isBlank } from './components/content.ts';

/**
 * Replaces the JavaScript parser that remark-mdx requires. It finds closing braces without parsing their content, so code
 * in a brief is found and reported, but never parsed.
 */
const noParser = {
  parse: (code: string) => ({ type: 'Program', body: [], start: 0, end: code.length }),
  parseExpressionAt: (code: string) => {
    if (!isClosed(code)) throw Object.assign(new Error('a brace is open'), { pos: code.length, raisedAt: 0 });
    return { type: 'ObjectExpression', properties: [], start: 0, end: code.length };
  },
} as unknown as NonNullable<Options['acorn']>;

export const mdxSyntax: readonly [typeof remarkMdx, Options] = [remarkMdx, { acorn: noParser }];

function isClosed(code: string): boolean {
  let open = 0;
  for (const sign of code) open += sign === '{' ? 1 : sign === '}' ? -1 : 0;
  return open <= 0;
}

/** Lifts components out of paragraphs that contain only tags: `<Quote who="…">Words</Quote>`. */
export function liftComponents(tree: Root): Root {
  visit(tree, 'paragraph', (node, index, parent) => {
    if (!parent || index === undefined || !isOnlyTags(node.children)) return undefined;
    parent.children.splice(index, 1, ...lifted(node.children));
    return index;
  });
  return tree;
}

function isOnlyTags(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some(isTag) && nodes.every((node) => isTag(node) || isBlank(node));
}

function isTag(node: RootContent): node is MdxJsxTextElement {
  return node.type === 'mdxJsxTextElement';
}

function lifted(nodes: readonly PhrasingContent[]): MdxJsxFlowElement[] {
  return nodes.filter(isTag).map((node): MdxJsxFlowElement => {
    const { children } = node;
    const content = isOnlyTags(children) ? lifted(children) : children.length > 0 ? [around(children)] : [];
    return { ...node, type: 'mdxJsxFlowElement', children: content };
  });
}

function around(children: PhrasingContent[]): Paragraph {
  const [first, last] = [children[0]?.position, children.at(-1)?.position];
  return {
    type: 'paragraph',
    children,
    ...(first && last && { position: { start: first.start, end: last.end } }),
  };
}
