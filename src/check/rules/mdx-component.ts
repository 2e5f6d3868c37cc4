import { visit } from 'unist-util-visit';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { componentOf, components } from '../../markdown/components/registry.ts';
import type { ComponentNode } from '../../markdown/components/component.ts';
import { openingTag } from '../../markdown/components/opening-tag.ts';
import { nearestOf } from '../../brief/nearest.ts';
import type { Rule } from './rule.ts';

const names = components.map(({ name }) => name);
const allowed = components.filter(({ within }) => within === undefined).map(({ name }) => `<${name}>`);

/** The components that ship, each on lines of its own, and no HTML. */
export const mdxComponent: Rule = ({ draft }) => {
  const findings: Finding[] = [];
  visit(draft.tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node, _, parent) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const problem = problemOf(node, parent && 'name' in parent ? parent.name : undefined);
    if (problem) findings.push({ code: 'mdx-component', range: openingTag(node, draft.source), ...problem });
  });
  return findings;
};

function problemOf(
  node: ComponentNode,
  around: string | null | undefined,
): Pick<Finding, 'message' | 'note'> | undefined {
  const name = node.name ?? '';
  const component = componentOf(node.name);
  if (!component) {
    const same = names.find((known) => known.toLowerCase() === name.toLowerCase());
    const nearest = same ?? nearestOf(name, names);
    return {
      message: `Unexpected <${name}>, expected Markdown or one of ${allowed.join(', ')}`,
      note: {
        text:
          nearest === undefined
            ? 'there is no HTML in a brief; put a backslash before "<" to show the character itself'
            : `did you mean <${nearest}>?`,
      },
    };
  }
  if (component.within !== undefined && around !== component.within) {
    return { message: `Unexpected <${name}> by itself, expected it inside <${component.within}>` };
  }
  if (node.type === 'mdxJsxFlowElement') return undefined;
  return {
    message: `Unexpected <${name}> in running text, expected it on lines of its own`,
    note: { text: 'put a blank line before and after it' },
  };
}
