import type { ElementContent } from 'hast';
import type { Handlers, State } from 'mdast-util-to-hast';
import type { Draft } from '../draft.ts';
import type { ComponentNode } from './component.ts';
import { drawOwn, type OwnAttributes } from './own.ts';
import { componentOf } from './registry.ts';

/** Handlers that convert components to HTML. Code is removed, and unknown components leave only their content. */
export function componentHandlers({
  language,
  components,
}: Pick<Draft, 'language' | 'components'>): Handlers {
  const component = (state: State, node: ComponentNode): ElementContent | ElementContent[] => {
    const children = state.all(node);
    const shipped = componentOf(node.name);
    if (shipped) return shipped.draw(literalAttributes(node), children, language) ?? children;
    const { name } = node;
    return name !== null && components.includes(name)
      ? drawOwn(name, ownAttributes(node), children)
      : children;
  };
  const nothing = (): undefined => undefined;
  return {
    mdxJsxFlowElement: component,
    mdxJsxTextElement: component,
    mdxFlowExpression: nothing,
    mdxTextExpression: nothing,
    mdxjsEsm: nothing,
  };
}

/** Attributes with plain text; others were reported. */
export function literalAttributes(node: ComponentNode): Record<string, string> {
  const entries = node.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
      ? [[attribute.name, attribute.value] as const]
      : [],
  );
  return Object.fromEntries(entries);
}

/** The attributes of a publication's own component, which may have no value. In Astro, a name with a colon is a directive. */
function ownAttributes(node: ComponentNode): OwnAttributes {
  const entries = node.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && attribute.value === null ? [[attribute.name, true] as const] : [],
  );
  const all = { ...Object.fromEntries(entries), ...literalAttributes(node) };
  return Object.fromEntries(Object.entries(all).filter(([name]) => ownAttribute.test(name)));
}

/** The name of an attribute that a publication's own component may have. */
export const ownAttribute = /^[a-z][\w-]*$/i;
