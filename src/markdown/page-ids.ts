import type { Draft } from './draft.ts';
import { nodesOf } from './nodes.ts';
import { plainText } from './plain-text.ts';

/**
 * Ids on a standing page to which a link may lead: those that Astro gives headings (the words as github-slugger writes them),
 * and those that tags name. Undefined where code makes a part of the page.
 */
export function idsOfPage({ tree }: Draft): ReadonlySet<string> | undefined {
  const tags = nodesOf(tree, 'mdxJsxFlowElement', 'mdxJsxTextElement');
  const expressions = nodesOf(tree, 'mdxFlowExpression', 'mdxTextExpression');
  const isMade =
    tags.some(
      ({ name, attributes }) =>
        !/^[a-z][a-z0-9]*$/.test(name ?? '') ||
        attributes.some((each) => each.type !== 'mdxJsxAttribute' || typeof each.value === 'object'),
    ) || expressions.some(({ value }) => !/^\s*(?:\/\*[^]*\*\/\s*)?$/.test(value));
  if (isMade) return undefined;
  const ids = new Set(['content']);
  const numbers = new Map<string, number>();
  for (const heading of nodesOf(tree, 'heading')) {
    const words = plainText(heading, { descriptions: false })
      .toLowerCase()
      .replace(/--+|[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .trim()
      .replaceAll(' ', '-');
    const number = numbers.get(words) ?? 0;
    numbers.set(words, number + 1);
    ids.add(number === 0 ? words : `${words}-${number}`);
  }
  for (const { attributes } of tags)
    for (const each of attributes)
      if (each.type === 'mdxJsxAttribute' && each.name === 'id' && typeof each.value === 'string')
        ids.add(each.value);
  for (const { identifier } of nodesOf(tree, 'footnoteReference'))
    ids.add('footnote-label').add(`user-content-fn-${identifier}`).add(`user-content-fnref-${identifier}`);
  return ids;
}
