import type { Root, RootContent } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

/**
 * Writes Markdown in the style of the shipped briefs: `-` for lists, `*` for emphasis. Text that looks like markup is
 * escaped, by the rules of a brief: emphasis beside Chinese and Japanese characters needs no escape.
 */
export function stringifyMarkdown(nodes: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...nodes] };
  // The first line of a callout is text for the parser, and would be escaped.
  return processor
    .stringify(root)
    .trim()
    .replace(/^([> ]*> ?)\\(\[!(?:note|tip|important|warning|caution)\])(?=[ \t]*$)/gim, '$1$2')
    .replace(escapedMarkup, (found) => found.replace(/\\([[\]^])/g, '$1'));
}

/** Wiki links, notes and contents of other programs. Escaped, they would look meant, and `check` would not warn of them. */
const escapedMarkup =
  /\\\[\\\[(?=[^\][\n]*\p{L})[^\][\n]{1,200}\]\\?\]|\\\[(?:\^[\p{L}\p{N}_-]{1,40}|toc)\\?\]|\\?\^\\\[[^\][\n]{1,500}\]/giu;

const processor = unified()
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', listItemIndent: 'one' })
  .freeze();
