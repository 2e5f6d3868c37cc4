import type { RootContent } from 'mdast';
import { quote } from '../../diagnostics/quote.ts';
import { underlineOf } from '../../markdown/outline.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { sectionsOf } from '../../markdown/sections.ts';
import type { Rule } from './rule.ts';

/** Each section has text; headings, thematic breaks, link definitions and mere punctuation ("…", "–") do not count. */
export const sectionEmpty: Rule = function* ({ draft }) {
  for (const { entry, content } of sectionsOf(draft)) {
    if (content.some(saysSomething)) continue;
    // If the line below turned its text into a heading, another rule reports it.
    const next = draft.outline.find(({ index }) => index > entry.index);
    if (next && next.section === undefined && underlineOf(draft.source, next.range)) continue;
    yield {
      code: 'section-empty',
      range: entry.range,
      message: `Unexpected empty section ${quote(entry.text)}, expected text`,
    };
  }
};

function saysSomething(node: RootContent): boolean {
  switch (node.type) {
    case 'heading':
    case 'thematicBreak':
    case 'definition':
    case 'footnoteDefinition':
      return false;
    case 'mdxJsxFlowElement':
      return true;
    case 'code':
      return node.value.trim() !== '';
    default:
      return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(plainText(node));
  }
}
