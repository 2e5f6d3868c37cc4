import type { RootContent } from 'mdast';
import { countWords } from '../brief/segment.ts';
import type { Draft, OutlineEntry } from './draft.ts';
import { textPassages } from './passages.ts';

/** A section as written: its heading and its content. */
export interface DraftSection {
  readonly entry: OutlineEntry & { readonly section: number };
  readonly content: readonly RootContent[];
}

/** The sections of a draft as written, with repetitions. */
export function sectionsOf({ outline, tree }: Draft): DraftSection[] {
  return outline.flatMap((entry, at) => {
    const { section } = entry;
    if (section === undefined) return [];
    const content = tree.children.slice(entry.index + 1, outline[at + 1]?.index ?? tree.children.length);
    return [{ entry: { ...entry, section }, content }];
  });
}

/** Words in a section without its footnotes, or characters in scripts without spaces. */
export function countSection({ content }: DraftSection, { source, language }: Draft): number {
  return textPassages(
    content.filter(({ type }) => type !== 'footnoteDefinition'),
    source,
  )
    .filter(({ kind }) => kind === 'text')
    .reduce((sum, { text }) => sum + countWords(text, language.reading.unit), 0);
}
