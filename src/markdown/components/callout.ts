import type { Element, ElementContent } from 'hast';
import type { CalloutKind, TextLanguage } from '../../languages/language.ts';
import { h, isWhitespace } from './hast.ts';

/** Draws a callout, `> [!NOTE]`, with its kind as a word. */
export function drawCallout(
  callout: CalloutKind,
  children: readonly ElementContent[],
  { labels }: TextLanguage,
): Element {
  const label = labels.beforeText.replace('{label}', labels.callouts[callout]);
  return h(
    'div',
    { className: ['callout', `callout-${callout}`], role: 'note' },
    h('p', { className: ['callout-label'] }, h('strong', {}, label)),
    ...children,
  );
}

export function isCallout({ tagName, properties }: Element): boolean {
  return (
    tagName === 'div' && Array.isArray(properties['className']) && properties['className'][0] === 'callout'
  );
}

/** Plain text of a callout starts with its kind on the same line. */
export function spokenCallout(children: readonly ElementContent[]): ElementContent[] {
  const [label, first, ...rest] = children.filter((child) => !isWhitespace(child));
  if (label?.type !== 'element' || first?.type !== 'element' || first.tagName !== 'p') return [...children];
  return [h('p', {}, ...label.children, ' ', ...first.children), ...rest];
}
