import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import { isSeen } from '../../markdown/seen.ts';
import type { Rule } from './rule.ts';

/** Headings inside a section have text (WCAG 2.2, 2.4.6). */
export const headingEmpty: Rule = function* ({ draft }) {
  for (const node of nodesOf(draft.tree, 'heading')) {
    if (node.depth < 3 || isSeen(node)) continue;
    const signs = '#'.repeat(node.depth);
    yield {
      code: 'heading-empty',
      range: rangeOf(node),
      message: `Unexpected heading without words, expected words after "${signs}"`,
      note: { text: 'write a heading, or delete the line' },
    };
  }
};
