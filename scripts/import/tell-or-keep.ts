import { hasSentence } from './has-sentence.ts';
import { neverKept, unseen, type Aside, type Dropped } from './source.ts';

/**
 * Divides what a reader took out of a document: what has a sentence in it is kept in a comment of the brief, the rest is
 * told of in the report. What became a field is neither; a comment of a writer inside a text is always kept.
 */
export function tellOrKeep(
  taken: readonly Dropped[],
  fields: Readonly<Record<string, unknown>>,
  isInText = false,
): { dropped: Dropped[]; asides: Aside[] } {
  const dropped: Dropped[] = [];
  const asides: Aside[] = [];
  for (const { what, text } of taken) {
    if (text === fields['title'] || text === fields['summary']) continue;
    const isSaid = hasSentence(text) || (what === 'comment' && isInText);
    if (unseen.includes(what) || neverKept.includes(what) || !isSaid) dropped.push({ what, text });
    else if (what === 'comment')
      asides.push({ why: 'a comment of the document', text: text.replace(/^imported:\s*/, '') });
    else asides.push({ why: what, text: text.includes('\n') ? `${what}:\n\n${text}` : `${what}: ${text}` });
  }
  return { dropped, asides };
}
