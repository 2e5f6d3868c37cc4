/**
 * The sentences of a text of one line (Unicode Standard Annex #29). A full stop after a single letter, as in "U.S. firms",
 * and one before a small letter end none. Each has the space behind it.
 */
export function sentencesOf(text: string, language: string): string[] {
  const sentences: string[] = [];
  let sentence = '';
  for (const { segment } of segmenterFor(language).segment(text)) {
    sentence += segment;
    if (/(?:^|[\s.(])\p{L}\.\s*$/u.test(sentence)) continue;
    // What opens a quotation or a bracket belongs to what follows.
    const opening = /(?<=\S)[“‘«「『（(]+$/.exec(sentence)?.[0] ?? '';
    sentences.push(sentence.slice(0, sentence.length - opening.length));
    sentence = opening;
  }
  return [...sentences, sentence].filter((each) => each.trim() !== '');
}

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
