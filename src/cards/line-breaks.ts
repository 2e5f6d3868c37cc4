import { createRequire } from 'node:module';
import { graphemesOf } from './characters.ts';
import { hanIn, hanOf, type Han } from './font-families.ts';

/** U+2060: no line may break here. */
const wordJoiner = '\u2060';
/** U+200B: a line may break here. */
const breakHere = '\u200b';
/**
 * Graphemes: as many as the narrowest column, of 186 px, holds at the smallest size. A longer phrase, as a word in katakana,
 * breaks by the rules of its script.
 */
const longestPhrase = 7;

/**
 * The text with the marks by which its lines break at the ends of phrases: between ideographs, kana and hangul UAX #14 would
 * break anywhere, and in Thai, Lao, Khmer and Burmese nowhere. Nothing is drawn for the marks, and what may not begin or end a line still does not.
 */
export function withPhrases(text: string, lang: string): string {
  if (withoutSpaces.test(text)) return dictionaryWords(text).join(breakHere);
  if (!joined.test(text)) return text;
  return phrasesOf(text, hanOf(lang) ?? hanIn(text))
    .flatMap(partsOf)
    .map(join)
    .join('');
}

const joined = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const withoutSpaces = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const endsSo = new RegExp(`${withoutSpaces.source}$`, 'u');
const beginsSo = new RegExp(`^${withoutSpaces.source}`, 'u');

/** ICU has dictionaries of these, by which browsers break too; BudouX's model divides words of Thai. */
function dictionaryWords(text: string): string[] {
  const divided: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = divided.at(-1);
    if (last !== undefined && endsSo.test(last) && beginsSo.test(segment)) divided.push(segment);
    else divided.splice(-1, 1, (last ?? '') + segment);
  }
  return divided;
}

/** Korean has spaces between its phrases. BudouX's models divide some words of Chinese, which ICU's dictionary knows. */
function phrasesOf(text: string, han: Han): readonly string[] {
  if (han === 'Kore') return text.split(/(?<= )/);
  const ends = wordEnds(text);
  const phrases: string[] = [];
  let at = 0;
  for (const phrase of parserOf(han).parse(text)) {
    if (ends.has(at)) phrases.push(phrase);
    else phrases.push((phrases.pop() ?? '') + phrase);
    at += phrase.length;
  }
  return phrases;
}

/** A phrase that no line may hold is divided at the ends of its words. */
function partsOf(phrase: string): string[] {
  if (graphemesOf(phrase).length <= longestPhrase) return [phrase];
  return Array.from(words.segment(phrase), ({ segment }) => segment);
}

function wordEnds(text: string): ReadonlySet<number> {
  return new Set(Array.from(words.segment(text), ({ index }) => index));
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

function join(phrase: string): string {
  const graphemes = graphemesOf(phrase);
  if (graphemes.length > longestPhrase) return phrase;
  return graphemes
    .map((grapheme, at) => {
      const next = graphemes[at + 1];
      const tied =
        next !== undefined &&
        (joined.test(grapheme) || joined.test(next)) &&
        !/[\s\u200b]/.test(grapheme + next);
      return tied ? grapheme + wordJoiner : grapheme;
    })
    .join('');
}

interface Parser {
  readonly parse: (sentence: string) => string[];
}

const models = { Hans: 'zh-hans', Hant: 'zh-hant', Jpan: 'ja' } as const;
const parsers = new Map<string, Parser>();
// Its index brings a DOM along, which takes 190 ms and 37 MB.
const load = createRequire(import.meta.resolve('budoux'));

function parserOf(han: keyof typeof models): Parser {
  const known = parsers.get(han);
  if (known) return known;
  const { Parser: BudouX } = load('./parser.js') as { Parser: new (model: unknown) => Parser };
  const { model } = load(`./data/models/${models[han]}.js`) as { model: unknown };
  const parser = new BudouX(model);
  parsers.set(han, parser);
  return parser;
}
