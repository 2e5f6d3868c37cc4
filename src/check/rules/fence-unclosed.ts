import type { Code } from 'mdast';
import { quote } from '../../diagnostics/quote.ts';
import { writtenHeading } from '../../languages/languages.ts';
import type { Draft } from '../../markdown/draft.ts';
import { isWithin, nodesOf, rangeOf } from '../../markdown/nodes.ts';
import { swallowingBlocks } from '../../markdown/swallowed.ts';
import type { Rule } from './rule.ts';

/** A code block ends where a fence like its first line stands: without one it takes in the text that follows. */
export const fenceUnclosed: Rule = function* ({ draft }) {
  // Whatever fences follow the first block are read the wrong way round.
  const block = swallowingBlocks(draft).find(({ node }) => node.type === 'code');
  if (block?.node.type !== 'code') return;
  const [fence = '```'] = /^(?:`{3,}|~{3,})/.exec(draft.source.slice(block.opening.start)) ?? [];
  const names = block.sections.map((section) => quote(writtenHeading(draft.headings[section] ?? '')));
  const end =
    block.node.data?.isClosed === true ? 'only at the next fence' : `with ${containerOf(block.node, draft)}`;
  const taken = names.length > 0 ? `, and takes in ${names.join(', ')}` : '';
  // Chat programs give a whole answer as code.
  const isWhole = block.sections.length === draft.headings.length && block.node.data?.isClosed === true;
  const almost = almostFenceIn(block.node.value, fence);
  yield {
    code: 'fence-unclosed',
    range: block.opening,
    message: `Unexpected code block that is never closed: it ends ${end}${taken}`,
    note: {
      text: isWhole
        ? 'delete this line and the fence that closes the block: a brief is not code'
        : almost === undefined
          ? `write a line ${quote(fence)} where the code ends; text goes outside`
          : `${quote(almost)} does not end it: write ${quote(fence)} alone on that line`,
    },
  };
};

function containerOf(node: Code, { tree }: Draft): string {
  const around = nodesOf(tree, 'listItem', 'blockquote', 'footnoteDefinition')
    .filter((other) => isWithin(rangeOf(node), rangeOf(other)))
    .sort((one, other) => rangeOf(other).start - rangeOf(one).start);
  const names = {
    listItem: 'the item of the list',
    blockquote: 'the quotation',
    footnoteDefinition: 'the footnote',
  };
  return around[0] ? names[around[0].type] : 'the brief';
}

/** A line of the code that was meant to end it: of another sign, too short, or with words behind it. */
function almostFenceIn(code: string, fence: string): string | undefined {
  const other = fence.startsWith('`') ? '~' : '`';
  const lines = code.split(/\r\n?|\n/).map((line) => line.trim());
  return lines.find(
    (line) =>
      new RegExp(`^(?:\\${other}{3,}|${fence.charAt(0)}{2,})$`).test(line) ||
      (line.startsWith(fence) && line.length <= 40),
  );
}
