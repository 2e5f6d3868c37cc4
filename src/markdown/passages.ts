import type { Nodes, RootContent } from 'mdast';
import type { Range } from '../diagnostics/diagnostic.ts';
import type { ComponentNode } from './components/component.ts';
import type { Draft, FrontMatterSource } from './draft.ts';
import { rangeOfField } from './field-places.ts';
import { oncePer } from '../brief/memoize.ts';
import { quotationsIn } from './quotations.ts';
import { rangeOf } from './nodes.ts';

/** What readers meet as one piece: a paragraph, a heading, a cell, a picture's description, a value that is plain text. */
export interface Passage {
  readonly kind: 'text' | 'alt' | 'field' | 'attribute';
  readonly text: string;
  /** The same text, as long, with {@link hidden} for what is code. */
  readonly prose: string;
  /** Inside a block quotation. */
  readonly quoted: boolean;
  /** Where a stretch of the text stands in the file; what is spelled otherwise there is meant as a whole. */
  readonly place: (start: number, end: number) => Range;
}

/** Stands for each UTF-16 unit that a rule is not to read. */
export const hidden = '\ufffc';

/** Every passage of a brief, the fields first. */
export const passagesOf = oncePer((draft: Draft): readonly Passage[] => {
  const fields = draft.frontMatter ? fieldPassages(draft.frontMatter, draft.source) : [];
  return [...fields, ...textPassages(draft.tree.children, draft.source)];
});

/** The passages of some blocks; those of a footnote stand where the note is written. */
export function textPassages(nodes: readonly RootContent[], source: string): Passage[] {
  const passages: Passage[] = [];
  // What emphasis, links and the like hold belongs to the passage around them.
  const collect = (node: Nodes, quoted: boolean, inPassage: boolean): void => {
    if (isPicture(node)) {
      // The title of a picture stands below it as its caption.
      if (node.type === 'image' && node.title) {
        passages.push(passageOf('text', [pieceOf(node.title, rangeOf(node), source)], quoted));
      }
      if (node.alt) passages.push(passageOf('alt', [pieceOf(node.alt, rangeOf(node), source)], quoted));
    } else if (node.type === 'code') {
      passages.push(passageOf('text', piecesOf(node, source), quoted));
    } else if ('children' in node) {
      if (isComponent(node)) for (const passage of attributePassages(node, source)) passages.push(passage);
      const begins = !inPassage && node.children.some(isText);
      if (begins) passages.push(passageOf('text', piecesOf(node, source), quoted));
      for (const child of node.children) {
        collect(child, quoted || isQuotation(node), inPassage || begins);
      }
    }
  };
  for (const node of nodes) collect(node, false, false);
  return passages;
}

/** A passage with code and all that stands between quotation marks hidden: what the brief says itself. */
export const ownWords = oncePer(({ prose, quoted }: Passage): string => {
  if (quoted) return hidden.repeat(prose.length);
  let own = '';
  let shown = 0;
  for (const { start, end } of quotationsIn(prose)) {
    own += prose.slice(shown, start) + hidden.repeat(end - start);
    shown = end;
  }
  return own + prose.slice(shown);
});

function fieldPassages(frontMatter: FrontMatterSource, source: string): Passage[] {
  const passages: Passage[] = [];
  const collect = (value: unknown, path: readonly PropertyKey[]): void => {
    if (typeof value === 'string') {
      passages.push(passageOf('field', [pieceOf(value, rangeOfField(frontMatter, path), source)], false));
    } else if (Array.isArray(value)) {
      for (const [at, item] of value.entries()) collect(item, [...path, at]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) collect(item, [...path, name]);
    }
  };
  collect(frontMatter.values, []);
  return passages;
}

function attributePassages({ attributes }: ComponentNode, source: string): Passage[] {
  return attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
      ? [passageOf('attribute', [pieceOf(attribute.value, rangeOf(attribute), source)], false)]
      : [],
  );
}

interface Piece {
  readonly text: string;
  readonly isCode: boolean;
  readonly range: Range;
  /** What the file has at that place. */
  readonly written: string;
}

function piecesOf(node: Nodes, source: string): Piece[] {
  if (node.type === 'text') return [pieceOf(node.value, rangeOf(node), source)];
  if (node.type === 'break') return [pieceOf(' ', rangeOf(node), source)];
  if (node.type === 'inlineCode' || node.type === 'code') {
    return [pieceOf(node.value, rangeOf(node), source, true)];
  }
  return 'children' in node ? node.children.flatMap((child) => piecesOf(child, source)) : [];
}

function pieceOf(text: string, range: Range, source: string, isCode = false): Piece {
  return { text, isCode, range, written: source.slice(range.start, range.end) };
}

function passageOf(kind: Passage['kind'], pieces: readonly Piece[], quoted: boolean): Passage {
  const text = pieces.map((piece) => piece.text).join('');
  const prose = pieces
    .map((piece) => (piece.isCode ? hidden.repeat(piece.text.length) : piece.text))
    .join('');
  return { kind, text, prose, quoted, place: (start, end) => placeIn(pieces, start, end) };
}

function placeIn(pieces: readonly Piece[], start: number, end: number): Range {
  const ranges: Range[] = [];
  let at = 0;
  for (const piece of pieces) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, piece.text.length);
    if (from < to) ranges.push(placeInPiece(piece, from, to));
    at += piece.text.length;
  }
  return { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 };
}

function placeInPiece({ text, range, written }: Piece, from: number, to: number): Range {
  // An escape or a character reference makes the file longer than the text: then the words are looked for.
  const found = written === text ? from : written.indexOf(text.slice(from, to));
  return found < 0 ? range : { start: range.start + found, end: range.start + found + to - from };
}

function isPicture(node: Nodes): node is Extract<Nodes, { type: 'image' | 'imageReference' }> {
  return node.type === 'image' || node.type === 'imageReference';
}

function isComponent(node: Nodes): node is ComponentNode {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function isQuotation(node: Nodes): boolean {
  return (
    (node.type === 'blockquote' && node.data?.callout === undefined) ||
    (isComponent(node) && node.name === 'Quote')
  );
}

function isText(node: Nodes): boolean {
  return ['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'link', 'linkReference'].includes(node.type);
}
