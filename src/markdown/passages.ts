import type { Nodes, RootContent } from 'mdast';
import type { Range } from '../diagnostics/diagnostic.ts';
import type { ComponentNode } from './components/component.ts';
import type { Draft, FrontMatterSource } from './draft.ts';
import { rangeOfField } from './field-places.ts';
import { memoize } from '../brief/memoize.ts';
import { quotationsIn } from './quotations.ts';
import { rangeOf } from './nodes.ts';

/** A unit of text for readers: a paragraph, a heading, a cell, an image description, a plain-text value. */
export interface Passage {
  readonly kind: 'text' | 'alt' | 'field' | 'attribute';
  readonly text: string;
  /** The same text with code replaced by {@link hidden}; same length. */
  readonly prose: string;
  /** The name of a field, without those around it. */
  readonly field?: string;
  /** Whether it is inside a block quotation. */
  readonly quoted: boolean;
  /** The range in the file of part of the text; the whole if it is spelled differently there. */
  readonly place: (start: number, end: number) => Range;
}

/** Replaces each UTF-16 unit that rules must not read. */
export const hidden = '\ufffc';

/** Every passage of a brief, fields first. */
export const passagesOf = memoize((draft: Draft): readonly Passage[] => {
  const fields = draft.frontMatter ? fieldPassages(draft.frontMatter, draft.source) : [];
  return [...fields, ...textPassages(draft.tree.children, draft.source)];
});

/** The passages of blocks; those of a footnote are where the note is written. */
export function textPassages(nodes: readonly RootContent[], source: string): Passage[] {
  const passages: Passage[] = [];
  // Inline content belongs to the passage around it.
  const collect = (node: Nodes, quoted: boolean, inPassage: boolean): void => {
    if (isImage(node)) {
      // An image's title is its caption.
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

/** A passage with code and quotations hidden: the brief's own words. */
export const ownWords = memoize(({ prose, quoted }: Passage): string => {
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
      const field = String(path.findLast((step) => typeof step === 'string'));
      const pieces = [pieceOf(value, rangeOfField(frontMatter, path), source)];
      passages.push({ ...passageOf('field', pieces, false), field });
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
  /** The text at that range in the file. */
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
  // Escapes make the source longer than the text, so the words are searched for.
  const found = written === text ? from : written.indexOf(text.slice(from, to));
  return found < 0 ? range : { start: range.start + found, end: range.start + found + to - from };
}

function isImage(node: Nodes): node is Extract<Nodes, { type: 'image' | 'imageReference' }> {
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
