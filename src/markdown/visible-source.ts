import type { Nodes, PhrasingContent } from 'mdast';
import type { Range } from '../diagnostics/diagnostic.ts';
import { rangeOf } from './nodes.ts';
import { hidden } from './passages.ts';

/** The visible part of a text as in the file: code, escapes and working markup are hidden. */
export function visibleSource(node: Nodes, source: string, { addresses = true } = {}): string {
  const { start, end } = rangeOf(node);
  let text = '';
  const show = (from: number, to: number): void => {
    // Pieces of a text with escapes have the position of the whole.
    if (from < start + text.length) return;
    text += hidden.repeat(Math.max(0, from - start - text.length)) + source.slice(from, to).replace(escaped, (character) => hidden.repeat(character.length)); // prettier-ignore
  };
  const walk = (child: Nodes | PhrasingContent): void => {
    if (!addresses && isBareAddress(child)) return;
    if (child.type === 'text') show(rangeOf(child).start, rangeOf(child).end);
    else if ('children' in child) for (const inner of child.children) walk(inner);
  };
  walk(node);
  return text + hidden.repeat(Math.max(0, end - start - text.length));
}

/** A text with these ranges of the file hidden; `start` is its offset in the file. */
export function hideRanges(text: string, start: number, ranges: readonly Range[]): string {
  let shown = text;
  for (const range of ranges) {
    const [from, to] = [range.start - start, range.end - start].map((at) => Math.min(Math.max(at, 0), text.length)); // prettier-ignore
    if (from === undefined || to === undefined) continue;
    shown = shown.slice(0, from) + hidden.repeat(to - from) + shown.slice(to);
  }
  return shown;
}

const escaped = /\\[!-/:-@[-`{-~]|&#?\w+;/g;

/** Whether its text is its address. */
function isBareAddress(node: Nodes): boolean {
  if (node.type !== 'link') return false;
  const [text] = node.children;
  return text !== undefined && rangeOf(text).start === rangeOf(node).start;
}
