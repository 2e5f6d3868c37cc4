import { languages } from '../languages/languages.ts';

/** Buttons and labels of chat programs that are copied along with a text, as a whole passage. */
const interfaceText = String.raw`^\s*(?:regenerate(?: response)?|copy code|chatgpt said:?|you said:|(?:assistant|human|user|chatgpt|claude|gemini|copilot):|\[/?inst\]|\[/?sys\]|(?:ai|a\.i\.)[- ]generated content\.?|chatgpt can make mistakes\.[^]{0,80}|claude can make mistakes\.[^]{0,80}|gemini can make mistakes[^]{0,80})\s*$`;

/** Names that chat programs give their sources; nothing else is spelled this way. */
const marks = [
  String.raw`[\ue200-\ue206]?(?:cite|navlist|image_group)?(?:[\ue200-\ue206]?turn\d{1,3}(?:search|news|view|image|fetch|file|academia|finance|sports|forecast|product|reddit|youtube|maps|click|business)\d{1,3})+[\ue200-\ue206]?`,
  String.raw`:?contentReference\[oaicite:\d+\](?:\{index=\d+\})?`,
  String.raw`\[?oai_?cit(?:e|ation)[:\[][^\]\s]{0,60}\]?`,
  String.raw`【\d+(?::\d+)?†[^】]{0,80}】`,
  String.raw`\[cite_start\]|\[cite:\s?[\d, ]+\]|\[(?:web|attached_file|file|source):\d+\]`,
  String.raw`</?grok:[a-z-]+|<\|(?:im_start|im_end|endoftext|eot_id)\|>`,
];

export interface Remnant {
  readonly words: string;
  readonly index: number;
}

/** Finds text in which a chat program speaks. The argument is the brief's own words. */
export function* spokenIn(text: string): Iterable<Remnant> {
  yield* allOf(anywhere, text);
  // Searches only at starts of sentences, since searching everywhere takes as long as all other rules together. Trailing
  // blanks are trimmed to keep the search linear.
  for (const { words: marker, index } of allOf(sentenceStarts, text.trimEnd())) {
    opening.lastIndex = index + marker.length;
    const found = opening.exec(text);
    if (found) yield { words: found[0], index: found.index };
  }
}

/** Finds source marks of chat programs. */
export function marksIn(text: string): Iterable<Remnant> {
  return allOf(mark, text);
}

/** Like `matchAll`, which compiles the pattern again for each text. */
function* allOf(pattern: RegExp, text: string): Iterable<Remnant> {
  let at = 0;
  while (at <= text.length) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return;
    const { 0: words, index } = found;
    // Inside a surrogate pair, the search would step back to where it was.
    at = index + (words.length || String.fromCodePoint(text.codePointAt(index) ?? 0).length);
    yield { words, index };
  }
}

const letter = String.raw`[\p{L}\p{M}\p{N}]`;

/** `\b` only knows ASCII letters, and checking the sides where words start and end is faster. */
function compile(patterns: readonly string[], flags: string): RegExp {
  const sources = patterns.map((pattern) =>
    pattern.replace(/(?<![\p{L})])\\b/gu, `(?<!${letter})`).replaceAll(String.raw`\b`, `(?!${letter})`),
  );
  return new RegExp(sources.join('|'), flags);
}

const sentenceStarts = /(?<=^|[.!?。！？؟।:\n]["”»」’)]{0,2})\s*(?=\S)/gu;
const all = [...languages.flatMap(({ aiPhrases }) => aiPhrases), interfaceText];
const opening = compile(
  all.filter((pattern) => pattern.startsWith('^')).map((pattern) => pattern.slice(1)),
  'iuy',
);
const anywhere = compile(
  all.filter((pattern) => !pattern.startsWith('^')),
  'giu',
);

const mark = compile(marks, 'giu');

/** Query parameters that a chat program adds to the addresses of its sources. */
export const trackingRemnant =
  /[?&]utm_source=(?:chatgpt|openai|perplexity|copilot|gemini|claude|grok|deepseek|mistral|you)(?:\.(?:com|ai))?(?=[&#]|$)/i;
