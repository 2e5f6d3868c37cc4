import type { Draft, OutlineEntry } from '../../markdown/draft.ts';
import { applyEdits } from '../../markdown/text-edits.ts';
import { writtenHeading } from '../../languages/languages.ts';

/** Corrects every fixable heading. */
export function writeHeadings(draft: Draft): string {
  const edits = draft.outline
    .filter((entry) => isFixable(entry, draft))
    .map(({ section = 0, range }) => ({
      ...range,
      text: `## ${writtenHeading(draft.headings[section] ?? '')}`,
    }));
  return applyEdits(draft.source, edits);
}

/** A heading is fixable if its section is certain and no other heading opens the same one. */
export function isFixable(entry: OutlineEntry, { outline }: Draft): boolean {
  const { section, exact, certain } = entry;
  if (section === undefined || exact || !certain) return false;
  return !outline.some((other) => other !== entry && other.section === section);
}
