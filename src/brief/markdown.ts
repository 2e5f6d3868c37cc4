import type { Addresses } from './addresses.ts';
import type { Draft } from './draft.ts';
import { applyEdits, type Edit } from './edits.ts';
import { readImageSource, readLink } from './links.ts';
import { nodesOf } from './nodes.ts';
import { rangeOf } from './parse.ts';
import type { PreparedPicture } from './picture.ts';

/**
 * The text of a checked draft as its writer wrote it, without the front matter; links to the site and pictures have
 * absolute addresses, since the text may be read anywhere.
 */
export function markdownOf(
  draft: Draft,
  addresses: Addresses,
  pictures: ReadonlyMap<string, PreparedPicture>,
): string {
  const edits = nodesOf(draft.tree, 'link', 'definition', 'image').flatMap((node): Edit[] => {
    const text = absoluteOf(node.url, draft, addresses, pictures);
    const range = rangeOf(node);
    // A link's text may show its address, too; what is written otherwise than it is meant stays as it is.
    const at = draft.source.slice(range.start, range.end).lastIndexOf(node.url);
    if (text === undefined || at < 0) return [];
    return [{ start: range.start + at, end: range.start + at + node.url.length, text }];
  });
  const fields = { start: 0, end: draft.frontMatter?.range.end ?? 0, text: '' };
  return `${applyEdits(draft.source, [fields, ...edits])
    .replace(/\r\n?/g, '\n')
    .trim()}\n`;
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
  if (link.kind === 'site') return addresses.absolute(addresses.base + link.path.slice(1));
  const source = readImageSource(url, draft.file);
  const picture = source.kind === 'file' ? pictures.get(source.path) : undefined;
  return picture && addresses.absolute(picture.src);
}
