import { countGraphemes } from '../../src/brief/graphemes.ts';
import { limits } from '../../src/markdown/schema.ts';
import { firstSentence } from '../../src/markdown/sentences.ts';

/** The first sentences that together have the length of a summary; undefined if the first alone is too long. */
export function summaryFrom(text: string, language: string): string | undefined {
  let summary = '';
  for (const sentence of sentencesOf(text, language)) {
    summary = join(summary, sentence, language);
    const length = countGraphemes(summary);
    if (length > limits.summary.most) return undefined;
    if (length >= limits.summary.least) return summary;
  }
  return undefined;
}

/** As many whole sentences as a summary has room for; empty if there is none. */
export function cutToSummary(text: string, language: string): string {
  let summary = '';
  for (const sentence of sentencesOf(text, language)) {
    const longer = join(summary, sentence, language);
    if (countGraphemes(longer) > limits.summary.most) break;
    summary = longer;
  }
  return summary;
}

/** The first sentence without its full stop. One that no title has room for is cut at a word's end, and the cut shows. */
export function titleFrom(text: string, language: string): string {
  const title = (sentencesOf(text, language)[0] ?? '').replace(/(?<=[^.\s])[.。।۔]$/u, '');
  return shorten(title, limits.title, language);
}

/** Cut at a word's end, with an ellipsis, to at most that many characters (graphemes). */
export function shorten(text: string, most: number, language: string): string {
  if (countGraphemes(text) <= most) return text;
  const kept = firstGraphemes(text, most - 1);
  const space = text[kept.length] === ' ' ? kept.length : kept.lastIndexOf(' ');
  // Where words have no space between them, a dictionary knows their ends; one word may be longer than everything.
  const end = space > kept.length / 2 ? space : endOfWord(text, kept.length, language) || kept.length;
  return `${kept.slice(0, end).replace(/[\s\p{P}]+$/u, '')}…`;
}

function firstGraphemes(text: string, most: number): string {
  let kept = '';
  let count = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    count += 1;
    if (count > most) break;
    kept += segment;
  }
  return kept;
}

/** Offset where the last word ends that fits before an offset. */
function endOfWord(text: string, before: number, language: string): number {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    if (index + segment.length > before) break;
    end = index + segment.length;
  }
  return end;
}

/** UTF-16 units of a text that a summary is looked for in; its 300 characters may have several each. */
const beginning = 5000;

function sentencesOf(text: string, language: string): string[] {
  const sentences: string[] = [];
  let rest = text.slice(0, beginning).toWellFormed().replace(/\s+/g, ' ').trim();
  let goesOn = false;
  while (rest !== '') {
    const sentence = firstSentence(rest, language) || rest;
    sentences.push(goesOn ? join(sentences.pop() ?? '', sentence, language) : sentence);
    rest = rest.slice(rest.indexOf(sentence) + sentence.length).trim();
    goesOn = abbreviation.test(sentence) || (/^de\b/.test(language) && germanOrdinal.test(sentence));
  }
  return sentences;
}

/** Titles, months and the like, whose full stop ends no sentence; one too many only makes a summary longer. */
const abbreviation =
  /(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Prof|Sr|Sra|Jr|St|Mme|Gov|Sen|Rep|Gen|Col|Lt|Sgt|No|vs|ca|bzw|Nr|Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\.$/u;

/** "am 20. Oktober" */
const germanOrdinal = /(?<!\d)\d{1,2}\.$/;

/** Chinese and Japanese write no space between sentences. */
function join(before: string, sentence: string, language: string): string {
  if (before === '') return sentence;
  return /^(?:zh|ja)\b/.test(language) ? before + sentence : `${before} ${sentence}`;
}
