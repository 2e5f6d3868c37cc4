import type { Rule } from './rule.ts';
import { sectionsOf } from '../../markdown/sections.ts';
import { rangeOf } from '../../markdown/nodes.ts';

/** No heading level is skipped (WCAG 2.2, technique G141), since screen reader users would assume a missing part. */
export const headingLevel: Rule = function* ({ draft }) {
  for (const { entry, content } of sectionsOf(draft)) {
    let above = { depth: 2, range: entry.range };
    for (const node of content) {
      if (node.type !== 'heading') continue;
      const range = rangeOf(node);
      if (node.depth > above.depth + 1) {
        yield {
          code: 'heading-level',
          range,
          message: `Unexpected heading of level ${node.depth} below one of level ${above.depth}, expected level ${above.depth + 1}`,
          note: {
            text: `begin the line with "${'#'.repeat(above.depth + 1)} "; the heading above is at {place}`,
            at: { file: draft.file, range: above.range },
          },
        };
      }
      above = { depth: node.depth, range };
    }
  }
};
