import { languages } from '../languages/languages.ts';

/** Words of all languages, since a model writes "N/A" and "TBD" in any of them. */
const fillers = new Set(languages.flatMap((language) => language.fillers.map(plain)));

/** Whether a whole text only stands for one that is still to come: "N/A", "(to be added)", "待补充". */
export function isFiller(text: string): boolean {
  return text.length < maxLength && fillers.has(plain(text));
}

/** Characters of a filler with all that may stand around it. */
const maxLength = 60;

/** Without case, punctuation, and the vowel signs of Arabic. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u064b-\u0652]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}/]+/gu, ' ')
    .trim();
}
