import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { imageRead, type Dropped } from './document-source.ts';

/**
 * Reads images that Markdown does not recognise: with a space in the address, or in Obsidian's double brackets.
 * Otherwise they would appear as text.
 */
export function readImages(tree: Root, dropped: Dropped[]): void {
  visit(tree, 'text', (node, at, parent) => {
    if (parent === undefined || at === undefined || !node.value.includes('![')) return undefined;
    const read: Nodes[] = [];
    let from = 0;
    for (const match of node.value.matchAll(image)) {
      const [written, alt = '', address, name = '', size = ''] = match;
      if (match.index > from) read.push({ type: 'text', value: node.value.slice(from, match.index) });
      const described = address === undefined && !/^\d+(?:x\d+)?$/.test(size) ? size : alt;
      read.push({ type: 'image', url: (address ?? name).trim(), alt: described });
      dropped.push({ what: imageRead, text: written });
      from = match.index + written.length;
    }
    if (read.length === 0) return undefined;
    if (from < node.value.length) read.push({ type: 'text', value: node.value.slice(from) });
    (parent.children as Nodes[]).splice(at, 1, ...read);
    return at + read.length;
  });
}

/** `![x](./pictures/Pasted image 1.png)` and `![[Pasted image 1.png|200]]`. */
const image =
  /!\[([^[\]\n]{0,300})\]\(((?:[^()<>\n]|\([^()<>\n]{0,50}\)){1,300}\.(?:png|jpe?g|gif|webp|avif|svg|heic|tiff?))\)|!\[\[([^[\]|\n]{1,300}\.(?:png|jpe?g|gif|webp|avif|svg|heic|tiff?))(?:\|([^[\]\n]{0,300}))?\]\]/gi;
