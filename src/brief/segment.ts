const segmenters = new Map<string, Intl.Segmenter>();

/** Divides a text as browsers do; made once, since making one takes longer than dividing a title. */
export function segmenterFor(granularity: 'grapheme' | 'word' | 'sentence', language = 'en'): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, segmenter);
  return segmenter;
}

const graphemes = segmenterFor('grapheme');
// Every UTF-16 unit below U+0300 is a grapheme, except CR LF.
const simple = /^[^\r\u0300-\uffff]*$/;

/** Counts user-perceived characters (Unicode Standard Annex #29, extended grapheme clusters). */
export function countGraphemes(text: string): number {
  if (simple.test(text)) return text.length;
  let count = 0;
  for (const segment of graphemes.segment(text)) count += segment.segment.length > 0 ? 1 : 0;
  return count;
}

/** Counts words, or characters in scripts without spaces. */
export function countWords(text: string, unit: 'words' | 'characters'): number {
  const pattern = unit === 'words' ? /[\p{L}\p{N}]+(?:[^\s]*[\p{L}\p{N}])?/gu : /[\p{L}\p{N}]/gu;
  return text.match(pattern)?.length ?? 0;
}
