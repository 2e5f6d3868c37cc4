import { quote } from '../../diagnostics/quote.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { Rule } from './rule.ts';

/** A table is as wide as its header (GFM 0.29, 4.10); further cells of a row are never shown. */
export const tableCell: Rule = function* ({ draft }) {
  for (const { children: rows } of nodesOf(draft.tree, 'table')) {
    const width = rows[0]?.children.length ?? 0;
    for (const row of rows) {
      const beyond = row.children.slice(width).filter(({ children }) => children.length > 0);
      const [first, last] = [beyond[0]?.children[0], beyond.at(-1)?.children.at(-1)];
      if (!first || !last) continue;
      const words = beyond.map((cell) => quote(plainText(cell))).join(', ');
      yield {
        code: 'table-cell',
        range: { start: rangeOf(first).start, end: rangeOf(last).end },
        message: `Unexpected cell ${words} beyond the ${width} columns of the header: readers do not see it`,
        note: {
          text: 'give the header and the line of hyphens below it another column; a "|" that is part of a cell, in code too, is written "\\|"',
        },
      };
    }
  }
};
