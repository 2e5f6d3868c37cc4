import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Draft } from './draft.ts';
import { linksOf } from './link-uses.ts';
import { readLink } from './links.ts';
import { sectionsOf } from './sections.ts';

/** Where the text itself names its sources, by links to the web and by footnotes: in its first section, only later, nowhere. */
export function citedIn(draft: Draft): 'first' | 'later' | 'nowhere' {
  const first = sectionsOf(draft).find(({ entry }) => entry.section === 0);
  if (!cites(draft.tree.children, draft)) return 'nowhere';
  return first && !cites(first.content, draft) ? 'later' : 'first';
}

/** Another brief of the site is no source: it has its own. */
function cites(nodes: readonly RootContent[], draft: Draft): boolean {
  const onTheWeb = new Set<string>();
  visit(draft.tree, 'definition', ({ identifier, url }) => {
    if (readLink(url, draft).kind === 'web') onTheWeb.add(identifier);
  });
  const root: Root = { type: 'root', children: [...nodes] };
  let found = linksOf(root).some(({ url }) => readLink(url, draft).kind === 'web');
  visit(root, ['linkReference', 'footnoteReference'], (node) => {
    found ||=
      node.type === 'footnoteReference' || (node.type === 'linkReference' && onTheWeb.has(node.identifier));
  });
  return found;
}
