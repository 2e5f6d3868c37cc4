import type { Finding, Range } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { writtenHeading } from '../../languages/languages.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import { swallowingBlocks } from '../../markdown/swallowed.ts';
import { adviceOnTag } from '../tag-advice.ts';
import { importedCommentOf } from './imported-comment.ts';
import type { Rule } from './rule.ts';

/** A brief contains only Markdown, because feeds, cards and data are made from it as well as a page. */
export const rawHtml: Rule = ({ draft }) => {
  const findings: Finding[] = [];
  // Invalid MDX was reported; it is parsed as Markdown only for the other rules.
  if (draft.file.endsWith('.mdx')) return findings;
  const inCells = new Set<unknown>(
    nodesOf(draft.tree, 'tableCell').flatMap(({ children }) => nodesOf({ type: 'root', children }, 'html')),
  );
  const say = (html: string, { start, end }: Range, { isInCell = false, problem = '' } = {}): void => {
    const kind = html.startsWith('<!--') ? 'comment' : 'HTML';
    findings.push({
      code: 'raw-html',
      range: { start, end },
      message: `Unexpected ${kind} ${quote(problem === '' ? html : draft.source.slice(start, end))}${problem}, expected Markdown`,
      note: {
        text: adviceOnTag(html, {
          isInCell,
          before: draft.source.slice(Math.max(0, start - 40), start),
          behind: draft.source.slice(end, end + 60),
        }),
      },
    });
  };
  const blocks = new Map(swallowingBlocks(draft).map((block) => [block.node, block]));
  for (const node of nodesOf(draft.tree, 'html')) {
    // Reported in detail by another rule.
    if (importedCommentOf(node.value) !== undefined) continue;
    const block = blocks.get(node);
    if (!block) {
      say(node.value, rangeOf(node), { isInCell: inCells.has(node) });
      continue;
    }
    const names = block.sections.map((section) => quote(writtenHeading(draft.headings[section] ?? '')));
    say(node.value, block.opening, {
      problem: names.length > 0 ? ` that includes ${names.join(', ')}` : ' without an end',
    });
  }
  // An image description is plain text, in which the parser leaves tags.
  for (const node of nodesOf(draft.tree, 'image', 'imageReference')) {
    if (node.data?.tag !== undefined) say(node.data.tag, rangeOf(node));
  }
  return findings;
};
