/**
 * The sentences of a text of one line (Unicode Standard Annex #29). A full stop after a single letter, as in "U.S. firms",
 * and one before a small letter end none. Each has the space behind it.
 */
export function sentencesOf(text: string, language: string): string[] {
  const sentences: string[] = [];
  let begin = 0;
  for (const { segment, index } of segmenterFor(language).segment(text)) {
    const end = index + segment.length;
    // To read the sentence whole at each of its stops would take time that grows with the square of its length.
    const last = text.slice(Math.max(begin, end - maxLastWord), end);
    if (/(?:^|[\s.(])\p{L}\.\s*$/u.test(last)) continue;
    // What opens a quotation or a bracket belongs to what follows.
    const opening = /(?<=\S)[“‘«「『（(]+$/.exec(last)?.[0] ?? '';
    sentences.push(text.slice(begin, end - opening.length));
    begin = end - opening.length;
  }
  return [...sentences, text.slice(begin)].filter((each) => each.trim() !== '');
}

/** UTF-16 units at a sentence's end that tell whether it ends there. */
const maxLastWord = 40;

/** The first sentence of a text of several lines. */
export function firstSentence(text: string, language: string): string {
  const [paragraph = ''] = text.split('\n');
  return sentencesOf(paragraph, language)[0]?.trim() ?? '';
}

const segmenters = new Map<string, Intl.Segmenter>();

/** A segmenter takes longer to make than to use. */
function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}
