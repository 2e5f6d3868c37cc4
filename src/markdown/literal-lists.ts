import type { LiteralMarkup } from './literal-markup.ts';

/**
 * Lists that are not Markdown: markers without a space, and bullets or numbers typed as characters. Readers see one paragraph. A
 * single line may begin with such a character; several are a list.
 */

/** The first line as it should be written. */
function advise(found: string, marker: RegExp, written: string): string {
  const [line = ''] = found.replace(/^[> \t]+/, '').split('\n');
  return `write "${line.replace(marker, written).slice(0, 40)}"`;
}

/** At least two lines in a row. Hard breaks between them, which are hidden, are meant. */
function severalLines(marker: string): RegExp {
  const line = String.raw`[> \t]*(?:${marker})[^\n]{1,300}`;
  return new RegExp(String.raw`^${line}(?:\n${line})+`, 'gmu');
}

/** Characters that are only ever bullets; one at the start of a paragraph is enough. */
const bullets = '[•‣⁃◦▪]';
const words = String.raw`(?=[\p{L}\p{N}"'“‘«„¿¡([*_$€£\ufffc])`;
/** Dashes, arrows, emoji and the like, which start a line of prose too. */
const ornaments = String.raw`(?!${bullets})[\p{Extended_Pictographic}●∙⦁▫■□○►▶▸➢➤❖◆◇☐☑✓✔✗✘→⇒➔➜]\ufe0f?[ \t]*${words}|[–—·][ \t]+${words}|・[ \t]*${words}`;

export const literalLists: readonly LiteralMarkup[] = [
  {
    pattern: severalLines(String.raw`-(?=\p{L})`),
    signs: ['\n'],
    what: 'list without spaces after "-"',
    advice: ([found]) => advise(found, /^-/, '- '),
  },
  {
    // Neither telephone numbers nor emphasis.
    pattern: severalLines(String.raw`\*(?=\p{L})(?![^\n*]*\*)`),
    signs: ['\n'],
    what: 'list without spaces after "*"',
    advice: ([found]) => advise(found, /^\*/, '- '),
  },
  {
    pattern: severalLines(String.raw`\+(?=\p{L})`),
    signs: ['\n'],
    what: 'list without spaces after "+"',
    advice: ([found]) => advise(found, /^\+/, '- '),
  },
  {
    pattern: severalLines(String.raw`\d{1,2}[.)](?=\p{L})`),
    isMeant: ([found]) => !areInOrder(found),
    signs: ['\n'],
    what: 'list without spaces after the numbers',
    advice: ([found]) => advise(found, /^(\d+)[.)]/, '$1. '),
  },
  {
    pattern: severalLines(String.raw`\d{1,2}(?:[、．]|\ufe0f?\u20e3)[ \t]*${words}`),
    isMeant: ([found]) => !areInOrder(found),
    signs: ['\n'],
    what: 'list with its numbers as characters',
    advice: ([found]) => advise(found, /^(\d+)(?:[、．]|\ufe0f?\u20e3)[ \t]*/u, '$1. '),
  },
  {
    pattern: severalLines(String.raw`[①-⑳❶-❿➊-➓]\ufe0f?[ \t]*${words}|[一二三四五六七八九十]、`),
    signs: ['\n'],
    what: 'list with its numbers as characters',
    advice: ([found]) => advise(found, /^(?:[①-⑳❶-❿➊-➓]\ufe0f?[ \t]*|[一二三四五六七八九十]、)/u, '1. '),
  },
  {
    // From the start of a paragraph: in the middle, the lines may be wrapped prose.
    pattern:
      /(?<![^])[> \t]*(?:\((?:1|a|i)\)|a\))[ \t]+\S[^\n]{0,300}(?:\n[> \t]*(?:\([\da-z]{1,3}\)|[b-z]\))[ \t]+\S[^\n]{0,300})+/gu,
    signs: ['\n'],
    what: 'list with its numbers in brackets',
    advice: ([found]) => advise(found, /^\(?[\da-z]{1,3}\)[ \t]+/, '1. '),
  },
  {
    pattern: new RegExp(
      String.raw`^[> \t]*${bullets}\ufe0f?[ \t]*${words}[^\n]{1,300}(?:\n[> \t]*${bullets}[^\n]{1,300})*`,
      'gmu',
    ),
    signs: ['•', '‣', '⁃', '◦', '▪'],
    what: 'bullet typed as a character',
    advice: ([found]) => advise(found, /^[•‣⁃◦▪]\ufe0f?[ \t]*/u, '- '),
  },
  {
    pattern: severalLines(ornaments),
    signs: ['\n'],
    what: 'list of typed characters',
    advice: ([found]) => advise(found, /^[^\p{L}\p{N}"'“‘«„¿¡([*_$€£\ufffc]+/u, '- '),
  },
  {
    pattern: /(?<=^[^\n.:;,!?]{1,60}\n)[> \t]*:[ \t]+(?=[\p{L}\p{N}])[^\n]{1,300}/gmu,
    signs: ['\n'],
    what: 'definition list of another program',
    advice: ([found]) => `write "- **The term:** ${found.replace(/^[> \t]*:[ \t]+/, '').slice(0, 40)}"`,
  },
];

function areInOrder(lines: string): boolean {
  const numbers = lines.split('\n').map((line) => Number.parseInt(line.replace(/^[> \t]+/, ''), 10));
  return numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
}
