import { segmenterFor } from '../../brief/segment.ts';
import { createRequire } from 'node:module';
import { Rules } from '@cto.af/linebreak';
import { graphemesOf } from './characters.ts';
import { hanIn, hanOf, type Han } from './font-families.ts';

/**
 * Graphemes: as many as the narrowest column, of 186 px, holds at the smallest size. A longer phrase, as a word in katakana,
 * breaks by the rules of its script.
 */
const longestPhrase = 7;

/**
 * The offsets at which a line of the text may end (UAX #14), in order, the text's end among them: never within a grapheme, in
 * Thai, Lao, Khmer and Burmese at the ends of words, and in Chinese, Japanese and Korean at the ends of phrases.
 */
export function lineBreaks(text: string, lang: string): number[] {
  const starts = startsOf(graphemesOf(text));
  const words = withoutSpaces.test(text) ? wordEnds(text) : undefined;
  const tied = joined.test(text) ? tiedIn(text, hanOf(lang) ?? hanIn(text)) : undefined;
  const breaks = new Set(standardBreaks(text));
  for (const end of words ?? [])
    if (endsSo.test(text.slice(0, end)) && beginsSo.test(text.slice(end))) breaks.add(end);
  return [...breaks]
    .filter((at) => at === text.length || (starts.has(at) && !tied?.has(at) && !isFraction(text, at)))
    .sort((one, other) => one - other);
}

/** The offsets at which UAX #14 of Unicode 15.1 lets a line end, numbers kept whole as in its example 7. */
export function standardBreaks(text: string): number[] {
  return Array.from(rules.breaks(text), ({ position }) => position).filter((at) => at > 0);
}

const rules = new Rules({ example7: true });

/** A stroke and the unit behind it, as in "$1,000/month", which browsers keep on one line. */
function isFraction(text: string, at: number): boolean {
  return text[at - 1] === '/' && /^\p{L}/u.test(text.slice(at));
}

function startsOf(parts: readonly string[]): ReadonlySet<number> {
  let at = 0;
  const starts = parts.map((part) => (at += part.length) - part.length);
  return new Set(starts);
}

const joined = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const withoutSpaces = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const endsSo = new RegExp(`${withoutSpaces.source}$`, 'u');
const beginsSo = new RegExp(`^${withoutSpaces.source}`, 'u');

/** The offsets within phrases, where UAX #14 would break between ideographs, kana and hangul. */
function tiedIn(text: string, han: Han): ReadonlySet<number> {
  const tied = new Set<number>();
  let at = 0;
  for (const part of phrasesOf(text, han).flatMap(partsOf)) {
    const graphemes = graphemesOf(part);
    let place = at;
    graphemes.slice(0, -1).forEach((grapheme, index) => {
      place += grapheme.length;
      const pair = grapheme + (graphemes[index + 1] ?? '');
      if (graphemes.length <= longestPhrase && joined.test(pair) && !/[\s\u200b]/.test(pair)) tied.add(place);
    });
    at += part.length;
  }
  return tied;
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

/** By ICU's dictionaries, by which browsers divide Thai and its like, too. */
function wordEnds(text: string): ReadonlySet<number> {
  return new Set(Array.from(words.segment(text), ({ index }) => index));
}

const words = segmenterFor('word', 'zh');

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
