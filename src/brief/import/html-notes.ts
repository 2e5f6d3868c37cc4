import type { Element, Root } from 'hast';
import type { BlockContent, FootnoteDefinition, FootnoteReference } from 'mdast';
import type { Options } from 'rehype-remark';
import { visit } from 'unist-util-visit';
import { findElements, propertyOf } from './html-parts.ts';

type Handle = NonNullable<NonNullable<Options['handlers']>[string]>;

/** Marks the notes of a Word document, as mammoth writes them: links to `#footnote-1`, and items with those names. */
export function markNotes(tree: Root): void {
  const notes = findElements(tree, (each) => each.tagName === 'li' && isNote.test(propertyOf(each, 'id')));
  const names = new Set(notes.map((note) => propertyOf(note, 'id')));
  if (names.size === 0) return;
  visit(tree, 'element', (element, at, parent) => {
    const isLink = element.tagName === 'a';
    const name = isLink ? propertyOf(element, 'href').slice(1) : propertyOf(element, 'id');
    if (isLink && parent && at !== undefined && isWayBack.test(name)) {
      parent.children.splice(at, 1);
      return at;
    }
    if (!names.has(name) || !(isLink || element.tagName === 'li')) return undefined;
    if (!isLink && parent?.type === 'element') parent.tagName = 'div';
    element.tagName = isLink ? 'note-reference' : 'note-text';
    element.properties = { label: name.replace('footnote-', '').replace('endnote-', 'end-') };
    return undefined;
  });
}

const isNote = /^(?:foot|end)note-\d+$/;

/** From a note back to its place. */
const isWayBack = /^(?:foot|end)note-ref-\d+$/;

/** What a note is in Markdown. */
export const noteHandlers: Record<string, Handle> = {
  'note-reference': (_state, element: Element): FootnoteReference => {
    const label = propertyOf(element, 'label');
    return { type: 'footnoteReference', identifier: label, label };
  },
  'note-text': (state, element: Element): FootnoteDefinition => {
    const label = propertyOf(element, 'label');
    const children = state.toFlow(state.all(element)) as BlockContent[];
    return { type: 'footnoteDefinition', identifier: label, label, children };
  },
};
