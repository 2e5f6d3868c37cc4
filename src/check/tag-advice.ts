import { quote } from '../diagnostics/quote.ts';

/** The position of a tag. */
export interface TagPlace {
  readonly isInCell: boolean;
  /** The source before and after it. */
  readonly before: string;
  readonly behind: string;
}

/** What to write instead of an HTML tag or comment. */
export function adviceOnTag(html: string, place: TagPlace): string {
  if (html.startsWith('<!--')) {
    return html.includes('-->')
      ? 'delete the comment, "<!--" to "-->": notes to colleagues do not belong in a brief'
      : 'delete the comment: it has no end, so it includes all the text after it';
  }
  const [, end = '', name = ''] = /^<(\/?)([a-z][a-z0-9]*)\b/i.exec(html) ?? [];
  const tag = name.toLowerCase();
  if (tag === 'br') {
    return place.isInCell
      ? 'a cell cannot have line breaks: write a comma or a semicolon, or split the row in two'
      : 'start a new paragraph, or end the line with a backslash to break it there';
  }
  if (tag === 'sub' || tag === 'sup') return end === '' ? adviceOnSmall(tag, place) : 'delete the tag';
  const known = advice.find(([tags]) => tags.includes(tag))?.[1];
  return `${known === undefined ? 'write it as Markdown' : known}; put a backslash before "<" to show the character itself`;
}

const advice: readonly (readonly [tags: readonly string[], text: string])[] = [
  [['b', 'strong'], 'write **the words**, with two asterisks on each side'],
  [['i', 'em', 'cite', 'dfn', 'var'], 'write *the words*, with an asterisk on each side'],
  [['s', 'del', 'strike'], 'write ~~the words~~, with two tildes on each side'],
  [['code', 'tt', 'kbd', 'samp', 'pre'], 'write `the words` between backticks'],
  [['a'], 'write [the words](https://…)'],
  [['img', 'picture', 'figure', 'figcaption'], 'write ![what it shows](./pictures/name.jpg "its caption")'],
  [['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], 'write the heading after "### "'],
  [['ul', 'ol', 'li', 'dl', 'dt', 'dd'], 'write each item on a line that begins with "- "'],
  [['blockquote', 'q'], 'begin each line of the quotation with "> "'],
  [
    ['table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption'],
    'write each row as "| one | two |", and below the first one "| --- | --- |"',
  ],
  [['hr'], 'delete it: no rule is needed between sections'],
  [
    `p div span font center section article aside header footer main small big u ins mark abbr time wbr nobr
      details summary bdi bdo ruby rt rp address label`.split(/\s+/),
    'delete the tag; the words inside it stay',
  ],
  [
    `iframe video audio source embed object script noscript style link meta form input button select textarea svg
      canvas math`.split(/\s+/),
    'delete it and its content, and link to the page that shows it',
  ],
];

/** Suggests "CO₂" where characters exist. */
function adviceOnSmall(tag: 'sub' | 'sup', { before, behind }: TagPlace): string {
  const [, content = ''] = new RegExp(`^([^<>\\r\\n]{1,40})</${tag}>`, 'i').exec(behind) ?? [];
  if (content === '') return 'delete the tag, and write the words on the line';
  const [word = ''] = /[\p{L}\p{N})]{0,30}$/u.exec(before) ?? [];
  const characters = tag === 'sub' ? lowered : raised;
  const small = Array.from(content, (character) => characters.get(character));
  const isSmall = small.every((character) => character !== undefined);
  const written = `write ${quote(word + (isSmall ? small.join('') : content))} without the tags`;
  // A note follows a word or punctuation; a power follows a unit or a number.
  return tag === 'sup' && /^\d{1,3}$/.test(content) && !/^(?:\p{L}{1,3}|.*\p{N})$/u.test(word)
    ? `write "[^${content}]" where it refers to a note; otherwise ${written}`
    : written;
}

/** Characters that every font has. */
const lowered = new Map(pairs('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'));
const raised = new Map(pairs('0123456789+-−=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ'));

function pairs(characters: string, small: string): [string, string][] {
  const written = Array.from(small);
  return Array.from(characters, (character, at) => [character, written[at] ?? character]);
}
