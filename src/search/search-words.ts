import { segmenterFor } from '../brief/segment.ts';

/**
 * Normalizes words for the index and for queries: lower case without accents, without elided articles and punctuation,
 * segmented in scripts without spaces. Also runs in the browser.
 */

/** A word as shown and as searched. */
export interface SearchWord {
  readonly shown: string;
  /** Whether a space precedes it. */
  readonly spaced: boolean;
  readonly found: readonly string[];
  /** Other spellings under which it is found: `wifi`, `Mueller`, `Brien`. Queries have none. */
  readonly also: readonly string[];
}

/** The words of a text in the language of its index. */
export function searchWords(text: string, lang: string): SearchWord[] {
  return text
    .replace(groupedNumber, (number) => number.replace(/\s/g, group))
    .split(/\s+/)
    .filter((chunk) => chunk !== '')
    .flatMap((chunk) =>
      piecesOf(chunk, lang).map((piece, at) => {
        const found = foundBy(piece, lang);
        const also = alsoFoundBy(piece, lang).filter((word) => !found.includes(word));
        return { shown: piece.replaceAll(group, '\u00a0'), spaced: at === 0, found, also };
      }),
    );
}

/** Digit groups separated by spaces, as in French, Russian and the SI. */
const groupedNumber = /(?<![\p{N}.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\p{N})/gu;
/** Placeholder for the space inside a number. */
const group = '\ue000';

/** Normalizes a query. */
export function searchQuery(words: string, lang: string): string {
  return searchWords(words, lang)
    .flatMap(({ found, also }) => {
      // "e-mail" and "F-16" are also indexed as one word.
      const [joined] = also.filter((word) => word === found.join(''));
      if (joined !== undefined && found.some((word) => /^\p{L}$/u.test(word))) return [joined];
      // The C of 1.5°C would match every word that starts with it.
      const long = found.filter((word) => word.length > 1 || /\p{N}/u.test(word));
      return long.length > 0 ? long : found;
    })
    .join(' ');
}

/** Precedes alternative spellings; ignored by Pagefind. */
const alias = '\u2063';
/** Precedes a word without a space before it. */
const joint = '\u2060';

/** A text for the index: each word is followed by the spellings under which Pagefind would not find it. */
export function textToIndex(text: string, lang: string): string {
  return searchWords(text.replace(/[\u2060\u2063]/g, ''), lang)
    .flatMap(({ shown, spaced, found, also }) => {
      const known = found.length === 1 && found[0] === readAnyway(shown) && !/\s/.test(shown);
      return [
        spaced ? shown : joint + shown,
        ...[...(known ? [] : found), ...also].map((word) => alias + word),
      ];
    })
    .join(' ');
}

/** Lower case without accents and punctuation, as Pagefind normalizes it. */
function readAnyway(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .toLowerCase();
}

/** A word of an indexed text. */
export interface IndexedWord {
  /** Undefined for an alternative spelling of the word before. */
  readonly shown: string | undefined;
  readonly spaced: boolean;
}

export function readIndexedWord(word: string): IndexedWord {
  if (word.startsWith(alias)) return { shown: undefined, spaced: false };
  return word.startsWith(joint) ? { shown: word.slice(1), spaced: false } : { shown: word, spaced: true };
}

/** Restores the original text from an index. */
export function textOfIndex(text: string): string {
  return text
    .split(/\s+/)
    .map(readIndexedWord)
    .map(({ shown = '', spaced }) => (spaced ? ` ${shown}` : shown))
    .join('')
    .trim();
}

/** Letters without a Unicode decomposition, as typed on other keyboards. */
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
  // Arabic and Persian letters that are often interchanged.
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ٱ: 'ا',
};

/** Lower case without accents and variant forms: `Łódź` is `lodz`, `ＧＤＰ` is `gdp`, `CO₂` is `co2`, `٢٠` is `20`. */
export function normalizeLetters(text: string): string {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      // Marks that people often omit; marks of other scripts are part of a word.
      .replace(/[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u0655\u0670\u093c\u09bc\u0a3c]/g, '')
      // Letters of transcriptions, and apostrophe-like characters.
      .replace(/[\u02b9-\u02bf\u02c8]/g, '’')
      .replace(/[ßæœøđðɖþłıħŧŋəةىیکٱ]/g, (letter) => plainLetters[letter] ?? letter)
      .replace(/(?![0-9])\p{Nd}/gu, plainDigit)
      // A nasal before a consonant of Devanagari is written as a letter or a dot.
      .replace(/[ङञणनम]्(?=[क-ह])/g, 'ं')
      .replace(/ँ/g, 'ं')
      .normalize('NFC')
      .replace(/ヴ([ァィェォ]?)/g, (_, vowel: string) => syllablesOfB[vowel] ?? 'ブ')
  );
}

/** Japanese writes the foreign V in two ways. */
const syllablesOfB: Readonly<Record<string, string>> = { ァ: 'バ', ィ: 'ビ', ェ: 'ベ', ォ: 'ボ' };

/** Unicode has the digits of each script in order. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** A number as its digits, as in the year `二〇二五`; `二十五` is a word. */
const hanNumber =
  /(?<![一二三四五六七八九〇零十百千万億亿])([一二三四五六七八九零]*〇[一二三四五六七八九〇零]+|[一二三四五六七八九]+〇|[一二三四五六七八九]{4})(?![一二三四五六七八九〇零十百千万億亿])/u;

function digitsOfHan(number: string): string {
  return number.replace(/[一二三四五六七八九〇零]/g, (digit) =>
    String('〇一二三四五六七八九'.indexOf(digit === '零' ? '〇' : digit)),
  );
}

/** Languages with elision before a vowel; the noun is searched. */
const eliding = /^(?:fr|it|ca|oc)\b/;

const apostrophe = `['’‘ʼ´\`]`;
const elided = new RegExp(`[\\p{L}\\p{M}\\p{N}]+${apostrophe}(?=[\\p{L}\\p{N}])`, 'gu');
const possessive = new RegExp(`${apostrophe}s(?![\\p{L}\\p{N}])`, 'gu');
const innerApostrophe = new RegExp(`(?<=\\p{L})${apostrophe}(?=\\p{L})`, 'gu');
const wordOfLetters = /[\p{L}\p{M}\p{N}]+/gu;

function foundBy(shown: string, lang: string): string[] {
  const letters = plainForm(shown);
  const whole = eliding.test(lang)
    ? letters.replace(elided, '')
    : letters.replace(possessive, '').replace(innerApostrophe, '');
  return whole.match(wordOfLetters) ?? [];
}

function plainForm(shown: string): string {
  return (
    normalizeLetters(shown.replace(/(?<=\d)(?=[¼-¾⅐-⅞])/g, ' ').replace(hanNumber, digitsOfHan))
      // Number separators vary or are missing.
      .replace(/(?<=\d)[.,'’٫٬\ue000](?=\d)/g, '')
      // `U.S.` and `US` are the same.
      .replace(/(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))/gu, '')
      // A long vowel at the end of a Japanese word is optional.
      .replace(/(?<=[ァ-ヺー]{3})ー(?![ァ-ヺー])/g, '')
  );
}

function alsoFoundBy(shown: string, lang: string): string[] {
  // Most words have only plain letters.
  if (/^[\p{P}]*[a-z0-9]*[\p{P}]*$/iu.test(shown)) return spelledOut.test(shown) ? foundBy(shown.replace(umlauts, '$1'), lang) : []; // prettier-ignore
  const letters = plainForm(shown);
  const powers = /\d[⁰¹²³⁴-⁹]/.test(shown) ? (shown.replace(/(?<=\d)(?=[⁰¹²³⁴-⁹])/, ' ').normalize('NFKC').match(wordOfLetters) ?? []) : []; // prettier-ignore
  return [
    ...new Set([
      ...joinedForms(letters, shown, lang),
      ...spelledForms(shown, lang),
      ...russianForms(letters),
      ...powers,
    ]),
  ];
}

/** Spellings without a separator, `wifi`, `f16`, `rd`, and the part after an apostrophe, `brien`. */
function joinedForms(letters: string, shown: string, lang: string): string[] {
  const forms: string[] = [];
  const [whole] =
    /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}]|[-‐‑&/.·״"׳\u200c](?=[\p{L}\p{M}\p{N}]))*/u.exec(letters) ?? [];
  if (whole !== undefined && whole.length <= maxJoinedLength && /[^\p{L}\p{M}\p{N}]/u.test(whole))
    forms.push(whole.replace(/[^\p{L}\p{M}\p{N}]/gu, ''));
  const [, before = '', after = ''] = divided.exec(letters) ?? [];
  if (after === '') return forms;
  // "l’eau" is never written as one word; "aujourd’hui", "O’Brien" and "N’Djamena" are.
  if (!eliding.test(lang) || /\p{Lu}['’]\p{Lu}/u.test(shown) || (before.length > 4 && !/^(?:jusqu|lorsqu|puisqu|quoiqu|dell|nell|sull|quest|quell)$/.test(before))) forms.push(before + after); // prettier-ignore
  if (!eliding.test(lang) && after.length > 3) forms.push(after);
  return forms;
}

const divided = new RegExp(`([\\p{L}\\p{M}]+)${apostrophe}([\\p{L}\\p{M}]+)`, 'u');
/** Characters; longer compounds are searched by their parts. */
const maxJoinedLength = 16;

/** A name with umlauts as typed on other keyboards, which a query may have: `Mueller`. */
const spelledOut = /^[\p{P}]*[A-Z][a-z]*(?<![aeqAEQ])[aou]e[a-z]/u;
const umlauts = /(?<![aeq])([aou])e(?=[a-z])/gi;

/** Names of Ukraine as Russian spells them: `Киев` for `Київ`, `Львов` for `Львів`. */
function russianForms(letters: string): string[] {
  if (!letters.includes('і')) return [];
  const last = /і(?=[^і]*$)/;
  return ['и', 'е', 'о'].flatMap(
    (vowel) => letters.replace(last, vowel).replaceAll('і', 'и').match(wordOfLetters) ?? [],
  );
}

/** Spellings without special letters: `Mueller`, `Aarhus`, `Djokovic`, `Aliyev`. */
function spelledForms(shown: string, lang: string): string[] {
  if (!/[äöüåøđəÄÖÜÅØĐƏ]/.test(shown.normalize('NFC'))) return [];
  const spelled = shown.normalize('NFC').replace(/[äöüåøđə]/gi, (letter) => digraphs[letter.toLowerCase()] ?? letter); // prettier-ignore
  return foundBy(spelled, lang);
}

const digraphs: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
  đ: 'dj',
  ə: 'a',
};

const unspaced =
  /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmr}\p{Script=Mymr}]/u;

/** Whether a language has no spaces between words. */
export function isUnspaced(scripts: readonly string[]): boolean {
  return scripts.some((script) => ['Hani', 'Hira', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr'].includes(script));
}

/** Segments text without spaces; punctuation stays with a word. */
function piecesOf(chunk: string, lang: string): string[] {
  if (!unspaced.test(chunk)) return [chunk];
  const parts = chunk.split(hanNumber);
  if (parts.length > 1) return parts.flatMap((part, at) => (part === '' ? [] : at % 2 === 1 ? [part] : piecesOf(part, lang))); // prettier-ignore
  const pieces: string[] = [];
  let hasWord = false;
  // Full-width letters are segmented like others.
  const usual = chunk
    .normalize('NFC')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f]+/g, (letters) =>
      letters.normalize('NFKC'),
    );
  for (const { segment, isWordLike = false } of segmenterFor('word', lang).segment(usual)) {
    if (pieces.length > 0 && (!isWordLike || !hasWord)) pieces.push(`${pieces.pop() ?? ''}${segment}`);
    else pieces.push(segment);
    hasWord ||= isWordLike;
  }
  return pieces;
}
