import type { ElementContent } from 'hast';
import type { Handlers, State } from 'mdast-util-to-hast';
import type { Language } from '../../languages/language.ts';
import type { ComponentNode } from './component.ts';
import { componentOf } from './registry.ts';

/** How the components of a brief become HTML. Code leaves nothing; of what is no component only its content is left. */
export function componentHandlers(language: Language): Handlers {
  const component = (state: State, node: ComponentNode): ElementContent | ElementContent[] => {
    const children = state.all(node);
    return componentOf(node.name)?.draw(literalAttributes(node), children, language) ?? children;
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
