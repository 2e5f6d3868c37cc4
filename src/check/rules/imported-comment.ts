import type { Finding } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import type { Rule } from './rule.ts';

/** What an import could not place waits in a comment for the writer: readers would never see it. */
export const importedComment: Rule = ({ draft }) => {
  const findings: Finding[] = [];
  for (const node of nodesOf(draft.tree, 'html')) {
    const comment = importedCommentOf(node.value);
    if (comment === undefined) continue;
    const { start } = rangeOf(node);
    const written = importedCommentOf(draft.source.slice(start)) ?? comment;
    findings.push({
      code: 'imported-comment',
      range: { start, end: start + written.length },
      message: `Unexpected text that the import could not place: ${quote(textOf(comment))}`,
      note: { text: 'move it to where it belongs, or delete it; then delete the comment, "<!--" to "-->"' },
    });
  }
  return findings;
};

/** The comment that an import left at the beginning of a piece of HTML. */
export function importedCommentOf(html: string): string | undefined {
  return /^<!--\s*imported:[^]*?(?:-->|$)/.exec(html)?.[0];
}

function textOf(comment: string): string {
  return comment.replace(/^<!--\s*imported:|-->$/g, '').trim();
}
