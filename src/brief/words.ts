/** A text of the settings for all languages, or one for each by language tag. */
export type Words = string | Readonly<Record<string, string>>;

/** The text in a language: its own, that of the same language without a region, or the first. */
export function wordsIn(words: Words, lang: string): string {
  return typeof words === 'string' ? words : (words[keyFor(words, lang)] ?? '');
}

/** The language of the text that {@link wordsIn} gives; `own` for a text that is for all languages. */
export function languageOfWords(words: Words, lang: string, own: string): string {
  return typeof words === 'string' ? own : keyFor(words, lang);
}

/** The language of the text that {@link wordsIn} gives, where it is not the one that was asked for. */
export function otherLanguageOf(words: Words | undefined, lang: string, own: string): string | undefined {
  const said = words === undefined ? lang : languageOfWords(words, lang, own);
  return said === lang ? undefined : said;
}

/** The text in each of its languages. */
export function everyWord(words: Words): readonly string[] {
  return typeof words === 'string' ? [words] : Object.values(words);
}

/** RFC 4647, 3.4: the tag, then what is left of it without its last part. */
function keyFor(words: Readonly<Record<string, string>>, lang: string): string {
  for (let tag = lang; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-'))))
    if (Object.hasOwn(words, tag)) return tag;
  return Object.keys(words)[0] ?? lang;
}
