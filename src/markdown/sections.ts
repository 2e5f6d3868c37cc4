import type { RootContent } from 'mdast';
import { countWords } from '../brief/graphemes.ts';
import type { Draft, OutlineEntry } from './draft.ts';
import { textPassages } from './passages.ts';

/** A section as it is written: its heading, and what stands below it up to the next one. */
export interface DraftSection {
  readonly entry: OutlineEntry & { readonly section: number };
  readonly content: readonly RootContent[];
}

/** The sections of a draft, in the order and as often as they are written. */
export function sectionsOf({ outline, tree }: Draft): DraftSection[] {
  return outline.flatMap((entry, at) => {
    const { section } = entry;
    if (section === undefined) return [];
    const content = tree.children.slice(entry.index + 1, outline[at + 1]?.index ?? tree.children.length);
    return [{ entry: { ...entry, section }, content }];
  });
}

/** Words of a section's own text, without its footnotes; characters where the script writes no spaces. */
export function countSection({ content }: DraftSection, { source, language }: Draft): number {
  return textPassages(
    content.filter(({ type }) => type !== 'footnoteDefinition'),
    source,
  )
    .filter(({ kind }) => kind === 'text')
    .reduce((sum, { text }) => sum + countWords(text, language.reading.unit), 0);
}
