import type { Root } from 'mdast';
import type { Range } from '../diagnostics/diagnostic.ts';
import type { Draft } from './draft.ts';
import { rangeOfField } from './field-places.ts';
import { imageIdentifiers } from './image-uses.ts';
import { nodesOf, rangeOf } from './nodes.ts';
import { memoize } from '../brief/memoize.ts';
import type { FrontMatterFields } from '../brief/front-matter.ts';

/** A link in a brief, with its address as written. */
export interface LinkUse {
  readonly url: string;
  readonly range: Range;
}

/** Every link of a text, in order: Markdown links and `url` attributes of components. */
export const linksOf = memoize((tree: Root): readonly LinkUse[] => {
  const uses: LinkUse[] = [];
  const images = imageIdentifiers(tree);
  for (const node of nodesOf(tree, 'link', 'definition')) {
    if (node.type === 'definition' && images.has(node.identifier)) continue;
    // A footnote with a space in its name, reported by another rule.
    if (node.type === 'definition' && node.identifier.startsWith('^')) continue;
    uses.push({ url: node.url, range: rangeOf(node) });
  }
  for (const { attributes } of nodesOf(tree, 'mdxJsxFlowElement', 'mdxJsxTextElement')) {
    for (const attribute of attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== 'url') continue;
      if (typeof attribute.value === 'string') uses.push({ url: attribute.value, range: rangeOf(attribute) });
    }
  }
  return uses.sort((a, b) => a.range.start - b.range.start);
});

/** The addresses of a brief's sources. */
export function sourceLinksOf(
  { frontMatter }: Draft,
  { sources = [] }: Partial<FrontMatterFields>,
): LinkUse[] {
  if (!frontMatter) return [];
  return sources.flatMap((source, at) =>
    (['url', 'archive'] as const).flatMap((name) => {
      const url = source[name];
      return url === undefined ? [] : [{ url, range: rangeOfField(frontMatter, ['sources', at, name]) }];
    }),
  );
}
