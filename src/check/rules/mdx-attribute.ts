import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Component, ComponentNode } from '../../markdown/components/component.ts';
import { ownAttribute } from '../../markdown/components/handlers.ts';
import { openingTag } from '../../markdown/components/opening-tag.ts';
import { componentOf } from '../../markdown/components/registry.ts';
import { nearestOf } from '../../brief/nearest.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import type { Rule } from './rule.ts';

/**
 * Each component has its required attributes, each once and valid, and no others. The publication's own components may
 * have any.
 */
export const mdxAttribute: Rule = ({ draft }) => {
  return nodesOf(draft.tree, 'mdxJsxFlowElement', 'mdxJsxTextElement').flatMap((node) => {
    const component = componentOf(node.name);
    if (component)
      return [
        ...wrong(node, (attribute) => problemOf(attribute, component)),
        ...missing(node, component, draft.source),
      ];
    return draft.components.includes(node.name ?? '') ? [...wrong(node, problemOfOwn)] : [];
  });
};

type Problem = Pick<Finding, 'message' | 'note'> | undefined;

function* wrong(node: ComponentNode, problemOf: (attribute: MdxJsxAttribute) => Problem): Iterable<Finding> {
  const seen = new Set<string>();
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const problem = seen.has(attribute.name)
      ? { message: `Unexpected second "${attribute.name}" of <${node.name ?? ''}>, expected it once` }
      : problemOf(attribute);
    seen.add(attribute.name);
    if (problem) yield { code: 'mdx-attribute', range: rangeOf(attribute), ...problem };
  }
}

/** In Astro, a name with a colon is a directive. */
function problemOfOwn({ name }: MdxJsxAttribute): Problem {
  if (ownAttribute.test(name)) return undefined;
  return { message: `Unexpected attribute ${quote(name)}, expected a name of letters, digits, "-" and "_"` };
}

function problemOf({ name, value }: MdxJsxAttribute, component: Component): Problem {
  const names = Object.keys(component.shape);
  const attribute = names.includes(name) ? component.shape[name] : undefined;
  if (!attribute) {
    const nearest = nearestOf(name, names);
    const expected = names.length === 0 ? 'none' : `only ${names.map((known) => `"${known}"`).join(', ')}`;
    return {
      message: `Unexpected attribute "${name}" of <${component.name}>, expected ${expected}`,
      ...(nearest === undefined ? {} : { note: { text: `did you mean "${nearest}"?` } }),
    };
  }
  // Code is reported by another rule.
  if (typeof value === 'object' && value !== null) return undefined;
  if (typeof value !== 'string') {
    return {
      message: `Unexpected attribute "${name}" without a value, expected one in quotation marks`,
      note: { text: `write ${component.example}` },
    };
  }
  const { error } = attribute.safeParse(value);
  const [issue] = error?.issues ?? [];
  if (!issue) return undefined;
  return {
    message: `Unexpected ${quote(value)} in "${name}" of <${component.name}>, expected ${issue.message}`,
  };
}

function* missing(node: ComponentNode, component: Component, source: string): Iterable<Finding> {
  const given = node.attributes.map((attribute) =>
    attribute.type === 'mdxJsxAttribute' ? attribute.name : undefined,
  );
  // The content of a spread is unknown; it is reported as code.
  if (given.includes(undefined)) return;
  for (const [name, attribute] of Object.entries(component.shape)) {
    if (given.includes(name) || attribute.safeParse(undefined).success) continue;
    if ('_zod' in attribute && attribute._zod.optin === 'optional') continue;
    yield {
      code: 'mdx-attribute',
      range: openingTag(node, source),
      message: `Unexpected <${component.name}> without "${name}", expected the attribute`,
      note: { text: `write ${component.example}` },
    };
  }
}
