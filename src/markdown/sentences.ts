import { taskBox, type Block } from '../brief/blocks.ts';
import { segmenterFor } from '../brief/segment.ts';

/**
 * Splits one line of text into sentences (Unicode Standard Annex #29). A full stop after a single letter, as in "U.S.
 * firms", or before a lower-case letter does not end one. Each sentence includes the space after it.
 */
export function sentencesOf(text: string, language: string): string[] {
  const sentences: string[] = [];
  let begin = 0;
  for (const { segment, index } of segmenterFor('sentence', language).segment(text)) {
    const end = index + segment.length;
    // Looking at the whole sentence for each full stop would be quadratic.
    const last = text.slice(Math.max(begin, end - maxLastWord), end);
    if (/(?:^|[\s.(])\p{L}\.\s*$/u.test(last)) continue;
    // Opening quotation marks and brackets belong to the next sentence.
    const opening = /(?<=\S)[“‘«「『（(]+$/.exec(last)?.[0] ?? '';
    sentences.push(text.slice(begin, end - opening.length));
    begin = end - opening.length;
  }
  return [...sentences, text.slice(begin)].filter((each) => each.trim() !== '');
}

/** UTF-16 units that determine whether a sentence ends. */
const maxLastWord = 40;

/** The first sentence of a text with several lines. */
export function firstSentence(text: string, language: string): string {
  const [paragraph = ''] = text.split('\n');
  return sentencesOf(paragraph, language)[0]?.trim() ?? '';
}

/** The first sentence of a section that says something by itself: not one that announces a list or a chart. Empty if none does. */
export function firstStatement(blocks: readonly Block[], language: string): string {
  for (const block of blocks) {
    const texts = block.kind === 'list' ? block.items.map((item) => item.replace(taskBox, '')) : block.kind === 'paragraph' || block.kind === 'quote' ? [block.text] : []; // prettier-ignore
    for (const text of texts)
      for (const sentence of sentencesOf(text.replace(/\n/g, ' '), language))
        if (!announcement.test(sentence)) return sentence.trim();
  }
  return '';
}

/** The end of a text that says that something follows. */
export const announcement = /[:：]\s*$/;
