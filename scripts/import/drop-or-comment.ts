import { isCourtesyAfter } from './conversation.ts';
import { hasSentence } from './has-sentence.ts';
import { isMenu } from './menus.ts';
import { alwaysDropped, unseen, type Aside, type Dropped } from './document-source.ts';

/**
 * Sorts what a reader removed from a document: text with a sentence goes into a comment, the rest is only reported,
 * and what became a field is left out. A writer's comment inside a text always stays.
 */
export function dropOrComment(
  removed: readonly Dropped[],
  fields: Readonly<Record<string, unknown>>,
  isInText = false,
): { dropped: Dropped[]; asides: Aside[] } {
  const dropped: Dropped[] = [];
  const asides: Aside[] = [];
  for (const { what, text } of removed) {
    if (text === fields['title'] || text === fields['summary']) continue;
    const isSaid = hasSentence(text) || (what === 'comment' && isInText);
    const isBare = unseen.includes(what) || alwaysDropped.includes(what) || isMenu(text) || (what !== 'comment' && isCourtesyAfter(text)); // prettier-ignore
    if (isBare || !isSaid) dropped.push({ what, text });
    else if (what === 'comment')
      asides.push({ why: 'comment in the document', text: text.replace(/^imported:\s*/, '') });
    else asides.push({ why: what, text: text.includes('\n') ? `${what}:\n\n${text}` : `${what}: ${text}` });
  }
  return { dropped, asides };
}
