import type { FootnoteDefinition, FootnoteReference, Link, Nodes, Parent, PhrasingContent } from 'mdast';
import { plainText } from './lines.ts';

/**
 * Raised or lowered type, as every reader hands it on: what it means is settled when the whole document is read. The type is
 * that of remark-directive's nodes, which rehype-remark knows to stand within a line.
 */
export interface Script extends Parent {
  type: 'textDirective';
  name: 'sup' | 'sub';
  /** Whether the document itself calls it the mark of a note. */
  isNote?: boolean;
  /** Whether it is small, and nothing says that it is raised. */
  isSmall?: boolean;
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    textDirective: Script;
  }
  interface RootContentMap {
    textDirective: Script;
  }
}

type LineHolder = Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>;

/** Whether a node holds text, and no other block. */
export function holdsLines(node: Nodes): node is LineHolder {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
}

/** What stands in a line, in its order; raised type is one. */
export function leavesOf(node: Nodes): Nodes[] {
  return 'children' in node && node.type !== 'textDirective' ? node.children.flatMap(leavesOf) : [node];
}

/** What a leaf adds to its line. */
export function sayOf(node: Nodes): string {
  return node.type === 'textDirective'
    ? plainText({ type: 'paragraph', children: node.children })
    : node.type === 'text' || node.type === 'inlineCode'
      ? node.value
      : node.type === 'break'
        ? ' '
        : '';
}

/** The links in a node, the outer ones. */
export function linksIn(node: Nodes): Link[] {
  if (node.type === 'link') return [node];
  return 'children' in node ? node.children.flatMap(linksIn) : [];
}

/** A reference to the note of that label. */
export function referenceTo(label: string): FootnoteReference {
  return { type: 'footnoteReference', identifier: label, label };
}

/** The note of that label. */
export function definitionOf(label: string, children: FootnoteDefinition['children']): FootnoteDefinition {
  return { type: 'footnoteDefinition', identifier: label, label, children };
}

/** A text. */
export function textOf(value: string): PhrasingContent {
  return { type: 'text', value };
}
