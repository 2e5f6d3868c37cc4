import type { Blockquote, List, Nodes, Parents, Root } from 'mdast';
import { nodesOf, rangeOf } from './nodes.ts';

/** A list or a quotation that Markdown makes of a sign of the text. */
export interface UnintendedMarker {
  readonly node: List | Blockquote;
  readonly parent: Parents;
  readonly marker: string;
  /** Whether the paragraph before it goes on in it. */
  readonly isBelowText: boolean;
}

/**
 * A minus, a plus or "more than" that a line happens to begin with makes a list or a quotation of the line, and readers do
 * not see the sign: of "- 5 degrees" 5 degrees are left. What somebody may mean as a list or a quotation is not among them.
 */
export function unintendedMarkers(tree: Root, source: string): UnintendedMarker[] {
  const parents = [tree, ...nodesOf(tree, 'blockquote', 'listItem', 'footnoteDefinition')];
  return parents.flatMap((parent) =>
    parent.children.flatMap((node, at): UnintendedMarker[] => {
      const before = parent.children[at - 1];
      if (!isSign(node, before, source)) return [];
      const { start } = rangeOf(node);
      return [
        { node, parent, marker: source[start] ?? '', isBelowText: breaksSentence(before, start, source) },
      ];
    }),
  );
}

function isSign(node: Nodes, before: Nodes | undefined, source: string): node is List | Blockquote {
  const isQuotation = node.type === 'blockquote';
  if (!isQuotation && !(node.type === 'list' && node.ordered !== true && node.children.length === 1))
    return false;
  const { start } = rangeOf(node);
  const [, marker = '', measure] = begins.exec(source.slice(start, start + 60)) ?? [];
  if (marker === '') return false;
  // Nothing but the sign of an item stands before it on its line: "- - 5 degrees".
  const isInLine = /(?:^|\n)[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+$/.test(
    source.slice(Math.max(0, start - 60), start),
  );
  if (isInLine || breaksSentence(before, start, source)) return true;
  return !isQuotation && (marker === '+' || measure !== undefined);
}

/** With what makes a measure of a number: nobody lists one temperature, or one share. */
const begins =
  /^([-+>])[ \t]*(?:\p{Sc}[ \t]?)?\p{Nd}[\p{Nd}.,]*(?![\p{Nd} \t]*[:：–—])(?:[ \t\u00a0\u202f]?(°|℃|℉|%|٪|％|‰|(?:degrees?|per ?cent|percent|Grad|Prozent|grados?|degrés?|pour cent|graus?|por cento|gradi|per cento|por ciento)(?!\p{L})))?/u;

/** Whether a paragraph ends in the line above without ending its sentence. */
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
