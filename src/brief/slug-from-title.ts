import { segmenterFor } from './segment.ts';
import anyAscii from 'any-ascii';
import { isReservedSlug, maxSlugLength } from './slug.ts';

/**
 * Makes a Latin slug from a title in any script, cut at a word boundary; undefined if the title has no letter or digit.
 * The language determines word boundaries in Chinese, Japanese and Thai, and German umlauts.
 */
export function slugFromTitle(title: string, language: string): string | undefined {
  const text = title.toWellFormed().replace(powers, '-$&').normalize('NFKC');
  // The names of emoji are used only if there are no words.
  const slug = join(latinWords(text.replace(emoji, ' '), language)) || join(latinWords(text, language));
  if (slug === '') return undefined;
  const short = cutAtWord(slug);
  return isReservedSlug(short) ? `${short}-brief` : short;
}

/** 10⁶ is not 106. */
const powers = /(?<=\d)[⁰¹²³⁴-⁹⁺⁻₀-₉₊₋½¼¾⅐-⅞]+/g;

const emoji = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\ufe0f\u20e3]/gu;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}ー々]+/gu;

function latinWords(text: string, language: string): string {
  const spaced = text
    .replace(/(\d)[,'’\u00a0\u202f](?=\d{3}(?!\d))/g, '$1')
    .replace(/(?<!\p{L})(?:\p{L}\.){2,}/gu, (initials) => initials.replaceAll('.', ''))
    .replace(/\p{Sc}/gu, ' ')
    .replace(unspaced, (run) => ` ${wordsOf(run, language).join(' ')} `)
    // "R1’s" is one word, "l’été" two.
    .replace(/['’ʼ](?=(?:s|t|re|ve|ll|d|m)(?![\p{L}\p{N}]))/giu, '')
    .replace(/['’ʼ]/g, ' ');
  const spelled = language.startsWith('de') ? spaced.replace(/[äöü]/gi, spellUmlaut) : spaced;
  // Remaining apostrophes are letters without a Latin equivalent, such as the Arabic ain.
  return anyAscii(spelled.replace(/[اأإآىة]/g, spellVowel)).replace(/['`]/g, '');
}

function wordsOf(run: string, language: string): string[] {
  return Array.from(segmenterFor('word', language).segment(run), ({ segment }) => segment);
}

/** Spells umlauts as in German addresses. */
function spellUmlaut(letter: string): string {
  return { ä: 'ae', ö: 'oe', ü: 'ue' }[letter.toLowerCase()] ?? letter;
}

/** The transliterator omits the Arabic long vowel, without which words are unreadable. */
function spellVowel(letter: string): string {
  return letter === 'إ' ? 'i' : 'a';
}

function join(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function cutAtWord(slug: string): string {
  if (slug.length <= maxSlugLength) return slug;
  const end = slug.lastIndexOf('-', maxSlugLength);
  return slug.slice(0, end > 0 ? end : maxSlugLength);
}
