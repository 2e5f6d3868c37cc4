import { hasSentence } from './has-sentence.ts';
import { unseen, type Aside, type Dropped } from './source.ts';

/**
 * Divides what a reader took out of a document: what has a sentence in it is kept in a comment of the brief, the rest is
 * told of in the report. What became a field is neither.
 */
export function tellOrKeep(
  taken: readonly Dropped[],
  fields: Readonly<Record<string, unknown>>,
): { dropped: Dropped[]; asides: Aside[] } {
  const dropped: Dropped[] = [];
  const asides: Aside[] = [];
  for (const { what, text } of taken) {
    if (text === fields['title'] || text === fields['summary']) continue;
    if (unseen.includes(what) || !hasSentence(text)) dropped.push({ what, text });
    else asides.push({ why: what, text: text.includes('\n') ? `${what}:\n\n${text}` : `${what}: ${text}` });
  }
  return { dropped, asides };
}
