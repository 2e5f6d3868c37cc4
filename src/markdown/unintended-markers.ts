import type { Blockquote, List, Nodes, Parents, Root } from 'mdast';
import { nodesOf, rangeOf } from './nodes.ts';

/** A list or quotation that Markdown makes from a character of the text. */
export interface UnintendedMarker {
  readonly node: List | Blockquote;
  readonly parent: Parents;
  readonly marker: string;
  /** Whether the paragraph before it continues in it. */
  readonly isBelowText: boolean;
}

/**
 * Finds a minus, plus or "greater than" at the start of a line that Markdown reads as a list or quotation, so that
 * readers do not see it: "- 5 degrees" becomes 5 degrees. Possible lists and quotations are not included.
 */
export function unintendedMarkers(tree: Root, source: string): UnintendedMarker[] {
  const parents = [tree, ...nodesOf(tree, 'blockquote', 'listItem', 'footnoteDefinition')];
  return parents.flatMap((parent) =>
    parent.children.flatMap((node, at): UnintendedMarker[] => {
      const before = parent.children[at - 1];
      if (!isMarker(node, before, source)) return [];
      const { start } = rangeOf(node);
      return [
        { node, parent, marker: source[start] ?? '', isBelowText: breaksSentence(before, start, source) },
      ];
    }),
  );
}

function isMarker(node: Nodes, before: Nodes | undefined, source: string): node is List | Blockquote {
  const isQuotation = node.type === 'blockquote';
  if (!isQuotation && !(node.type === 'list' && node.ordered !== true && node.children.length === 1))
    return false;
  const { start } = rangeOf(node);
  const [, marker = '', measure] = begins.exec(source.slice(start, start + 60)) ?? [];
  if (marker === '') return false;
  // Only an item's marker precedes it on the line: "- - 5 degrees".
  const isInLine = /(?:^|\n)[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+$/.test(
    source.slice(Math.max(0, start - 60), start),
  );
  if (isInLine || breaksSentence(before, start, source)) return true;
  return !isQuotation && (marker === '+' || measure !== undefined);
}

/** A number with a unit: a list of one temperature or percentage is not plausible. */
const begins =
  /^([-+>])[ \t]*(?:\p{Sc}[ \t]?)?\p{Nd}[\p{Nd}.,]*(?![\p{Nd} \t]*[:：–—])(?:[ \t\u00a0\u202f]?(°|℃|℉|%|٪|％|‰|(?:degrees?|per ?cent|percent|Grad|Prozent|grados?|degrés?|pour cent|graus?|por cento|gradi|per cento|por ciento)(?!\p{L})))?/u;

/** Whether a paragraph on the line above ends in the middle of a sentence. */
function breaksSentence(before: Nodes | undefined, start: number, source: string): boolean {
  let last = before;
  while (last?.type === 'list' || last?.type === 'listItem' || last?.type === 'blockquote') {
    last = last.children.at(-1);
  }
  if (last?.type !== 'paragraph') return false;
  const { end } = rangeOf(last);
  const isRightAbove = /^[ \t]*\r?\n[ \t>]*$/.test(source.slice(end, start));
  return isRightAbove && /[\p{L}\p{M}\p{N},;–—(]$/u.test(source.slice(Math.max(0, end - 2), end));
}
