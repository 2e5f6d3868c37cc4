import { segmenterFor, countGraphemes } from '../../src/brief/segment.ts';
import { limits } from '../../src/brief/front-matter.ts';
import { firstSentence } from '../../src/markdown/sentences.ts';

/** The opening sentences that fit a summary; undefined if the first alone is too long. */
export function summaryFrom(text: string, language: string): string | undefined {
  let summary = '';
  for (const sentence of sentencesOf(text, language)) {
    summary = join(summary, sentence, language);
    const length = countGraphemes(summary);
    if (length > limits.summary.max) return undefined;
    if (length >= limits.summary.min) return summary;
  }
  return undefined;
}

/** As many whole sentences as fit in a summary; may be empty. */
export function cutToSummary(text: string, language: string): string {
  let summary = '';
  for (const sentence of sentencesOf(text, language)) {
    const longer = join(summary, sentence, language);
    if (countGraphemes(longer) > limits.summary.max) break;
    summary = longer;
  }
  return summary;
}

/** The first sentence without its full stop, shortened with an ellipsis if it is too long for a title. */
export function titleFrom(text: string, language: string): string {
  const title = (sentencesOf(text, language)[0] ?? '').replace(/(?<=[^.\s])[.。।۔]$/u, '');
  return shorten(title, limits.title, language);
}

/** Cuts at a word boundary, with an ellipsis. `max` counts graphemes. */
export function shorten(text: string, max: number, language: string): string {
  if (countGraphemes(text) <= max) return text;
  const fitting = firstGraphemes(text, max - 1);
  const space = text[fitting.length] === ' ' ? fitting.length : fitting.lastIndexOf(' ');
  // Languages without spaces need word segmentation; a single word may exceed the limit.
  const end =
    space > fitting.length / 2 ? space : endOfWord(text, fitting.length, language) || fitting.length;
  return `${fitting.slice(0, end).replace(/[\s\p{P}]+$/u, '')}…`;
}

function firstGraphemes(text: string, max: number): string {
  let fitting = '';
  let count = 0;
  for (const { segment } of segmenterFor('grapheme').segment(text)) {
    count += 1;
    if (count > max) break;
    fitting += segment;
  }
  return fitting;
}

/** Offset of the last word end before an offset. */
function endOfWord(text: string, before: number, language: string): number {
  let end = 0;
  for (const { index, segment } of segmenterFor('word', language).segment(text)) {
    if (index + segment.length > before) break;
    end = index + segment.length;
  }
  return end;
}

/** UTF-16 units searched for a summary; each of its 300 characters may have several. */
const maxSearchLength = 5000;

function sentencesOf(text: string, language: string): string[] {
  const sentences: string[] = [];
  let rest = text.slice(0, maxSearchLength).toWellFormed().replace(/\s+/g, ' ').trim();
  let goesOn = false;
  while (rest !== '') {
    const sentence = firstSentence(rest, language) || rest;
    sentences.push(goesOn ? join(sentences.pop() ?? '', sentence, language) : sentence);
    rest = rest.slice(rest.indexOf(sentence) + sentence.length).trim();
    goesOn = abbreviation.test(sentence) || (/^de\b/.test(language) && germanOrdinal.test(sentence));
  }
  return sentences;
}

/** Abbreviations whose full stop does not end a sentence. A false match only lengthens the summary. */
const abbreviation =
  /(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Prof|Sr|Sra|Jr|St|Mme|Gov|Sen|Rep|Gen|Col|Lt|Sgt|No|vs|ca|bzw|Nr|Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\.$/u;

/** "am 20. Oktober" */
const germanOrdinal = /(?<!\d)\d{1,2}\.$/;

/** Chinese and Japanese have no space between sentences. */
function join(before: string, sentence: string, language: string): string {
  if (before === '') return sentence;
  return /^(?:zh|ja)\b/.test(language) ? before + sentence : `${before} ${sentence}`;
}
