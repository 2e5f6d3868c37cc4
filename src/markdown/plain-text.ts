import type { Nodes } from 'mdast';

/**
 * Stands for text that is left out: struck words, which would read as valid, and images. No text contains this character
 * (CommonMark 0.31, 2.3).
 */
export const gap = '\0';

/** The text without gaps, and without the spaces that they would leave before punctuation or at an end. */
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

/** The words of Markdown without markup, for descriptions and for ids and names of headings. */
export function plainText(node: Nodes, { descriptions = true } = {}): string {
  return withoutGaps(wordsOf(node, descriptions));
}

function wordsOf(node: Nodes, descriptions: boolean): string {
  if (node.type === 'delete') return gap;
  if ('value' in node) return node.value;
  if ('alt' in node) return descriptions ? (node.alt ?? '') : '';
  return 'children' in node ? node.children.map((child) => wordsOf(child, descriptions)).join('') : '';
}
