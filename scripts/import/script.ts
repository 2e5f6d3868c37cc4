import type { FootnoteDefinition, FootnoteReference, Link, Nodes, Parent, PhrasingContent } from 'mdast';
import { plainText } from './lines.ts';

/**
 * Raised or lowered text as every reader returns it. `interpretScripts` interprets it after the whole document is read.
 * The type comes from remark-directive, so that rehype-remark treats it as inline.
 */
export interface Script extends Parent {
  type: 'textDirective';
  name: 'sup' | 'sub';
  /** Whether the document marks it as a note reference. */
  isNote?: boolean;
  /** Whether it is only small, and not marked as raised. */
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

/** Whether a node contains inline content and no other block. */
export function holdsLines(node: Nodes): node is LineHolder {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
}

/** The leaves of a line in order; raised text is one leaf. */
export function leavesOf(node: Nodes): Nodes[] {
  return 'children' in node && node.type !== 'textDirective' ? node.children.flatMap(leavesOf) : [node];
}

/** The text that a leaf adds to its line. */
export function sayOf(node: Nodes): string {
  return node.type === 'textDirective'
    ? plainText({ type: 'paragraph', children: node.children })
    : node.type === 'text' || node.type === 'inlineCode'
      ? node.value
      : node.type === 'break'
        ? ' '
        : '';
}

/** The outermost links in a node. */
export function linksIn(node: Nodes): Link[] {
  if (node.type === 'link') return [node];
  return 'children' in node ? node.children.flatMap(linksIn) : [];
}

export function referenceTo(label: string): FootnoteReference {
  return { type: 'footnoteReference', identifier: label, label };
}

export function definitionOf(label: string, children: FootnoteDefinition['children']): FootnoteDefinition {
  return { type: 'footnoteDefinition', identifier: label, label, children };
}

export function textOf(value: string): PhrasingContent {
  return { type: 'text', value };
}
