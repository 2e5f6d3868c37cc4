import type { Draft, OutlineEntry } from '../../markdown/draft.ts';
import { applyEdits } from '../../markdown/text-edits.ts';
import { writtenHeading } from '../../languages/languages.ts';

/** Writes every heading that can be fixed as it has to be. */
export function writeHeadings(draft: Draft): string {
  const edits = draft.outline
    .filter((entry) => isFixable(entry, draft))
    .map(({ section = 0, range }) => ({
      ...range,
      text: `## ${writtenHeading(draft.headings[section] ?? '')}`,
    }));
  return applyEdits(draft.source, edits);
}

/** A heading can be fixed that means a section beyond doubt, unless another one means the same. */
export function isFixable(entry: OutlineEntry, { outline }: Draft): boolean {
  const { section, exact, certain } = entry;
  if (section === undefined || exact || !certain) return false;
  return !outline.some((other) => other !== entry && other.section === section);
}
