import type { Finding, Range } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import { importedCommentOf } from './imported-comment.ts';
import type { Rule } from './rule.ts';

/** A brief is Markdown and nothing else: feeds, cards and data are made from it, not only a page. */
export const rawHtml: Rule = ({ draft }) => {
  const findings: Finding[] = [];
  // What cannot be read as MDX was reported, and is read as Markdown for the other rules alone.
  if (draft.file.endsWith('.mdx')) return findings;
  const say = (html: string, range: Range): void => {
    findings.push({
      code: 'raw-html',
      range,
      message: `Unexpected HTML ${quote(html)}, expected Markdown`,
      note: { text: 'write it as Markdown; put a backslash before "<" to show the sign itself' },
    });
  };
  for (const node of nodesOf(draft.tree, 'html')) {
    // Another rule says of it more than that.
    if (importedCommentOf(node.value) === undefined) say(node.value, rangeOf(node));
  }
  // What a picture shows is text, in which the parser leaves tags as they are.
  for (const node of nodesOf(draft.tree, 'image', 'imageReference')) {
    if (node.data?.tag !== undefined) say(node.data.tag, rangeOf(node));
  }
  return findings;
};
