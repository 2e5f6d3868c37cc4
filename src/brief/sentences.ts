/**
 * The first sentence of a text (Unicode Standard Annex #29). A full stop after a single letter, as in "U.S. firms",
 * and one before a small letter end none.
 */
export function firstSentence(text: string, language: string): string {
  const [paragraph = ''] = text.split('\n');
  let sentence = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(paragraph)) {
    sentence += segment;
    if (!/(?:^|[\s.(])\p{L}\.\s*$/u.test(sentence)) break;
  }
  return sentence.trim();
}
