import type { Nodes } from 'mdast';

/**
 * Stands for what is left out of a text while it is put together: struck words, which would read as valid where no line
 * goes through them, and pictures. No text holds this character itself (CommonMark 0.31, 2.3).
 */
export const gap = '\0';

/** The text without its gaps, and without the space that each would leave before punctuation or at an end. */
export function withoutGaps(text: string): string {
  const [first = '', ...rest] = text.split(gap);
  let whole = first;
  for (const piece of rest) {
    let end = whole.length;
    while (closes.test(piece) && ' \t'.includes(whole.charAt(end - 1) || '.')) end -= 1;
    whole = whole.slice(0, end) + piece;
  }
  return whole;
}

const closes = /^(?:[\s,.;:!?)\]}»”’…،؛؟।]|$)/;

/** The words of Markdown where they stand without its signs: in a description, in the id and the name of a heading. */
export function plainText(node: Nodes, { descriptions = true } = {}): string {
  return withoutGaps(wordsOf(node, descriptions));
}

function wordsOf(node: Nodes, descriptions: boolean): string {
  if (node.type === 'delete') return gap;
  if ('value' in node) return node.value;
  if ('alt' in node) return descriptions ? (node.alt ?? '') : '';
  return 'children' in node ? node.children.map((child) => wordsOf(child, descriptions)).join('') : '';
}
