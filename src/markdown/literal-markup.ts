import { scriptCharacters } from './script-characters.ts';
import { emojiName, emojiOf, subscript, superscript } from './shorthands.ts';
import { endsWithSurname } from './unintended-emphasis.ts';

/**
 * Markup of other programs, and Markdown that does not work, whose characters readers see. Patterns run on text without
 * code, escapes and working markup, and must not match anything that a writer could mean.
 */
export interface LiteralMarkup {
  readonly pattern: RegExp;
  /** Each match has one of these. Looking for them first makes a check of a brief a sixth faster. */
  readonly signs: readonly string[];
  /** Whether it has an effect. */
  readonly isMeant?: (found: RegExpExecArray) => boolean;
  /** What it is, for messages. */
  readonly what: string;
  readonly advice: (found: RegExpExecArray) => string;
}

/** All places where a text has it, meant or not. */
export function* matchesOf({ pattern, signs }: LiteralMarkup, text: string): Iterable<RegExpExecArray> {
  if (signs.some((sign) => text.includes(sign))) yield* text.matchAll(pattern);
}

/** The start of an address, or a file name that pages link to. */
const address = String.raw`(?:https?:\/\/|www\.|mailto:|tel:|\.\.?\/|\/briefs\/|[^\s()[\]]+\.(?:png|jpe?g|gif|webp|avif|svg|pdf|mdx?|html?)(?=[)\]\s]))`;

/** Broken links. Only these patterns may contain an address. */
export const literalLinks: readonly LiteralMarkup[] = [
  {
    pattern: new RegExp(String.raw`(!?\[[^\][\n]{1,200}\])\s{1,4}\((${address}[^()\s]*)\)`, 'giu'),
    signs: [']'],
    what: 'space between the words of a link and its address',
    advice: ([, words = '', url = '']) => `write ${words}(${url})`,
  },
  {
    pattern: new RegExp(String.raw`(!?)\(([^()\n]{1,200})\)\s?\[(${address}[^\][\s]*)\]`, 'giu'),
    signs: ['['],
    what: 'link with swapped brackets',
    advice: ([, marker = '', words = '', url = '']) => `write ${marker}[${words}](${url})`,
  },
  {
    pattern: new RegExp(String.raw`(!?\[[^\][\n]{0,200}\])\((?=${address})([^()\n]{0,300})\)?`, 'giu'),
    signs: [']('],
    what: 'broken link',
    advice: ([whole, words = '', url = '']) =>
      whole.endsWith(')')
        ? `put an address with spaces between < and >: ${words}(<${url}>)`
        : 'close the address with ")"',
  },
];

/** Letters of scripts that are not used in file or variable names. */
const foreign = String.raw`(?!\p{Script=Latin})[\p{L}\p{M}]`;
/** The start of a word, but not of an account name. */
const edge = String.raw`(?<=^|[\s([{"'“‘«„（，。、：；！？「『\ufffc])`;
const quoted = ['“”', '「」', '『』', '《》', '〈〉', '（）', '【】', '‘’', '«»', '„“', '""'].map(([open = '', close = '']) => `${open}[^_\\n]{1,200}${close}`); // prettier-ignore

/**
 * Underscores inside a word are not emphasis, and scripts without spaces have no word boundaries beside them: "__“强”__字",
 * "__강조__는". In Latin letters, two of them may belong to a variable name, and one always may.
 */
const intraword = [
  String.raw`${edge}__(?=[^\s_])[^_\n]{1,200}(?<=[^\s_])__(?=[\p{L}\p{N}])`,
  String.raw`(?<=${foreign})__(?=[^\s_])[^_\n]{2,200}(?<=[^\s_])__(?!_)`,
  String.raw`${edge}_(?=[^\s_])(?=[^_\n]*[^\x21-\x40\x5b-\x7a_])[^_\n]{1,200}(?<=[^\s_])_(?=${foreign})`,
  // Two of these in a sentence would make the text between them emphasis.
  String.raw`(?<=${foreign})_{1,2}(?:${quoted.join('|')})[_\ufffc]{1,2}`,
].join('|');

export const literalMarkup: readonly LiteralMarkup[] = [
  {
    pattern: new RegExp(intraword, 'gmu'),
    signs: ['_'],
    what: 'underscores inside a word',
    advice: ([found]) => {
      const [words = ''] = /[^_\ufffc].*[^_\ufffc]|[^_\ufffc]/u.exec(found) ?? [];
      const marker = found.startsWith('__') ? '**' : '*';
      return `write ${marker}${words}${marker}`;
    },
  },
  {
    pattern: /\{\{[<%]?[^{}\n]{1,300}[>%]?\}\}|\{%[^{}\n]{1,300}%\}/gu,
    signs: ['{{', '{%'],
    what: 'tag of another site generator',
    advice: () => 'leave it out, or write what it stands for',
  },
  {
    // Editors write "[[sic]]" and "[[1]]" in quotations.
    pattern: /!?\[\[(?!sic!?\])(?=[^\][\n]{0,200}\p{L})[^\][\n]{1,200}\]\]/gu,
    signs: ['[['],
    what: 'wiki link',
    advice: () => 'link to another brief as [words](./its-file.md), or write only the words',
  },
  {
    pattern: /(?<![=\w{])==(?=[^\s=])[^=\n]{1,300}(?<=[^\s=])==(?![=\w}])/gu,
    signs: ['=='],
    what: 'highlight in another syntax',
    advice: ([found]) => `write **${found.slice(2, -2)}** for emphasis, or only the words`,
  },
  {
    pattern: /^[> \t]*:::+[^\n]{0,100}/gmu,
    signs: [':::'],
    what: 'block syntax of another program',
    advice: () => 'leave it out; a callout is a quotation whose first line is "> [!NOTE]"',
  },
  {
    pattern: subscript,
    isMeant: ([, inside = '']) => scriptCharacters(inside, 'sub') !== undefined,
    signs: ['~'],
    what: 'subscript of another program',
    advice: () => 'Unicode has no such characters: write it on the line',
  },
  {
    pattern: superscript,
    isMeant: ([, inside = '']) => scriptCharacters(inside, 'sup') !== undefined,
    signs: ['^'],
    what: 'superscript of another program',
    advice: () => 'Unicode has no such characters: write it on the line',
  },
  {
    pattern: emojiName,
    isMeant: ([, name = '']) => emojiOf(name) !== undefined,
    signs: [':'],
    what: 'name of an emoji',
    advice: () => 'write the character itself, or leave it out',
  },
  {
    pattern: /^[> \t]*#{2,6}(?=[^\s#])[^\n]{0,100}/gmu,
    signs: ['##'],
    what: 'heading without a space after "#"',
    advice: ([found]) => `write "${found.replace(/^[> \t]*(#+)/, '$1 ').slice(0, 40)}"`,
  },
  {
    pattern: /^[> \t]*!!![ \t]+[a-z]{3,20}\b[^\n]{0,100}/gmu,
    signs: ['!!!'],
    what: 'block syntax of another program',
    advice: () => 'leave it out; a callout is a quotation whose first line is "> [!NOTE]"',
  },
  {
    // Not an exponent, "x^[2]".
    pattern:
      /\^\[(?=[^\][\n]{0,500}\s)(?=[^\][\n]{0,500}\p{L}{3})[^\][\n]{2,500}\]|(?<![\p{L}\p{N}])\^\[[^\][\n]{1,500}\]/gu,
    signs: ['^['],
    what: 'inline footnote',
    advice: () =>
      'write "[^1]" there, and the note itself anywhere in the brief in a paragraph that begins with "[^1]:"',
  },
  {
    pattern: /\[[ˆ＾]\w{1,40}\]|［[\^ˆ＾][\p{L}\p{N}]{1,40}］/gu,
    signs: ['ˆ', '＾', '［'],
    what: 'footnote mark',
    advice: ([found]) =>
      `write "[^${found.slice(2, -1).normalize('NFKC')}]" with these brackets and this "^"`,
  },
  {
    pattern: /<(?:a|img|div|span|p|font|iframe|video|table|td)\s[a-z-]{1,20}\s?=[^<>\n]{1,500}>/giu,
    signs: ['<'],
    what: 'invalid HTML tag',
    advice: () => 'write a link as [the words](https://…); leave any other tag out',
  },
  {
    pattern: /<!--/gu,
    signs: ['<!--'],
    what: 'comment without an end',
    advice: () => 'delete it: notes to colleagues do not belong in a brief',
  },
  {
    pattern:
      // Never money: no digit after the first sign or the second, and no words between them.
      /^[> \t]*\$\$[ \t]*$|(?<![\p{L}\p{N}$\\])\$(?=[\p{L}(\\])(?:[a-zA-Z]|(?=[^$\n]{0,200}[_=^])(?![^$\n]{0,200}\p{L}{2,}[ ,.]+\p{L}{2,})[^$\n]{1,200}(?<=\S))\$(?![\p{L}\p{N}])|\$\$(?=[^$\n]{0,300}[\\^_=])[^$\n]{1,300}\$\$|\$(?=[^$\n]{0,300}\\[a-z])[^$\n]{1,300}\$/gmu,
    signs: ['$'],
    what: 'formula of another program',
    advice: () => 'write it in plain characters, such as "E = mc²", or in backticks',
  },
  {
    // After what they belong to, on a line of their own, or a class at the end of a line; "{#hashtag}" is text.
    pattern:
      /\{::?\s?[.#]?\p{L}[^{}\n]{0,200}\}|(?<=[\])\ufffc]|^\ufffc{3,7}[^\n{}]{0,300})\{[.#]\p{L}[^{}\n]{0,200}\}|^[> \t]*\{[.#]\p{L}[^{}\n]{0,200}\}(?=[ \t]*$)|(?<=\S)[ \t]+\{\.[a-z][\w-]{0,40}(?:[ \t][^{}\n]{0,100})?\}(?=[ \t]*$)/gmu,
    signs: ['{'],
    what: 'attributes for another program',
    advice: () => 'leave them out',
  },
  {
    pattern: /^[> \t]*\[(?:toc|table of contents|contents)\](?=[ \t]*$)/gimu,
    signs: ['['],
    what: 'table of contents of another program',
    advice: () => 'leave it out: each section has a link to itself',
  },
  {
    pattern: /\[\/?[a-z][\w-]*\s+[a-z-]+=["“”'][^\][\n]{0,200}\]|\[\/[a-z][a-z-]*\]/giu,
    signs: ['['],
    what: 'tag of another program',
    advice: () => 'leave it out, or write what it stands for as Markdown',
  },
];

/**
 * Emphasis markers without effect: unclosed ones, unopened ones, and pairs with spaces inside. If the brief has notes
 * that start with two asterisks, those after a word are references.
 */
export function* openEmphasis(
  text: string,
  marker: '*' | '~',
  hasStarredNotes: boolean,
): Iterable<{ readonly index: number; readonly marker: string; readonly isEnd: boolean }> {
  const runs = Array.from(text.matchAll(marker === '*' ? /\*+/g : /~+/g), ({ 0: run, index }) => ({
    index,
    marker: run,
    before: text.slice(Math.max(0, index - 1), index),
    after: text.slice(index + run.length, index + run.length + 4),
  })).filter(
    (run) =>
      (run.marker.length === 2 || run.marker === '***') &&
      !isOperator(run.after) &&
      !(run.marker === '**' && endsWithSurname(run.before)) &&
      !isAlone(run.before + run.after),
  );
  const spaced = new Set(runs.filter(({ before, after }) => /^\s?$/.test(before) && /^(?:\s|$)/.test(after)));
  const alike = new Map<string, number>();
  for (const run of spaced) alike.set(run.marker, (alike.get(run.marker) ?? 0) + 1);
  const opening = new Set(
    runs.filter(
      ({ before, after }) =>
        /^[^\s*~]/.test(after) && (marker === '*' ? afterAnything : afterSpace).test(before),
    ),
  );
  // If nothing opens, they censor words ("f*** and s***"), or follow a name or a grade.
  const isBegun = opening.size + spaced.size > 0;
  for (const run of runs) {
    const opens = opening.has(run);
    const isPaired = spaced.has(run) && (alike.get(run.marker) ?? 0) > 1;
    const endsAnother =
      (/\p{L}$/u.test(run.before) && !/^\p{L}/u.test(run.after) && isBegun) ||
      (run.marker === '**' && !hasStarredNotes && endsWholeWord(text.slice(0, run.index), run.after));
    if (opens || isPaired || (marker === '*' && endsAnother))
      yield { index: run.index, marker: run.marker, isEnd: !opens && !isPaired };
  }
}

/** A pair of underscores for bold words that nothing closes or opens; several belong to a form, or to names in programs. */
export function openUnderscores(
  text: string,
): { readonly index: number; readonly isEnd: boolean } | undefined {
  const index = text.indexOf('__');
  if (index < 0 || text.lastIndexOf('__') !== index) return undefined;
  const [before, after] = [text.slice(Math.max(0, index - 4), index), text.slice(index + 2, index + 60)];
  const opens = /(?:^|[\s([{"“‘«„])$/.test(before) && /^\p{L}[^\s_]*(?:\s|$)/u.test(after);
  const closes = /\p{Ll}{2}[.,;:!?”"]?$/u.test(before) && /^(?:[\s.,;:!?]|$)/.test(after);
  return opens || closes ? { index, isEnd: closes } : undefined;
}

/** After a whole word, unlike in "sh** happens"; after a name they refer to a note. */
function endsWholeWord(before: string, after: string): boolean {
  const [word = ''] = /(?<![\p{L}\p{M}])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]{4,40}$/u.exec(before.slice(-41)) ?? []; // prettier-ignore
  return /^\p{Ll}/u.test(word) && /^ \p{L}/u.test(after) && !hidesLetters.test(word);
}

const hidesLetters = /^(?:mother|bull|horse|cluster|dip)(?:f|fu|fuc|s|sh|shi)$/i;

/** A power, "2 ** 3", or a significance level below a table, "** p < 0.01". */
function isOperator(after: string): boolean {
  return /^ \d|^\s?p\s?[<>=≤]/i.test(after);
}

/** The marker on its own, "(**)" or "'**'", as in a text that explains its notes. */
function isAlone(around: string): boolean {
  return /^(?:\([),;]|\[\]|""|''|“”|‘’|„“|«»|（）|「」)/u.test(around);
}

const afterSpace = /^[\s([{"'“‘«„—–…\ufffc]?$/u;
/** Chinese and Japanese have no space before emphasis. */
const afterAnything =
  /^[\s([{"'“‘«„—–…\ufffc\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。：；、（「]?$/u;
