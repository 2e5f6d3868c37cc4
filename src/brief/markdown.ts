import type { Addresses } from './addresses.ts';
import type { Draft } from './draft.ts';
import { readImageSource, readLink } from './links.ts';
import { nodesOf } from './nodes.ts';
import { rangeOf } from './parse.ts';
import type { PreparedPicture } from './picture.ts';

/**
 * The text of a checked draft as its writer wrote it, without the front matter; links to briefs and pictures have
 * absolute addresses, since the text may be read anywhere.
 */
export function markdownOf(
  draft: Draft,
  addresses: Addresses,
  pictures: ReadonlyMap<string, PreparedPicture>,
): string {
  const start = draft.frontMatter?.range.end ?? 0;
  let markdown = '';
  let from = start;
  const nodes = nodesOf(draft.tree, 'link', 'definition', 'image').sort(
    (a, b) => rangeOf(a).start - rangeOf(b).start,
  );
  for (const node of nodes) {
    const address = absoluteOf(node.url, draft, addresses, pictures);
    const { start: begin, end } = rangeOf(node);
    // A link's text may show its address, too; what is written otherwise than it is meant stays as it is.
    const at = draft.source.slice(begin, end).lastIndexOf(node.url);
    if (address === undefined || at < 0 || begin + at < from) continue;
    markdown += draft.source.slice(from, begin + at) + address;
    from = begin + at + node.url.length;
  }
  return `${(markdown + draft.source.slice(from)).replace(/\r\n?/g, '\n').trim()}\n`;
}

function absoluteOf(
  url: string,
  draft: Draft,
  addresses: Addresses,
  pictures: ReadonlyMap<string, PreparedPicture>,
): string | undefined {
  const link = readLink(url, draft);
  if (link.kind === 'brief') {
    return addresses.absolute(addresses.brief(link.slug) + (link.fragment ? `#${link.fragment}` : ''));
  }
  const source = readImageSource(url, draft.file);
  const picture = source.kind === 'file' ? pictures.get(source.path) : undefined;
  return picture && addresses.absolute(picture.src);
}
