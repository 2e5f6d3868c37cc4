import type { Blockquote, Code, FootnoteDefinition, ListItem } from 'mdast';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { writtenHeading } from '../../languages/languages.ts';
import type { Draft } from '../../markdown/draft.ts';
import { isWithin, nodesOf, rangeOf } from '../../markdown/nodes.ts';
import { swallowingBlocks, type Swallowing } from '../../markdown/swallowed.ts';
import type { Rule } from './rule.ts';

/** A code block without a closing fence includes the text after it. */
export const fenceUnclosed: Rule = function* ({ draft }) {
  let isAfterUnclosed = false;
  for (const block of swallowingBlocks(draft)) {
    const { node } = block;
    if (node.type !== 'code') continue;
    const [container] = containersOf(node, draft);
    // A bare fence that does not start an item was meant to close a block that ended with its item.
    const closesAnother = isAfterUnclosed && !node.lang && container?.children[0] !== node;
    if (!closesAnother) yield findingOf(node, block, draft);
    // All fences after an unclosed block outside an item or quotation are misread.
    if (node.data?.isClosed === true || container === undefined) return;
    isAfterUnclosed = true;
  }
};

function findingOf(node: Code, block: Swallowing, draft: Draft): Finding {
  const [fence = '```'] = /^(?:`{3,}|~{3,})/.exec(draft.source.slice(block.opening.start)) ?? [];
  const names = block.sections.map((section) => quote(writtenHeading(draft.headings[section] ?? '')));
  const end = node.data?.isClosed === true ? 'only at the next fence' : `with ${containerOf(node, draft)}`;
  const included = names.length > 0 ? `, and includes ${names.join(', ')}` : '';
  // Chat programs often put a whole answer in a code block.
  const isWhole = block.sections.length === draft.headings.length && node.data?.isClosed === true;
  const almost = almostFenceIn(node.value, fence);
  return {
    code: 'fence-unclosed',
    range: block.opening,
    message: `Unexpected code block that is never closed: it ends ${end}${included}`,
    note: {
      text: isWhole
        ? 'delete this line and the fence that closes the block: a brief is not code'
        : almost === undefined
          ? `write a line ${quote(fence)} where the code ends; text goes outside`
          : `${quote(almost)} does not end it: write only ${quote(fence)} on that line`,
    },
  };
}

/** Innermost first. */
function containersOf(node: Code, { tree }: Draft): (ListItem | Blockquote | FootnoteDefinition)[] {
  return nodesOf(tree, 'listItem', 'blockquote', 'footnoteDefinition')
    .filter((other) => isWithin(rangeOf(node), rangeOf(other)))
    .sort((one, other) => rangeOf(other).start - rangeOf(one).start);
}

function containerOf(node: Code, draft: Draft): string {
  const [around] = containersOf(node, draft);
  const names = {
    listItem: 'the list item',
    blockquote: 'the quotation',
    footnoteDefinition: 'the footnote',
  };
  return around ? names[around.type] : 'the brief';
}

/** A line of code that was meant to close the block: with another character, too short, or with words after it. */
function almostFenceIn(code: string, fence: string): string | undefined {
  const other = fence.startsWith('`') ? '~' : '`';
  const lines = code.split(/\r\n?|\n/).map((line) => line.trim());
  return lines.find(
    (line) =>
      new RegExp(`^(?:\\${other}{3,}|${fence.charAt(0)}{2,})$`).test(line) ||
      (line.startsWith(fence) && line.length <= 40),
  );
}
