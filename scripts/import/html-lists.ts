import type { Element, Parents } from 'hast';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';
import { quote } from '../../src/diagnostics/quote.ts';
import { propertyOf } from './html-parts.ts';
import type { Dropped } from './document-source.ts';

/**
 * Preserves the numbers that a browser shows before list items (HTML Living Standard, 4.4.5). Markdown counts up from
 * the first number, so a list numbered otherwise becomes paragraphs. Letters are reported.
 */
export function preserveListNumbers(tree: Parents): Dropped[] {
  const dropped: Dropped[] = [];
  visit(tree, 'element', (list) => {
    if (list.tagName !== 'ol') return;
    const items = list.children.filter(
      (child) => child.type === 'element' && child.tagName === 'li',
    ) as Element[];
    const numbers = numbersOf(list, items);
    const [first = 1] = numbers;
    const letters = lettersOf(list);
    if (letters !== undefined && items.length > 0) {
      const text = toText(items[0] as Element)
        .replace(/\s+/g, ' ')
        .trim();
      dropped.push({ what: `list ${letters} replaced by numbers`, text: `before ${quote(text)}` });
    }
    list.properties['start'] = first;
    if (first >= 0 && first < 1e9 && numbers.every((number, at) => number === first + at)) return;
    list.tagName = 'div';
    items.forEach((item, at) => {
      item.tagName = 'div';
      const text = { type: 'text', value: `${numbers[at] ?? ''}. ` } as const;
      const [paragraph] = item.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
      if (paragraph?.type === 'element' && paragraph.tagName === 'p') paragraph.children.unshift(text);
      else item.children.unshift(text);
    });
  });
  return dropped;
}

function numbersOf(list: Element, items: readonly Element[]): number[] {
  const isReversed = list.properties['reversed'] !== undefined;
  const step = isReversed ? -1 : 1;
  let next = wholeNumber(list.properties['start']) ?? (isReversed ? items.length : 1);
  return items.map((item) => {
    const number = wholeNumber(item.properties['value']) ?? next;
    next = number + step;
    return number;
  });
}

function wholeNumber(value: unknown): number | undefined {
  const number = Number.parseInt(String(value), 10);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** The letters or Roman numerals that number a list. */
function lettersOf(list: Element): string | undefined {
  const style = /list-style(?:-type)?\s*:[^;]*?\b(lower|upper)-(alpha|latin|roman|greek)/i.exec(
    propertyOf(list, 'style'),
  );
  if (style) return /roman/i.test(style[2] ?? '') ? 'Roman numerals' : 'letters';
  const kind = propertyOf(list, 'type');
  return /^[ai]$/i.test(kind) ? (/i/i.test(kind) ? 'Roman numerals' : 'letters') : undefined;
}
