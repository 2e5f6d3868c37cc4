import type { Finding } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { nodesOf } from '../nodes.ts';
import { rangeOf } from '../parse.ts';
import { importedCommentOf } from './imported-comment.ts';
import type { Rule } from './rule.ts';

/** A brief is Markdown and nothing else: feeds, cards and data are made from it, not only a page. */
export const rawHtml: Rule = ({ draft }) => {
  const findings: Finding[] = [];
  // What cannot be read as MDX was reported, and is read as Markdown for the other rules alone.
  if (draft.file.endsWith('.mdx')) return findings;
  for (const node of nodesOf(draft.tree, 'html')) {
    // Another rule says of it more than that.
    if (importedCommentOf(node.value) !== undefined) continue;
    findings.push({
      code: 'raw-html',
      range: rangeOf(node),
      message: `Unexpected HTML ${quote(node.value)}, expected Markdown`,
      note: { text: 'write it as Markdown; put a backslash before "<" to show the sign itself' },
    });
  }
  return findings;
};
