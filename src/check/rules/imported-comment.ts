import type { Finding } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { adviceInComment } from '../../markdown/download-advice.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import type { Rule } from './rule.ts';

/** Reports comments in which an import left text that it could not place, since readers never see them. */
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
      note: {
        text: `${adviceInComment(textOf(comment)) ?? 'move it to where it belongs, or delete it'}; then delete the comment, "<!--" to "-->"`,
      },
    });
  }
  return findings;
};

/** The comment at the start of a piece of HTML, if an import wrote it. */
export function importedCommentOf(html: string): string | undefined {
  return /^<!--\s*imported:[^]*?(?:-->|$)/.exec(html)?.[0];
}

function textOf(comment: string): string {
  return comment.replace(/^<!--\s*imported:|-->$/g, '').trim();
}
