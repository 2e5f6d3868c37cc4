import { languages } from '../languages/languages.ts';

/** Buttons and labels of the programs' own pages, which a selection with the mouse takes along: a whole passage. */
const furniture = String.raw`^\s*(?:regenerate(?: response)?|copy code|chatgpt said:?|you said:|(?:ai|a\.i\.)[- ]generated content\.?|chatgpt can make mistakes\.[^]{0,80}|claude can make mistakes\.[^]{0,80}|gemini can make mistakes[^]{0,80})\s*$`;

/** Names that programs give their sources; nothing else is spelled like these. */
const marks = [
  String.raw`[\ue200-\ue206]?(?:cite|navlist|image_group)?(?:[\ue200-\ue206]?turn\d{1,3}(?:search|news|view|image|fetch|file|academia|finance|sports|forecast|product|reddit|youtube|maps|click|business)\d{1,3})+[\ue200-\ue206]?`,
  String.raw`:?contentReference\[oaicite:\d+\](?:\{index=\d+\})?`,
  String.raw`\[?oai_?cit(?:e|ation)[:\[][^\]\s]{0,60}\]?`,
  String.raw`【\d+(?::\d+)?†[^】]{0,80}】`,
  String.raw`\[cite_start\]|\[cite:\s?[\d, ]+\]|\[(?:web|attached_file|file|source):\d+\]`,
  String.raw`</?grok:[a-z-]+|<\|(?:im_start|im_end|endoftext|eot_id)\|>`,
];

export interface LeftOver {
  readonly words: string;
  readonly index: number;
}

/** Where in a text a program speaks; the text is what the brief says itself. */
export function* spokenIn(text: string): Iterable<LeftOver> {
  yield* allOf(anywhere, text);
  // Only where a sentence begins: to look everywhere would take as long as all other rules together.
  // Blanks that nothing follows are looked through from each of them again.
  for (const { words: sign, index } of allOf(beginnings, text.trimEnd())) {
    opening.lastIndex = index + sign.length;
    const found = opening.exec(text);
    if (found) yield { words: found[0], index: found.index };
  }
}

/** Where in a text a program notes a source. */
export function marksIn(text: string): Iterable<LeftOver> {
  return allOf(mark, text);
}

/** As `matchAll`, which compiles the pattern anew for each text. */
function* allOf(pattern: RegExp, text: string): Iterable<LeftOver> {
  let at = 0;
  while (at <= text.length) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return;
    const { 0: words, index } = found;
    // A search that began amid a pair of surrogates would step back to where it was.
    at = index + (words.length || String.fromCodePoint(text.codePointAt(index) ?? 0).length);
    yield { words, index };
  }
}

const letter = String.raw`[\p{L}\p{M}\p{N}]`;

/** `\b` knows Latin letters without accents alone; and where a word begins or ends is known, which is quicker to see. */
function compile(patterns: readonly string[], flags: string): RegExp {
  const sources = patterns.map((pattern) =>
    pattern.replace(/(?<![\p{L})])\\b/gu, `(?<!${letter})`).replaceAll(String.raw`\b`, `(?!${letter})`),
  );
  return new RegExp(sources.join('|'), flags);
}

const beginnings = /(?<=^|[.!?。！？؟।:\n]["”»」’)]{0,2})\s*(?=\S)/gu;
const all = [...languages.flatMap(({ aiPhrases }) => aiPhrases), furniture];
const opening = compile(
  all.filter((pattern) => pattern.startsWith('^')).map((pattern) => pattern.slice(1)),
  'iuy',
);
const anywhere = compile(
  all.filter((pattern) => !pattern.startsWith('^')),
  'giu',
);

const mark = compile(marks, 'giu');

/** The mark by which a chat program says that it sent the reader. */
export const trackingLeftOver =
  /[?&]utm_source=(?:chatgpt|openai|perplexity|copilot|gemini|claude|grok|deepseek|mistral|you)(?:\.(?:com|ai))?(?=[&#]|$)/i;
