import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import { isSeen } from '../../markdown/seen.ts';
import type { Rule } from './rule.ts';

/** A link has text, or an image with a description (WCAG 2.2, 2.4.4). */
export const linkEmpty: Rule = function* ({ draft }) {
  for (const node of nodesOf(draft.tree, 'link', 'linkReference')) {
    if (isSeen(node)) continue;
    yield {
      code: 'link-empty',
      range: rangeOf(node),
      message: 'Unexpected link without text, expected words between "[" and "]"',
      note: { text: 'say where it leads, or remove it' },
    };
  }
};
