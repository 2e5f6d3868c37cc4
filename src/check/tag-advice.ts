import { quote } from '../diagnostics/quote.ts';

/** Where a tag stands. */
export interface TagPlace {
  readonly isInCell: boolean;
  /** What stands in the file before it and behind it. */
  readonly before: string;
  readonly behind: string;
}

/** What to type instead of a tag or a comment of HTML. */
export function adviceOnTag(html: string, place: TagPlace): string {
  if (html.startsWith('<!--')) {
    return html.includes('-->')
      ? 'delete the comment, "<!--" to "-->": notes to colleagues have no place in a brief'
      : 'delete the comment: nothing ends it, so it takes in all that follows';
  }
  const [, end = '', name = ''] = /^<(\/?)([a-z][a-z0-9]*)\b/i.exec(html) ?? [];
  const tag = name.toLowerCase();
  if (tag === 'br') {
    return place.isInCell
      ? 'a cell has no line breaks: write a comma or a semicolon there, or make two rows of it'
      : 'begin a new paragraph, or end the line with a backslash to break it there';
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
  [['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], 'write the heading behind "### "'],
  [['ul', 'ol', 'li', 'dl', 'dt', 'dd'], 'write each item on a line that begins with "- "'],
  [['blockquote', 'q'], 'begin each line of the quotation with "> "'],
  [
    ['table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption'],
    'write each row as "| one | two |", and below the first one "| --- | --- |"',
  ],
  [['hr'], 'delete it: no rule is needed between sections'],
  [
    [
      ...['p', 'div', 'span', 'font', 'center', 'section', 'article', 'aside', 'header', 'footer', 'main'],
      ...[
        'small',
        'big',
        'u',
        'ins',
        'mark',
        'abbr',
        'time',
        'wbr',
        'nobr',
        'details',
        'summary',
        'bdi',
        'bdo',
      ],
      ...['ruby', 'rt', 'rp', 'address', 'label'],
    ],
    'delete the tag; the words inside it stay',
  ],
  [
    [
      ...[
        'iframe',
        'video',
        'audio',
        'source',
        'embed',
        'object',
        'script',
        'noscript',
        'style',
        'link',
        'meta',
      ],
      ...['form', 'input', 'button', 'select', 'textarea', 'svg', 'canvas', 'math'],
    ],
    'delete it with all that it holds, and link to the page that shows it',
  ],
];

/** "write CO₂" for what has characters of its own. */
function adviceOnSmall(tag: 'sub' | 'sup', { before, behind }: TagPlace): string {
  const [, content = ''] = new RegExp(`^([^<>\\r\\n]{1,40})</${tag}>`, 'i').exec(behind) ?? [];
  if (content === '') return 'delete the tag, and write the words on the line';
  const [word = ''] = /[\p{L}\p{N})]{0,30}$/u.exec(before) ?? [];
  const characters = tag === 'sub' ? lowered : raised;
  const small = Array.from(content, (character) => characters.get(character));
  const isSmall = small.every((character) => character !== undefined);
  const written = `write ${quote(word + (isSmall ? small.join('') : content))} without the tags`;
  // A note stands behind a word or a mark, a power behind a unit or a number.
  return tag === 'sup' && /^\d{1,3}$/.test(content) && !/^(?:\p{L}{1,3}|.*\p{N})$/u.test(word)
    ? `write "[^${content}]" where it refers to a note; else ${written}`
    : written;
}

/** Those that any font has. */
const lowered = new Map(pairs('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'));
const raised = new Map(pairs('0123456789+-−=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ'));

function pairs(characters: string, small: string): [string, string][] {
  const written = Array.from(small);
  return Array.from(characters, (character, at) => [character, written[at] ?? character]);
}
