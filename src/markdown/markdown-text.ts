import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

/** Blocks as CommonMark with GFM, in which text is text alone: whatever looks like markup is escaped. */
export function formatBlocks(nodes: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...nodes] };
  return processor.stringify(root).trim();
}

const processor = unified()
  .use(remarkGfm)
  // A link in angle brackets would be a tag or nothing to some renderers: `<a_b@c.d_e>`.
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    resourceLink: true,
  })
  .freeze();

/** An address as browsers read it, so that no sign in it can end a link or needs an escape. */
export function encodeAddress(url: string): string {
  return url.replace(/[\s<>"\\]/g, encodeURIComponent);
}
