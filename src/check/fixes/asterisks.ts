import type { Draft } from '../../markdown/draft.ts';
import { parse } from '../../markdown/parse.ts';
import type { Publication } from '../../brief/publication.ts';
import { textPassages } from '../../markdown/passages.ts';
import { applyEdits } from '../../markdown/text-edits.ts';
import { unintendedEmphasis } from '../../markdown/unintended-emphasis.ts';

/** Escapes asterisks that belong to the text; returns the same draft if there are none. */
export function escapeAsterisks(draft: Draft, publication: Publication): Draft {
  const { file, source, tree, language } = draft;
  const edges = unintendedEmphasis(tree, source, language.code).flatMap(({ opening, closing }) => [
    opening,
    closing,
  ]);
  if (edges.length === 0) return draft;
  const edits = edges.map(({ start, end }) => ({ start, end, text: '\\*'.repeat(end - start) }));
  const next = parse(file, applyEdits(source, edits), publication);
  return wordsOf(draft) === wordsOf(next) ? next : draft;
}

/** The visible text without asterisks. */
function wordsOf({ tree, source }: Draft): string {
  return textPassages(tree.children, source)
    .map(({ text }) => text.replaceAll('*', ''))
    .join('\n');
}
