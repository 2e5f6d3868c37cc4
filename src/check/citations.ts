import type { Range } from '../diagnostics/diagnostic.ts';
import type { Draft } from '../markdown/draft.ts';
import { linksOf } from '../markdown/link-uses.ts';
import { readLink } from '../markdown/links.ts';
import { isWithin, nodesOf, rangeOf } from '../markdown/nodes.ts';
import { sectionsOf } from '../markdown/sections.ts';

/** Where the text links to its sources or cites them in footnotes. */
export function citedIn(draft: Draft): 'first' | 'later' | 'nowhere' {
  const citations = citationsOf(draft);
  if (citations.length === 0) return 'nowhere';
  const first = sectionsOf(draft).find(({ entry }) => entry.section === 0);
  if (!first) return 'first';
  return first.content.some((node) => citations.some((place) => isWithin(place, rangeOf(node))))
    ? 'first'
    : 'later';
}

/** Links to other briefs do not count as sources. */
function citationsOf(draft: Draft): Range[] {
  const isOnTheWeb = ({ url }: { url: string }): boolean => readLink(url, draft).kind === 'web';
  const definitions = nodesOf(draft.tree, 'definition').filter(isOnTheWeb);
  const names = new Set(definitions.map(({ identifier }) => identifier));
  return [
    ...linksOf(draft.tree)
      .filter(isOnTheWeb)
      .map(({ range }) => range),
    ...nodesOf(draft.tree, 'footnoteReference').map(rangeOf),
    ...nodesOf(draft.tree, 'linkReference')
      .filter(({ identifier }) => names.has(identifier))
      .map(rangeOf),
  ];
}
