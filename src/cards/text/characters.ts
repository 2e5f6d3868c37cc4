/**
 * Characters that no font of the cards has although every one can show them: hyphens by the hyphen, spaces by the space,
 * ligatures by their letters.
 * A word joiner after the hyphen keeps U+2011 from being broken; U+202F and U+2007 stay unbreakable.
 */
const standIns: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-\u2060',
  '\u2012': '\u2013',
  '\u2007': '\u00a0',
  '\u202f': '\u00a0',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2004': ' ',
  '\u2005': ' ',
  '\u2006': ' ',
  '\u2008': ' ',
  '\u2009': ' ',
  '\u200a': ' ',
  '\u205f': ' ',
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
};

/** Letters of Hangul as parts of a syllable, of which fonts have no glyph, to the same letters by themselves. */
const letterOfJamo: ReadonlyMap<string, string> = new Map([
  ...Array.from({ length: 0x3164 - 0x3131 }, (_, at) => String.fromCodePoint(0x3131 + at)).map((letter) => [letter.normalize('NFKC'), letter] as const), // prettier-ignore
  ...Array.from('ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ', (letter, at) => [String.fromCodePoint(0x11a8 + at), letter] as const), // prettier-ignore
]);

/** The text as fonts can draw it; a reader sees no difference but the width of some spaces. Expects NFC. */
export function drawable(text: string): string {
  return text
    .replace(
      /[\u2002-\u200a\u2010-\u2012\u202f\u205f\ufb00-\ufb04]/g,
      (character) => standIns[character] ?? '',
    )
    .replace(/[\u1100-\u1112\u1161-\u1175\u11a8-\u11c2]/g, (jamo) => letterOfJamo.get(jamo) ?? jamo);
}

/** Whether the shaper draws nothing for a character, has the font a glyph for it or not: joiners, marks of direction. */
export function needsNoGlyph(character: string): boolean {
  return /^\p{Default_Ignorable_Code_Point}$/u.test(character);
}

export function isLetter(character: string): boolean {
  return /^\p{L}$/u.test(character);
}

/** A character or grapheme as errors name it, by all its code points: `U+1F600 "😀"`. */
export function nameOf(grapheme: string): string {
  const codePoints = Array.from(
    grapheme,
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return `${codePoints.join(' ')} "${grapheme}"`;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What readers take for one character, and one font draws. */
export function graphemesOf(text: string): readonly string[] {
  // Segmenting costs more than all else here, and ASCII has no graphemes of two.
  return /^[ -~]*$/.test(text)
    ? Array.from(text)
    : Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Scripts that a card may have to set, each with those that are written together with it. */
const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Devanagari}/u,
  ...[
    ...['Armenian', 'Bengali', 'Canadian_Aboriginal', 'Cherokee', 'Ethiopic', 'Georgian', 'Gujarati', 'Gurmukhi', 'Kannada'],
    ...['Khmer', 'Lao', 'Malayalam', 'Myanmar', 'Oriya', 'Sinhala', 'Tamil', 'Telugu', 'Thaana', 'Thai', 'Tibetan', 'Tifinagh'],
  ].map((script) => new RegExp(`\\p{Script=${script}}`, 'u')), // prettier-ignore
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Bopomofo}|\p{Script=Hangul}/u,
];

/** Letters, with their marks, of the script that most letters of the text are of, each once; by them the text's family is chosen. */
export function lettersOfMainScript(text: string): readonly string[] {
  const graphemes = /\p{M}/u.test(text) ? graphemesOf(text) : Array.from(text);
  const letters = graphemes
    .filter((grapheme) => /^\p{L}/u.test(grapheme))
    .map((letter) => letter.replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
  const byScript = scripts.map((script) =>
    letters.filter((letter) => script.test(Array.from(letter)[0] ?? '')),
  );
  const most = byScript.reduce((one, other) => (other.length > one.length ? other : one), []);
  return [...new Set(most)];
}
