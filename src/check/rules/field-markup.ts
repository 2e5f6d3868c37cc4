import { quote } from '../../diagnostics/quote.ts';
import { literalMarkup } from '../../markdown/literal-markup.ts';
import { passagesOf } from '../../markdown/passages.ts';
import type { Rule } from './rule.ts';

/** Fields are plain text: cards, feeds and search would show Markdown and HTML literally. */
export const fieldMarkup: Rule = function* ({ draft }) {
  for (const { kind, text, place } of passagesOf(draft)) {
    const found = kind === 'field' || kind === 'attribute' ? foundIn(text) : undefined;
    if (!found) continue;
    yield {
      code: 'field-markup',
      range: place(found.index, found.index + found[0].length),
      message: `Unexpected markup ${quote(found[0])}, expected plain text`,
      note: { text: 'readers would see the raw characters; leave them out' },
    };
  }
};

function foundIn(text: string): RegExpExecArray | undefined {
  for (const pattern of [markup, ...literalMarkup.map((other) => other.pattern)]) {
    const [found] = text.matchAll(pattern);
    if (found) return found;
  }
  return undefined;
}

/** Bold, strikethrough, links, code, tags and character references. */
const markup =
  /\*\*[^*\s](?:[^*]{0,200}[^*\s])?\*\*|\[[^\][]{1,200}\]\([^()\s]{1,500}\)|`[^`]{1,200}`|<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,200})?\/?>|&(?:[a-z]{2,10}|#\d{1,7}|#x[\da-f]{1,6});|~~[^~\s][^~]{0,200}~~/gi;
