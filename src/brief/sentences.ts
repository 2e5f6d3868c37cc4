/**
 * The first sentence of a text (Unicode Standard Annex #29). A full stop after a single letter, as in "U.S. firms",
 * and one before a small letter end none.
 */
export function firstSentence(text: string, language: string): string {
  const [paragraph = ''] = text.split('\n');
  let sentence = '';
  for (const { segment } of segmenterFor(language).segment(paragraph)) {
    sentence += segment;
    if (!/(?:^|[\s.(])\p{L}\.\s*$/u.test(sentence)) break;
  }
  return sentence.trim();
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
