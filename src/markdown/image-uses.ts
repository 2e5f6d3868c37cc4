import type { Root } from 'mdast';
import type { Range } from '../diagnostics/diagnostic.ts';
import type { Draft } from './draft.ts';
import { rangeOfField } from './field-places.ts';
import { nodesOf, rangeOf } from './nodes.ts';
import type { FrontMatterFields } from '../brief/front-matter.ts';

/** An image in a brief, with its address as written. */
export interface ImageUse {
  readonly url: string;
  readonly range: Range;
}

/** Every image of a brief, in the text and the front matter. */
export function imagesOf(draft: Draft, fields: Partial<FrontMatterFields>): ImageUse[] {
  const uses: ImageUse[] = [];
  const referenced = imageIdentifiers(draft.tree);
  for (const node of nodesOf(draft.tree, 'image', 'definition')) {
    if (node.type === 'definition' && !referenced.has(node.identifier)) continue;
    uses.push({ url: node.url, range: rangeOf(node) });
  }
  if (fields.image && draft.frontMatter) {
    uses.push({ url: fields.image.src, range: rangeOfField(draft.frontMatter, ['image', 'src']) });
  }
  return uses;
}

/** Identifiers of the definitions that images refer to. */
export function imageIdentifiers(tree: Root): Set<string> {
  return new Set(nodesOf(tree, 'imageReference').map(({ identifier }) => identifier));
}
