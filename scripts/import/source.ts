import type { Root } from 'mdast';

/** A document as read, whatever its kind: a tree in its own order, and what it says of itself. */
export interface Source {
  readonly tree: Root;
  /** What the front matter states: fields of a brief by their names, every scalar a string. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** What the document's head says; the text itself and the front matter come first. */
  readonly head: Head;
  readonly dropped: readonly Dropped[];
  /** Texts that are no part of the tree and have no place in a brief, such as fields that a brief does not have. */
  readonly asides: readonly Aside[];
  /** A name for the file that the document states. */
  readonly slug?: string | undefined;
  /** From a page or a text processor: its pictures, and links to places in it, lead nowhere from a brief. */
  readonly isPage: boolean;
}

export interface Head {
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  /** ISO 8601, not yet checked. */
  readonly date?: string | undefined;
  /** BCP 47, not yet checked. */
  readonly lang?: string | undefined;
}

/** What was left out, because it is the page's and not the text's. Every word of it is in the report. */
export interface Dropped {
  /** In a word or two: "navigation", "feedback question". */
  readonly what: string;
  readonly text: string;
}

/** Kinds of what is dropped that no reader ever saw as text. */
export const instructions = 'instructions for Word and old browsers';
export const unseen: readonly string[] = ['script', 'style sheet', instructions];

/** Kinds of what is only told of, although it may be a sentence: a writer has nothing to decide about them. */
export const callToAct = 'call to subscribe or share';
export const lostMark = 'mark of a note that is not there';
export const pictureRead = 'picture that Markdown did not read, now written as one';
export const neverKept: readonly string[] = [callToAct, lostMark, pictureRead];

/** What is kept in a comment of the brief. */
export interface Aside {
  /** Why it has no place. */
  readonly why: string;
  readonly text: string;
}

/** Why a text is kept that stands before every section. */
export const textBefore = 'text before the first section';

/** A source of nothing but a tree. */
export function sourceOf(tree: Root): Source {
  return { tree, fields: {}, head: {}, dropped: [], asides: [], isPage: false };
}
