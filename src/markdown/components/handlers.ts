import type { ElementContent } from 'hast';
import type { Handlers, State } from 'mdast-util-to-hast';
import type { Draft } from '../draft.ts';
import type { ComponentNode } from './component.ts';
import { drawOwn, type OwnAttributes } from './own.ts';
import { componentOf } from './registry.ts';

/** How the components of a text become HTML. Code leaves nothing; of what is no component only its content is left. */
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

/** The attributes that are plain text; any other was reported. */
export function literalAttributes(node: ComponentNode): Record<string, string> {
  const entries = node.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
      ? [[attribute.name, attribute.value] as const]
      : [],
  );
  return Object.fromEntries(entries);
}

/** The same of a component of the publication's own, whose attributes may stand without a value. */
function ownAttributes(node: ComponentNode): OwnAttributes {
  const entries = node.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && attribute.value === null ? [[attribute.name, true] as const] : [],
  );
  return { ...Object.fromEntries(entries), ...literalAttributes(node) };
}
