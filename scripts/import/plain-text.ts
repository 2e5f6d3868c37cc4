import type { BlockContent, List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { noticeOf } from './notices.ts';
import { recognise, type Names } from '../../src/languages/recognise-headings.ts';
import { sourceOf, type DocumentSource } from './document-source.ts';

/**
 * Reads text without markup. Each line is a paragraph unless the lines are wrapped. Markdown in it has no meaning,
 * but lists and addresses are recognised.
 */
export function readPlainText(text: string, names: Names): DocumentSource {
  const lines = text
    .split(/\r\n|[\n\r\u0085\u2028\u2029\v\f]/)
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    // Messengers write bold and italic lines so.
    .map((line) => line.replace(/^([*_])(?=\S)([^*_]+)(?<=\S)\1$/, '$2'));
  const blocks = joinItems(unwrap(lines, names).map(blockOf));
  return sourceOf({ type: 'root', children: blocks });
}

/** Mail and old editors wrap at 72 to 80 columns; text with lines over 100 is not wrapped. */
const maxWrapWidth = 100;

/** Joins wrapped lines. A line is wrapped if the next word did not fit; a text is wrapped if most of its lines are. */
function unwrap(lines: readonly string[], names: Names): string[] {
  const isItem = lines.map((line) => listMark.test(line));
  const isNotice = (line: string, next = ''): boolean => Boolean(noticeOf(line)) && !/^\p{Ll}/u.test(next);
  const isHeading = lines.map((line, at) => Boolean(recognise(line, names)) || isNotice(line, lines[at + 1]));
  const hasNext = lines.map(
    (line, at) =>
      line !== '' && Boolean(lines[at + 1]) && !isHeading[at] && !isHeading[at + 1] && !isItem[at + 1],
  );
  const width = lines.reduce((widest, line, at) => (hasNext[at] ? Math.max(widest, line.length) : widest), 0);
  const isFull = lines.map((line, at) => {
    const word = /^\S+/.exec(lines[at + 1] ?? '')?.[0] ?? '';
    return Boolean(hasNext[at]) && line.length + 1 + word.length > width;
  });
  const full = isFull.filter(Boolean).length;
  const isWrapped = width <= maxWrapWidth && full >= 2 && full * 2 >= hasNext.filter(Boolean).length;
  const paragraphs: string[] = [];
  lines.forEach((line, at) => {
    if (line === '') return;
    if (isWrapped && isFull[at - 1]) paragraphs.push(`${paragraphs.pop() ?? ''} ${line}`);
    else paragraphs.push(line);
  });
  return paragraphs;
}

const listMark = /^(?:[-*•◦▪‣·●○]|(\d{1,3})[.)])\s+(?=\S)/;

interface Item {
  readonly type: 'item';
  readonly line: string;
  readonly text: string;
  /** Undefined for an item without a number. */
  readonly number: number | undefined;
}

function blockOf(line: string): Paragraph | Item {
  const [mark, number] = listMark.exec(line) ?? [];
  if (mark === undefined) return paragraphOf(line);
  return { type: 'item', line, text: line.slice(mark.length), number: number ? Number(number) : undefined };
}

/** Joins consecutive items to a list. A single numbered line is a heading or a date. */
function joinItems(blocks: readonly (Paragraph | Item)[]): BlockContent[] {
  const joined: BlockContent[] = [];
  let list: List | undefined;
  let due: number | undefined;
  blocks.forEach((block, at) => {
    if (block.type === 'paragraph') {
      list = undefined;
      joined.push(block);
      return;
    }
    const { number, line, text } = block;
    const item: ListItem = { type: 'listItem', spread: false, children: [paragraphOf(text)] };
    const next = blocks[at + 1];
    const leads = number === undefined || (next?.type === 'item' && next.number === number + 1);
    if (list && due === number) list.children.push(item);
    else if (leads) {
      const start = number ?? null;
      list = { type: 'list', ordered: number !== undefined, start, spread: false, children: [item] };
      joined.push(list);
    } else {
      list = undefined;
      joined.push(paragraphOf(line));
    }
    due = number === undefined ? undefined : number + 1;
  });
  return joined;
}

function paragraphOf(line: string): Paragraph {
  return { type: 'paragraph', children: linksIn(line) };
}

/** A web address without the punctuation that ends its sentence. */
const address = /https?:\/\/[^\s<>"'«»“”]*[^\s<>"'«»“”.,;:!?)\]}…。、，]/g;

function linksIn(line: string): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  let from = 0;
  for (const { 0: url, index } of line.matchAll(address)) {
    if (!URL.canParse(url)) continue;
    if (index > from) found.push({ type: 'text', value: line.slice(from, index) });
    found.push({ type: 'link', url, children: [{ type: 'text', value: url }] });
    from = index + url.length;
  }
  if (from < line.length) found.push({ type: 'text', value: line.slice(from) });
  return found;
}
