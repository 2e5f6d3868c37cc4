/**
 * How the search reads words, in the index and in a query alike: in small letters without accents, as people type them,
 * elided articles and signs left out, and divided where a script writes no spaces. The browser runs this, too.
 */

/** A word as it is shown, and what it is found by. */
export interface SearchWord {
  readonly shown: string;
  /** Whether a space stands before it. */
  readonly spaced: boolean;
  readonly found: readonly string[];
}

/** The words of a text, in the language of its index. */
export function searchWords(text: string, lang: string): SearchWord[] {
  return text
    .split(/\s+/)
    .filter((chunk) => chunk !== '')
    .flatMap((chunk) =>
      piecesOf(chunk, lang).map((shown, at) => ({ shown, spaced: at === 0, found: foundBy(shown, lang) })),
    );
}

/** A query in the words that an index has. */
export function searchQuery(words: string, lang: string): string {
  return searchWords(words, lang)
    .flatMap(({ found }) => {
      // The C of 1.5°C would ask for every word that begins with it.
      const long = found.filter((word) => word.length > 1 || /\p{N}/u.test(word));
      return long.length > 0 ? long : found;
    })
    .join(' ');
}

/** Stands before what a word is found by, beside itself; Pagefind takes no notice of it. */
const alias = '\u2063';
/** Stands before a word without a space. */
const joint = '\u2060';

/**
 * A text as it is put into an index: each word is followed by what it is found by, where Pagefind does not find it by that
 * of its own accord.
 */
export function textToIndex(text: string, lang: string): string {
  return searchWords(text.replace(/[\u2060\u2063]/g, ''), lang)
    .flatMap(({ shown, spaced, found }) => {
      const known = found.length === 1 && found[0] === readAnyway(shown);
      return [spaced ? shown : joint + shown, ...(known ? [] : found.map((word) => alias + word))];
    })
    .join(' ');
}

/** Without capitals, accents and signs, which Pagefind leaves out by itself. */
function readAnyway(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .toLowerCase();
}

/** A text of an index, word by word. */
export interface IndexedWord {
  /** Nothing for what only finds the word before it. */
  readonly shown: string | undefined;
  readonly spaced: boolean;
}

export function readIndexedWord(word: string): IndexedWord {
  if (word.startsWith(alias)) return { shown: undefined, spaced: false };
  return word.startsWith(joint) ? { shown: word.slice(1), spaced: false } : { shown: word, spaced: true };
}

/** A text of an index as it was before. */
export function textOfIndex(text: string): string {
  return text
    .split(/\s+/)
    .map(readIndexedWord)
    .map(({ shown = '', spaced }) => (spaced ? ` ${shown}` : shown))
    .join('')
    .trim();
}

/** Letters that have no decomposition in Unicode, as those type them who do not have them on their keyboard. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ə: 'e',
};

/** Small letters without accents and without forms of writing: `Łódź` is `lodz`, `ＧＤＰ` is `gdp`, `CO₂` is `co2`. */
export function foldLetters(text: string): string {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      // Marks that people leave out; those of other scripts are letters of a word.
      .replace(/[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u0652\u0670]/g, '')
      .replace(/[ßæœøđðɖþłıħŧŋə]/g, (letter) => plainLetters[letter] ?? letter)
      .normalize('NFC')
  );
}

/** Languages whose articles and pronouns lose their vowel before a noun: it is the noun that is looked for. */
const eliding = /^(?:fr|it|ca|oc)\b/;

function foundBy(shown: string, lang: string): string[] {
  const letters = foldLetters(shown)
    // What divides a number is written in many ways, or not at all.
    .replace(/(?<=\d)[.,'’٫٬](?=\d)/g, '')
    // `U.S.` and `US` are one.
    .replace(/(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))/gu, '')
    // A long vowel at the end of a Japanese word may be left out.
    .replace(/(?<=[ァ-ヺー]{3})ー(?![ァ-ヺー])/g, '');
  const whole = eliding.test(lang)
    ? letters.replace(/[\p{L}\p{M}\p{N}]+['’ʼ](?=[\p{L}\p{N}])/gu, '')
    : letters.replace(/['’ʼ]s(?![\p{L}\p{N}])/gu, '').replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '');
  return whole.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmr}\p{Script=Mymr}]/u;

/** Whether readers of a language do not put spaces between words. */
export function isUnspaced(scripts: readonly string[]): boolean {
  return scripts.some((script) => ['Hani', 'Hira', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr'].includes(script));
}

const segmenters = new Map<string, Intl.Segmenter>();

/** A run of signs without a space, divided where its script writes none; punctuation stays with a word. */
function piecesOf(chunk: string, lang: string): string[] {
  if (!unspaced.test(chunk)) return [chunk];
  const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'word' });
  segmenters.set(lang, segmenter);
  const pieces: string[] = [];
  let hasWord = false;
  // A word is divided alike, whatever the width of its letters.
  const usual = chunk.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f]+/g, (letters) =>
    letters.normalize('NFKC'),
  );
  for (const { segment, isWordLike = false } of segmenter.segment(usual)) {
    if (pieces.length > 0 && (!isWordLike || !hasWord)) pieces.push(`${pieces.pop() ?? ''}${segment}`);
    else pieces.push(segment);
    hasWord ||= isWordLike;
  }
  return pieces;
}
