import type { Root } from 'mdast';

/** A document as read, of any kind: a tree and what the document states about itself. */
export interface DocumentSource {
  readonly tree: Root;
  /** Fields of a brief from the front matter by name, every scalar a string. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Where the fields were found, if not in the front matter. */
  readonly from?: string | undefined;
  /** What the head states; the text and the front matter take precedence. */
  readonly head: Head;
  readonly dropped: readonly Dropped[];
  /** Texts outside the tree that do not belong in a brief, such as unknown fields. */
  readonly asides: readonly Aside[];
  /** File name that the document states. */
  readonly slug?: string | undefined;
  /** From a page or word processor: its images and internal links do not work in a brief. */
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

/** Something removed because it is not part of the text. The report shows all of it. */
export interface Dropped {
  /** A short name: "navigation", "feedback question". */
  readonly what: string;
  readonly text: string;
}

/** Kinds of dropped items that are never visible as text. */
export const instructions = 'instructions for Word and old browsers';
export const unseen: readonly string[] = ['script', 'style sheet', instructions];

/** Kinds of dropped items that stay dropped even if they are sentences, since the writer has nothing to decide. */
export const callToAct = 'call to subscribe or share';
export const lostMark = 'mark of a missing note';
export const imageRead = 'image rewritten in Markdown syntax';
export const formulaRead = 'formula rewritten in plain characters';
export const escapesRead = 'escapes and bullets of a program';
export const sourceMark = 'mark of a source';
export const around = 'text around the draft';
export const courtesy = 'words of the chat program';
export const tracking = 'address with parameters that count readers';
export const menu = 'menu or footer of a page';
export const earlierVersion = 'earlier version';
export const conversation = 'conversation';
export const otherStated = 'title or summary beside the chosen one';
export const thoughts = "the program's reasoning";
export const alwaysDropped: readonly string[] = [
  ...[
    callToAct,
    lostMark,
    imageRead,
    formulaRead,
    escapesRead,
    sourceMark,
    around,
    tracking,
    courtesy,
    menu,
    earlierVersion,
    conversation,
    thoughts,
    otherStated,
  ],
  ...['label', 'AI label', 'feedback question', 'answer to the feedback question'],
];

/** A text that goes into a comment of the brief. */
export interface Aside {
  readonly why: string;
  readonly text: string;
  /** The field that the text asks about. */
  readonly field?: string | undefined;
}

export const textBefore = 'text before the first section';

/** A source with only a tree. */
export function sourceOf(tree: Root): DocumentSource {
  return { tree, fields: {}, head: {}, dropped: [], asides: [], isPage: false };
}
