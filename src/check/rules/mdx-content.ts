import type { RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { literalAttributes } from '../../markdown/components/handlers.ts';
import { openingTag } from '../../markdown/components/opening-tag.ts';
import { componentOf } from '../../markdown/components/registry.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import { isSeen } from '../../markdown/seen.ts';
import type { Rule } from './rule.ts';

/** The content of a component is valid; the publication's own components have text for outputs where they cannot run. */
export const mdxContent: Rule = ({ draft }) => {
  const findings: Finding[] = [];
  for (const node of nodesOf(draft.tree, 'mdxJsxFlowElement')) {
    const component = componentOf(node.name);
    const name = node.name ?? '';
    if (!component && draft.components.includes(name) && !hasWords(node)) {
      findings.push({
        code: 'mdx-content',
        range: openingTag(node, draft.source),
        message: `Unexpected <${name}> without words, expected some for feeds, cards and search, where it cannot be drawn`,
        note: {
          text: `write <${name} text="What it shows" />, or Markdown between <${name}> and </${name}>`,
        },
      });
    }
    for (const { node: place, found, expected } of component?.content(node.children) ?? []) {
      findings.push({
        code: 'mdx-content',
        range: place ? rangeOf(place) : openingTag(node, draft.source),
        message: `Unexpected ${found} in <${name}>, expected ${expected}`,
      });
    }
  }
  return findings;
};

function hasWords(node: MdxJsxFlowElement): boolean {
  // A component inside has its own text.
  const isShown = (child: RootContent): boolean => child.type === 'mdxJsxFlowElement' || isSeen(child);
  return node.children.some(isShown) || (literalAttributes(node)['text'] ?? '').trim() !== '';
}
