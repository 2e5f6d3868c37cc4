import type { Definition, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import {
  editorMarksIn,
  longMarks,
  maxMarkParagraphs,
  type EditorMark,
} from '../../src/markdown/editor-marks.ts';
import { commentOfEditor, importedComment } from './comment.ts';
import { plainText } from './lines.ts';
import type { Dropped } from './document-source.ts';

/**
 * Removes editorial markup from a document of any kind: comments become comments of the brief, and suggested edits
 * are applied and reported.
 */
export function extractEditorNotes(tree: Root): Dropped[] {
  const dropped: Dropped[] = [];
  extractLongComments(tree);
  extractLongMarks(tree, dropped);
  extractDefinitions(tree, dropped);
  visit(tree, (node) => {
    if ('children' in node && node.children.some(({ type }) => type === 'text')) {
      joinStrikes(node);
      extractMarks(node, dropped);
    }
  });
  return dropped;
}

/** Joins `{~~old~>new~~}`, whose tildes were parsed as strikethrough. */
function joinStrikes(parent: Parents): void {
  const children = parent.children as Nodes[];
  children.forEach((node, at) => {
    const [before, after] = [children[at - 1], children[at + 1]];
    if (node.type !== 'delete' || before?.type !== 'text' || after?.type !== 'text') return;
    const text = plainText(node);
    if (!before.value.endsWith('{') || !after.value.startsWith('}') || !text.includes('~>')) return;
    before.value += `~~${text}~~${after.value}`;
    children.splice(at, 2);
  });
}

/** Handles marks within a paragraph; they may span emphasis and links. */
function extractMarks(parent: Parents, dropped: Dropped[]): void {
  const children = parent.children as Nodes[];
  // U+FFFF stands for a node without text and matches no mark.
  const line = children.map((node) => (node.type === 'text' ? node.value : '\uffff')).join('');
  // "{A ~> B}" is a formula; the tildes of a replacement are there again.
  const marks = editorMarksIn(line).filter(
    ({ kind, start }) => kind !== 'replacement' || line.startsWith('{~~', start),
  );
  if (marks.length === 0) return;
  const rest: Nodes[] = [];
  let from = 0;
  for (const mark of marks) {
    rest.push(...slice(children, from, mark.start));
    const width = mark.kind === 'comment' && line.startsWith('%%', mark.start) ? 2 : 3;
    const isOpen = !line
      .slice(mark.start + width, mark.end)
      .endsWith(line.startsWith('%%', mark.start) ? '%%' : '}');
    rest.push(
      ...resultOf(mark, slice(children, mark.start + width, isOpen ? mark.end : mark.end - width), dropped),
    );
    from = mark.end;
  }
  rest.push(...slice(children, from, line.length));
  (parent as { children: Nodes[] }).children = rest;
}

function resultOf({ kind }: EditorMark, inside: Nodes[], dropped: Dropped[]): Nodes[] {
  const text = plainText({ type: 'paragraph', children: inside as PhrasingContent[] });
  switch (kind) {
    case 'comment':
      return text === '' ? [] : [{ type: 'html', value: importedComment(`${commentOfEditor}: ${text}`) }];
    case 'addition':
      dropped.push({ what: 'marks of an addition that was applied', text });
      return inside;
    case 'deletion':
      dropped.push({ what: 'deletion that was applied', text });
      return [];
    case 'replacement': {
      const [old = '', written = ''] = text.replace(/~+$/, '').split('~>');
      dropped.push({ what: 'replacement that was applied', text: `${old} → ${written}` });
      return [{ type: 'text', value: written }];
    }
    case 'highlight':
      dropped.push({ what: 'marks of a highlight', text });
      return inside;
  }
}

/** The nodes between two offsets of a line. A node without text has length 1. */
function slice(nodes: readonly Nodes[], start: number, end: number): Nodes[] {
  const found: Nodes[] = [];
  let at = 0;
  for (const node of nodes) {
    const length = node.type === 'text' ? node.value.length : 1;
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, length)];
    if (from < to)
      found.push(node.type === 'text' ? { type: 'text', value: node.value.slice(from, to) } : node);
    at += length;
  }
  return found;
}

/** `%%` on its own line opens a comment of several paragraphs, up to the next `%%`. */
function extractLongComments(tree: Root): void {
  const start = tree.children.findIndex(
    (node) => node.type === 'paragraph' && opensOnly.test(plainText(node)),
  );
  if (start < 0) return;
  const length = tree.children.slice(start + 1).findIndex((node) => /%%\s*$/.test(plainText(node)));
  if (length < 0) return;
  const inside = tree.children.splice(start, length + 2);
  const text = inside
    .map((node) =>
      plainText(node)
        .replace(/^%%|%%$/g, '')
        .trim(),
    )
    .filter(Boolean)
    .join('\n\n');
  tree.children.splice(start, 0, { type: 'html', value: importedComment(`${commentOfEditor}: ${text}`) });
  extractLongComments(tree);
}

/** CriticMarkup that opens in one paragraph and closes in another. */
function extractLongMarks(tree: Root, dropped: Dropped[]): void {
  for (const { kind, open, close } of longMarks) {
    for (let at = 0; at < tree.children.length; at += 1) {
      const first = tree.children[at];
      const opening = first?.type === 'paragraph' ? splitAt(first, open, true) : undefined;
      if (!opening) continue;
      const following = tree.children.slice(at + 1, at + 1 + maxMarkParagraphs);
      const length = following.findIndex((node) => node.type === 'paragraph' && splitAt(node, close, false));
      const last = following[length];
      const closing = last?.type === 'paragraph' ? splitAt(last, close, false) : undefined;
      if (!closing || opening.after.some((node) => node.type === 'text' && node.value.includes(close)))
        continue;
      const inside = [paragraphOf(opening.after), ...following.slice(0, length), paragraphOf(closing.before)];
      const [before, after] = [paragraphOf(opening.before), paragraphOf(closing.after)];
      const result = resultOfLong(kind, inside, dropped);
      const isText = kind === 'addition' || kind === 'highlight';
      tree.children.splice(
        at,
        length + 2,
        ...(isText ? joined([before, ...result, after]) : [before, ...result, after]),
      );
    }
  }
  tree.children = tree.children.filter((node) => node.type !== 'paragraph' || node.children.length > 0);
}

function resultOfLong(kind: EditorMark['kind'], inside: RootContent[], dropped: Dropped[]): RootContent[] {
  const text = inside.map(plainText).filter(Boolean).join('\n\n');
  switch (kind) {
    case 'comment':
      return [{ type: 'html', value: importedComment(`${commentOfEditor}: ${text}`) }];
    case 'deletion':
      dropped.push({ what: 'deletion that was applied', text });
      return [];
    case 'replacement': {
      const [old = '', written = ''] = text.split('~>');
      dropped.push({ what: 'replacement that was applied', text: `${old} → ${written}` });
      return written
        .split('\n\n')
        .filter((each) => each.trim() !== '')
        .map((value) => paragraphOf([{ type: 'text', value }]));
    }
    default:
      dropped.push({
        what: `marks of ${kind === 'addition' ? 'an addition that was applied' : 'a highlight'}`,
        text,
      });
      return inside;
  }
}

/** Joins the first two paragraphs and the last two, which only marks separated. */
function joined(blocks: readonly RootContent[]): RootContent[] {
  const [before, first, ...rest] = blocks;
  const [last, after] = rest.splice(-2);
  return [...join(before, first), ...rest, ...join(last, after)];
}

function join(one: RootContent | undefined, other: RootContent | undefined): RootContent[] {
  if (one?.type !== 'paragraph' || other?.type !== 'paragraph')
    return [one, other].filter((node) => node !== undefined);
  return [paragraphOf([...one.children, ...other.children])];
}

/** The text before and after the first or last mark of its kind in a paragraph. */
function splitAt(
  { children }: Paragraph,
  sign: string,
  isLast: boolean,
): { before: PhrasingContent[]; after: PhrasingContent[] } | undefined {
  const has = (node: PhrasingContent): boolean => node.type === 'text' && node.value.includes(sign);
  const at = isLast ? children.findLastIndex(has) : children.findIndex(has);
  const node = children[at];
  if (node?.type !== 'text') return undefined;
  const from = isLast ? node.value.lastIndexOf(sign) : node.value.indexOf(sign);
  const textOf = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]);
  return {
    before: [...children.slice(0, at), ...textOf(node.value.slice(0, from))],
    after: [...textOf(node.value.slice(from + sign.length)), ...children.slice(at + 1)],
  };
}

function paragraphOf(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

const opensOnly = /^%%(?![^]*%%)/;

/** `[//]: # (a comment)` is a common comment in Markdown. Other unused definitions are dropped. */
function extractDefinitions(tree: Root, dropped: Dropped[]): void {
  const used = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
  });
  visit(tree, 'definition', (node, at, parent) => {
    if (used.has(node.identifier) || parent === undefined || at === undefined) return undefined;
    const comment = commentOf(node);
    if (comment === undefined) dropped.push({ what: 'unused address', text: sourceOf(node) });
    const html: Nodes[] = comment === undefined ? [] : [{ type: 'html', value: importedComment(comment) }];
    (parent.children as Nodes[]).splice(at, 1, ...html);
    return at + html.length;
  });
}

function commentOf({ url, title, identifier, label }: Definition): string | undefined {
  const isNowhere = url === '' || url === '#';
  if (!isNowhere && !/^(?:\/\/|comment|#|_|-)$/i.test(identifier)) return undefined;
  const name = /^(?:\/\/|comment|#|_|-|\.)?$/i.test(identifier) ? '' : `${label ?? identifier}: `;
  return `${name}${[isNowhere ? '' : url, title ?? ''].filter(Boolean).join(' ')}`.trim() || undefined;
}

function sourceOf({ label, identifier, url, title }: Definition): string {
  return `[${label ?? identifier}]: ${url}${title ? ` (${title})` : ''}`;
}
