/**
 * Characters that no font of the cards has although every one can show them: hyphens by the hyphen, spaces by the space.
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
};

/** The text as fonts can draw it; a reader sees no difference but the width of some spaces. */
export function drawable(text: string): string {
  return text.replace(/[\u2002-\u200a\u2010-\u2012\u202f\u205f]/g, (character) => standIns[character] ?? '');
}

/** Whether the shaper draws nothing for a character, has the font a glyph for it or not: joiners, marks of direction. */
export function needsNoGlyph(character: string): boolean {
  return /^\p{Default_Ignorable_Code_Point}$/u.test(character);
}

/** Whether a character belongs to the letter before it, and so to that letter's font. */
export function isMark(character: string): boolean {
  return /^\p{M}$/u.test(character);
}

export function isLetter(character: string): boolean {
  return /^\p{L}$/u.test(character);
}

/** A character as errors name it: `U+1F600 "😀"`. */
export function nameOf(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')} "${character}"`;
}

/** Scripts that a card may have to set, each with those that are written together with it. */
const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Bopomofo}|\p{Script=Hangul}/u,
];

/** Letters of the script that most letters of the text are of, each once; by them the text's family is chosen. */
export function lettersOfMainScript(text: string): readonly string[] {
  const letters = Array.from(text).filter(isLetter);
  const byScript = scripts.map((script) => letters.filter((letter) => script.test(letter)));
  const most = byScript.reduce((one, other) => (other.length > one.length ? other : one), []);
  return [...new Set(most)];
}
