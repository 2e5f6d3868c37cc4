import type {
  Blockquote,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
  TableRow,
} from 'mdast';
import { besideWords } from './beside-words.ts';
import { meaningOf } from './field-names.ts';
import { plainText, splitLines, type Line } from './lines.ts';
import { noticeOf, type Notice } from './notices.ts';
import { openingOf, type Opening } from './opening.ts';
import {
  recognise,
  recogniseHeading,
  type Names,
  type Recognised,
} from '../../src/languages/recognise-headings.ts';

/** A block of the document: a heading, a notice outside the text, a table of contents, or text. */
export type Block =
  | HeadingBlock
  | NoticeBlock
  | { readonly kind: 'contents'; readonly text: string; readonly node: RootContent }
  | { readonly kind: 'text'; readonly node: RootContent };

interface NoticeBlock {
  readonly kind: 'notice';
  readonly notice: Notice;
  readonly text: string;
  /** Used if the block turns out to be text. */
  readonly node: RootContent;
}

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly text: string;
  /** 1 to 6; 7 for a line that only looks like a heading. */
  readonly depth: number;
  /** The part that the heading opens, or undefined if it opens none. */
  readonly name: Recognised | undefined;
  /** Whether the document marks it as a heading, by more than its words. */
  readonly isMarked: boolean;
  /** Set for a question at the start of a paragraph. */
  readonly isDoubtful?: boolean | undefined;
  /** Used with `rest` if the heading turns out to be text. */
  readonly node: RootContent;
  /** Text on the same line as the heading. */
  readonly rest?: RootContent;
}

/** Divides a document into blocks. Finds headings that are marked as such, bold, numbered, or alone on a line. */
export function blocksOf(nodes: readonly RootContent[], names: Names): Block[] {
  return nodes.flatMap((node) => {
    switch (node.type) {
      case 'heading':
        return blocksOfHeading(node, names);
      case 'paragraph':
        return blocksOfLines(node.children, names);
      case 'list':
        return blocksOfList(node, names);
      case 'blockquote':
        return blocksOfQuote(node, names);
      case 'table':
        return blocksOfTable(node, names);
      default:
        return [textBlock(node)];
    }
  });
}

function blocksOfHeading(node: Heading, names: Names): Block[] {
  const lines = splitLines(node.children);
  // A line of hyphens below a paragraph turns the paragraph into a setext heading.
  if (lines.length > 1 && lines.some(({ children }) => openingOf(children, names))) {
    return blocksOfLines(node.children, names);
  }
  const text = plainText(node);
  const notice = noticeOf(text);
  // A title may mention AI, but an AI label is never a title.
  if (notice && !(notice.kind === 'ai' && node.depth === 1)) return [{ kind: 'notice', notice, text, node }];
  const heading = { kind: 'heading', text, depth: node.depth, isMarked: true, node } as const;
  const name = recogniseHeading(text, names);
  if (name) return [{ ...heading, name }];
  // "What's Next: the vote in June" opens the section, and the rest becomes its first line.
  const [, before = '', after = ''] = /^(.{2,60}?)\s*[:：–—|]\s*(\S.*)$/.exec(text) ?? [];
  const opened = recognise(before, names);
  if (!opened) return [{ ...heading, name: undefined }];
  if (saysNoMore.test(after)) return [{ ...heading, name: opened }];
  const others = besideWords(node).flatMap((each) => (each.type === 'paragraph' ? each.children : []));
  return [{ ...heading, name: opened, rest: paragraphOf([{ type: 'text', value: after }, ...others]) }];
}

/** "Beyond the Headlines – A Deeper Look" says no more than its name. */
const saysNoMore =
  /^(?:an? |the |some |ein(?:e|en)? |une? |una? |um(?:a)? |uno? )?(?:(?:deeper|closer|quick) (?:look|dive|view)|deep dive|overview|explained|in (?:depth|detail|brief|short)|analysis|details?|key (?:facts|points)|context|background|(?:the )?(?:facts|stakes|outlook|latest|news|bigger picture|big picture)|(?:tieferer|genauerer) blick|im (?:detail|überblick)|analyse|hintergr(?:u|ü)nde?|kontext|mirada más profunda|análisis|en detalle|contexto|regard approfondi|analyse|en détail|contexte|olhar mais profundo|análise|em detalhe|sguardo più profondo|analisi|in dettaglio|contesto)[.!]?$/iu;

function blocksOfLines(children: readonly PhrasingContent[], names: Names): Block[] {
  const blocks: Block[] = [];
  let opening: Opening | undefined;
  let lines: PhrasingContent[] = [];
  let rest: PhrasingContent[] = [];
  const close = (): void => {
    if (opening) blocks.push(headingBlock(opening, lines, rest));
    else if (lines.length > 0) blocks.push(textBlock(paragraphOf(lines)));
    [opening, lines, rest] = [undefined, [], []];
  };
  const all = splitLines(children);
  all.forEach((line, at) => {
    const node = paragraphOf(line.children);
    const text = plainText(node);
    const notice = noticeOf(text);
    const found = openingOf(line.children, names);
    if (notice && !goesOn(all[at + 1])) {
      close();
      blocks.push({ kind: 'notice', notice, text, node });
    } else if (found && (!found.isDoubtful || lines.length === 0 || opening?.isDoubtful)) {
      close();
      opening = found;
      lines = [...line.children];
      rest = found.rest;
      if (rest.length === 0) close();
    } else if (text === '' && line.children.length === 0) {
      // Some editors separate paragraphs with two line breaks.
      close();
    } else {
      const separator = lines.length > 0 && line.before ? [line.before] : [];
      lines.push(...separator, ...line.children);
      rest.push(...separator, ...line.children);
    }
  });
  close();
  return blocks;
}

/** Whether a sentence continues on the next line. */
function goesOn(next: Line | undefined): boolean {
  return next !== undefined && /^\p{Ll}/u.test(plainText(paragraphOf(next.children)));
}

function headingBlock(
  { name, text, isMarked, isDoubtful }: Opening,
  lines: PhrasingContent[],
  rest: PhrasingContent[],
): Block {
  const node = paragraphOf(lines);
  const heading = { kind: 'heading', text, depth: 7, name, isMarked, isDoubtful, node } as const;
  return rest.length > 0 ? { ...heading, rest: paragraphOf(rest) } : heading;
}

/** Splits a list of sections; a list of links to the sections is a table of contents. */
function blocksOfList(list: List, names: Names): Block[] {
  const items = list.children.map((item) => ({ item, blocks: blocksOf(item.children, names) }));
  if (items.every(({ item }) => isContentsEntry(item)))
    return [{ kind: 'contents', text: plainTextOfItems(list), node: list }];
  const openers = items.filter(({ blocks }) => blocks[0]?.kind === 'heading' && blocks[0].name);
  const areSections =
    openers.length > 1 || openers.some(({ blocks: [first] }) => list.ordered === true || isMarkedName(first));
  if (!areSections) return cutList(list, items);
  const start = list.start ?? 1;
  return items.flatMap(({ item, blocks }, at) => {
    if (blocks.some((block) => block.kind === 'heading' && block.name)) return blocks;
    return [textBlock({ ...list, start: list.ordered ? start + at : null, children: [item] })];
  });
}

/** Lines directly below a list belong to its last item in Markdown. A heading among them ends the list. */
function cutList(list: List, items: readonly { item: ListItem; blocks: Block[] }[]): Block[] {
  const found: Block[] = [];
  const start = list.start ?? 1;
  let remaining: ListItem[] = [];
  let first = 0;
  const close = (next: number): void => {
    if (remaining.length > 0) {
      found.push(textBlock({ ...list, start: list.ordered ? start + first : null, children: remaining }));
    }
    remaining = [];
    first = next;
  };
  items.forEach(({ item, blocks }, at) => {
    const end = blocks.findIndex((block, place) => place > 0 && endsList(block));
    if (end < 0) {
      remaining.push(item);
      return;
    }
    const children = blocks.slice(0, end).map(({ node }) => node) as ListItem['children'];
    remaining.push({ ...item, children });
    close(at + 1);
    found.push(...blocks.slice(end));
  });
  close(items.length);
  return found;
}

function endsList(block: Block): boolean {
  if (block.kind === 'notice') return true;
  return block.kind === 'heading' && block.name !== undefined && (block.isMarked || !block.rest);
}

function blocksOfQuote(quote: Blockquote, names: Names): Block[] {
  const text = plainText(quote);
  const notice = quote.children.length === 1 ? noticeOf(text) : undefined;
  if (notice) return [{ kind: 'notice', notice, text, node: quote }];
  const inside = blocksOf(quote.children, names);
  const at = inside.findIndex(isMarkedName);
  if (at < 0) return [textBlock(quote)];
  const before = inside.slice(0, at).map(({ node }) => node);
  const quoted =
    before.length > 0 ? [textBlock({ ...quote, children: before as Blockquote['children'] })] : [];
  return [...quoted, ...inside.slice(at)];
}

/** Lines directly below a table become one-cell rows in Markdown. A heading among them ends the table. */
function blocksOfTable(table: Table, names: Names): Block[] {
  const sections = sectionsInTable(table, names);
  if (sections) return sections;
  const [head, ...rows] = table.children;
  const isHeading = ({ children: [cell, ...others] }: TableRow): boolean =>
    cell !== undefined && others.length === 0 && isCertain(openingOf(cell.children, names));
  const at = rows.findIndex(isHeading);
  if (!head || head.children.length < 2 || at < 0) return [textBlock(table)];
  const lines = rows
    .slice(at)
    .flatMap(({ children }, row) => [
      ...(row > 0 ? [textOf('\n')] : []),
      ...children.flatMap((cell, place) => [...(place > 0 ? [textOf(' | ')] : []), ...cell.children]),
    ]);
  return [textBlock({ ...table, children: [head, ...rows.slice(0, at)] }), ...blocksOfLines(lines, names)];
}

/** A table with a section in each row, or in each column, below or beside its name. */
function sectionsInTable(table: Table, names: Names): Block[] | undefined {
  const rows = table.children.map(({ children }) => children);
  const [head = [], second, ...others] = rows;
  const nameOf = (cell: TableRow['children'][number] | undefined): Recognised | undefined =>
    cell && recogniseHeading(plainText(cell), names);
  const pairs =
    head.filter((cell) => nameOf(cell)).length >= 3 && second && others.length === 0
      ? head.map((cell, at) => [cell, second[at]] as const)
      : rows.every((cells) => cells.length === 2)
        ? rows.map(([cell, text]) => [cell, text] as const)
        : [];
  const named = pairs.filter(([cell]) => nameOf(cell));
  if (named.length < 3) return undefined;
  return pairs.flatMap(([cell, text], at): Block[] => {
    const name = nameOf(cell);
    const rest = paragraphOf([...(text?.children ?? [])]);
    const meaning = cell && meaningOf(plainText(cell), names);
    if (meaning?.kind === 'field' && meaning.field === 'title')
      return [
        { kind: 'heading', text: plainText(rest), depth: 1, isMarked: true, name: undefined, node: rest },
      ];
    // "Section | Text"
    if (!name && at === 0) return [];
    if (!cell) return [textBlock(rest)];
    const node = paragraphOf([...cell.children]);
    return [
      {
        kind: 'heading',
        text: plainText(cell),
        depth: 2,
        isMarked: true,
        name,
        node,
        ...(plainText(rest) === '' ? {} : { rest }),
      },
    ];
  });
}

function isCertain(opening: Opening | undefined): boolean {
  return opening !== undefined && !opening.isDoubtful;
}

function textOf(value: string): PhrasingContent {
  return { type: 'text', value };
}

function isMarkedName(block: Block | undefined): boolean {
  return block?.kind === 'heading' && block.isMarked && block.name !== undefined;
}

function isContentsEntry({ children }: ListItem): boolean {
  return (
    children.length > 0 &&
    children.every((child) => {
      if (child.type === 'list') return child.children.every(isContentsEntry);
      if (child.type !== 'paragraph') return false;
      const words = child.children.filter((each) => plainText(each) !== '');
      return words.length > 0 && words.every((each) => each.type === 'link' && each.url.startsWith('#'));
    })
  );
}

function plainTextOfItems(list: List): string {
  return list.children.map((item) => item.children.map(plainText).join(' ')).join(' · ');
}

function textBlock(node: RootContent): Block {
  return { kind: 'text', node };
}

function paragraphOf(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}
