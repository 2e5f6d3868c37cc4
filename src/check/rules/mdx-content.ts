import type { Finding } from '../../diagnostics/diagnostic.ts';
import { openingTag } from '../../markdown/components/opening-tag.ts';
import { componentOf } from '../../markdown/components/registry.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import type { Rule } from './rule.ts';

/** What a component encloses is what it can show. */
export const mdxContent: Rule = ({ draft }) => {
  const findings: Finding[] = [];
  for (const node of nodesOf(draft.tree, 'mdxJsxFlowElement')) {
    const component = componentOf(node.name);
    for (const { node: place, found, expected } of component?.content(node.children) ?? []) {
      findings.push({
        code: 'mdx-content',
        range: place ? rangeOf(place) : openingTag(node, draft.source),
        message: `Unexpected ${found} in <${node.name ?? ''}>, expected ${expected}`,
      });
    }
  }
  return findings;
};
