import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Range } from '../diagnostics/diagnostic.ts';
import { imageIdentifiers } from './images.ts';
import { rangeOf } from './parse.ts';

/** A link that a brief makes, as the writer spelled its address. */
export interface LinkUse {
  readonly url: string;
  readonly range: Range;
}

/** Every link of a text: those of Markdown, and the attribute `url` of every component. */
export function linksOf(tree: Root): LinkUse[] {
  const uses: LinkUse[] = [];
  const pictures = imageIdentifiers(tree);
  visit(tree, ['link', 'definition', 'mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
    if (node.type === 'link' || (node.type === 'definition' && !pictures.has(node.identifier))) {
      uses.push({ url: node.url, range: rangeOf(node) });
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      for (const attribute of node.attributes) {
        if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== 'url') continue;
        if (typeof attribute.value === 'string')
          uses.push({ url: attribute.value, range: rangeOf(attribute) });
      }
    }
  });
  return uses;
}
