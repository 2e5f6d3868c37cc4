import { segmenterFor } from '../../brief/segment.ts';
import { scriptOf } from './script.ts';

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

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** About how many Latin letters take as much room as a text, before anything is measured; a wide character and the space below its line take more than two. */
export function widthInLetters(text: string): number {
  return text.length + 1.4 * (text.match(wide)?.length ?? 0);
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

const graphemes = segmenterFor('grapheme');
/** Letters, digits and signs, none of which joins another to a grapheme: no marks, joiners, jamo, surrogates. */
const single =
  /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0588\u060c\u061b\u061f\u0620-\u064a\u0660-\u066f\u0671-\u06d3\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u3000-\u3029\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]*$/;

/** What readers take for one character, and one font draws. */
export function graphemesOf(text: string): readonly string[] {
  // Segmenting costs more than all else here.
  return single.test(text) ? text.split('') : Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Scripts that are written together. */
const together: Readonly<Record<string, string>> = { Hira: 'Hani', Kana: 'Hani', Bopo: 'Hani', Hang: 'Hani' };

/** Letters, with their marks, of the script that most letters of the text are of, each once; by them the text's family is chosen. */
export function lettersOfMainScript(text: string): readonly string[] {
  const graphemes = /\p{M}/u.test(text) ? graphemesOf(text) : Array.from(text);
  const byScript = new Map<string, string[]>();
  for (const grapheme of graphemes) {
    const script = scriptOf(String.fromCodePoint(grapheme.codePointAt(0) ?? 0));
    if (script === undefined || !/^\p{L}/u.test(grapheme)) continue;
    const group = together[script] ?? script;
    const letters = byScript.get(group) ?? [];
    letters.push(grapheme);
    byScript.set(group, letters);
  }
  const most = [...byScript.values()].reduce((one, other) => (other.length > one.length ? other : one), []);
  return [...new Set(most.map((letter) => letter.replace(/\p{Default_Ignorable_Code_Point}/gu, '')))];
}
