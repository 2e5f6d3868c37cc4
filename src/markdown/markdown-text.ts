import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

/** Blocks as CommonMark with GFM; text that looks like markup is escaped. */
export function formatBlocks(nodes: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...nodes] };
  return processor.stringify(root).trim();
}

const processor = unified()
  .use(remarkGfm)
  // A link in angle brackets could be read as a tag or ignored: `<a_b@c.d_e>`.
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    resourceLink: true,
  })
  .freeze();

/** Percent-encodes an address as browsers do, so that it cannot end a link and needs no escapes. */
export function encodeAddress(url: string): string {
  return url.replace(/[\s<>"\\]/g, encodeURIComponent);
}
