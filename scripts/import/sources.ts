import type { Link, Paragraph, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { countGraphemes } from '../../src/brief/segment.ts';
import { limits } from '../../src/brief/front-matter.ts';
import { plainText, someNode } from './lines.ts';

/** A source in the front matter. */
export interface FoundSource {
  readonly title: string;
  readonly url: string;
}

/**
 * Reads the list below the heading "Sources", one link an item. Other items are returned, since a source has only a
 * title and an address.
 */
export function readSources(nodes: readonly RootContent[]): { sources: FoundSource[]; rest: RootContent[] } {
  const sources: FoundSource[] = [];
  const rest: RootContent[] = [];
  for (const node of nodes) {
    if (node.type === 'list') {
      const left = node.children.filter((item) => {
        const source = readSource(item.children);
        if (source) sources.push(source);
        return !source;
      });
      if (left.length > 0) rest.push({ ...node, children: left });
    } else {
      const source = node.type === 'paragraph' ? readSource([node]) : undefined;
      if (source) sources.push(source);
      else rest.push(node);
    }
  }
  return { sources, rest };
}

function readSource(nodes: readonly RootContent[]): FoundSource | undefined {
  const [paragraph, ...others] = nodes;
  if (paragraph?.type !== 'paragraph' || others.length > 0 || !isPlain(paragraph)) return undefined;
  const links = linksOf(paragraph);
  const url = links[0]?.url;
  if (
    url === undefined ||
    links.length > 1 ||
    !/^https?:\/\/[^\s<>"]+$/.test(url) ||
    url.length > limits.url
  ) {
    return undefined;
  }
  const text = plainText(paragraph);
  // An address in the middle of a sentence is not a list entry.
  const [before = '', after = ''] = text.split(url);
  if (text.includes(url) && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) return undefined;
  const title = text
    .replace(url, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:–—-]+|[\s:–—(-]+$/g, '');
  const named = title === '' ? url.replace(/^https?:\/\/(?:www\.)?/, '') : title;
  return countGraphemes(named) <= limits.line ? { title: named, url } : undefined;
}

/** Only text and links; images, notes and link titles would be lost. */
function isPlain(paragraph: Paragraph): boolean {
  const kinds = ['paragraph', 'text', 'link', 'strong', 'emphasis', 'break'];
  return !someNode(
    paragraph,
    (node) => !kinds.includes(node.type) || (node.type === 'link' && Boolean(node.title)),
  );
}

function linksOf(paragraph: Paragraph): Link[] {
  const links: Link[] = [];
  visit(paragraph, 'link', (link) => {
    links.push(link);
  });
  return links;
}
