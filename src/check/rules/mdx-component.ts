import { visit } from 'unist-util-visit';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { Draft } from '../../markdown/draft.ts';
import { componentOf, components } from '../../markdown/components/registry.ts';
import type { ComponentNode } from '../../markdown/components/component.ts';
import { openingTag } from '../../markdown/components/opening-tag.ts';
import { nearestOf } from '../../brief/nearest.ts';
import type { Rule } from './rule.ts';

const shipped = components.map(({ name }) => name);
const whole = components.filter(({ within }) => within === undefined).map(({ name }) => name);

/** Only built-in components and the publication's own are allowed, each on its own lines, and no HTML. */
export const mdxComponent: Rule = ({ draft }) => {
  const findings: Finding[] = [];
  visit(draft.tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node, _, parent) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const problem = problemOf(node, draft, parent && 'name' in parent ? parent.name : undefined);
    if (problem) findings.push({ code: 'mdx-component', range: openingTag(node, draft.source), ...problem });
  });
  return findings;
};

function problemOf(
  node: ComponentNode,
  { components: own }: Draft,
  around: string | null | undefined,
): Pick<Finding, 'message' | 'note'> | undefined {
  const name = node.name ?? '';
  const component = componentOf(node.name);
  if (!component && !own.includes(name)) {
    const names = [...shipped, ...own];
    const allowed = [...whole, ...own].map((each) => `<${each}>`);
    const same = names.find((known) => known.toLowerCase() === name.toLowerCase());
    const nearest = same ?? nearestOf(name, names);
    return {
      message: `Unexpected <${name}>, expected Markdown or one of ${allowed.join(', ')}`,
      note: {
        text:
          nearest === undefined
            ? 'tags are only for components; put a backslash before "<" to show the character itself'
            : `did you mean <${nearest}>?`,
      },
    };
  }
  if (component?.within !== undefined && around !== component.within) {
    return { message: `Unexpected <${name}> by itself, expected it inside <${component.within}>` };
  }
  if (node.type === 'mdxJsxFlowElement') return undefined;
  return {
    message: `Unexpected <${name}> in running text, expected it on its own lines`,
    note: { text: 'put a blank line before and after it' },
  };
}
