import { quote } from '../../diagnostics/quote.ts';
import { rangeOf } from '../../markdown/nodes.ts';
import { unintendedMarkers } from '../../markdown/unintended-markers.ts';
import type { Rule } from './rule.ts';

/** A sign at the start of a line becomes a list marker: of "- 5 degrees", readers see 5 degrees. */
export const signUnmeant: Rule = function* ({ draft: { tree, source } }) {
  for (const { node, marker, isBelowText } of unintendedMarkers(tree, source)) {
    const { start } = rangeOf(node);
    const [line = ''] = /^[^\r\n]*/.exec(source.slice(start, start + 60)) ?? [];
    const kind = node.type === 'list' ? 'list' : 'quotation';
    const written = marker === '-' ? '"−" (a minus sign) or "\\-"' : `"\\${marker}"`;
    const other = isBelowText ? `; otherwise put a blank line before the ${kind}` : '';
    yield {
      code: 'sign-unmeant',
      range: { start, end: start + 1 },
      message: `Unexpected ${kind}, expected a number: of ${quote(line)} readers would not see the "${marker}"`,
      note: { text: `write ${written} where the sign is part of the text${other}` },
    };
  }
};
