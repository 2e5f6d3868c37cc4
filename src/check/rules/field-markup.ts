import type { Finding, Range } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { literalCodes } from '../../markdown/literal-codes.ts';
import { literalLists } from '../../markdown/literal-lists.ts';
import { literalMarkup, matchesOf } from '../../markdown/literal-markup.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import { passagesOf } from '../../markdown/passages.ts';
import type { Rule } from './rule.ts';

/** Fields and captions are plain text: cards, feeds and search would show Markdown and HTML literally. */
export const fieldMarkup: Rule = function* ({ draft }) {
  for (const node of nodesOf(draft.tree, 'image')) {
    const found = foundIn(node.title ?? '', emphasis);
    if (!found) continue;
    const { start, end } = rangeOf(node);
    const at = draft.source.slice(start, end).lastIndexOf(found[0]);
    yield findingOf(
      found[0],
      at < 0 ? { start, end } : { start: start + at, end: start + at + found[0].length },
    );
  }
  for (const { kind, text, place } of passagesOf(draft)) {
    const found = kind === 'field' || kind === 'attribute' ? foundIn(text) : undefined;
    if (!found) continue;
    yield findingOf(found[0], place(found.index, found.index + found[0].length));
  }
};

function findingOf(words: string, range: Range): Finding {
  return {
    code: 'field-markup',
    range,
    message: `Unexpected markup ${quote(words)}, expected plain text`,
    note: { text: 'readers would see the raw characters; leave them out' },
  };
}

function foundIn(text: string, ...more: readonly RegExp[]): RegExpExecArray | undefined {
  for (const pattern of [...more, markup]) {
    const [found] = text.matchAll(pattern);
    if (found) return found;
  }
  for (const other of others) {
    const [found] = matchesOf(other, text);
    if (found) return found;
  }
  return undefined;
}

const others = [...literalMarkup, ...literalLists, ...literalCodes];

/** Bold, strikethrough, links, code, tags and character references. */
const markup =
  /\*\*[^*\s](?:[^*]{0,200}[^*\s])?\*\*|\[[^\][]{1,200}\]\([^()\s]{1,500}\)|`[^`]{1,200}`|<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,200})?\/?>|&(?:[a-z]{2,10}|#\d{1,7}|#x[\da-f]{1,6});|~~[^~\s][^~]{0,200}~~/giu;

/** In captions only, where a model writes Markdown; a field may name a footnote mark or a rating. */
const emphasis =
  /(?<![\p{L}\p{N}*])\*\p{L}(?:[^*]{0,200}[^*\s])?\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_/])(_{1,2})\p{L}(?:[^_]{0,200}[^_\s])?\1(?![\p{L}\p{N}_])/gu;
