import type { Finding } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';

/** Spaces that YAML reads as letters, and invisible characters. */
const hard = String.raw`[\u00a0\u1680\u2000-\u200b\u202f\u2060\u3000\ufeff]`;

/** A line that YAML reads differently from its writer. */
interface Mistake {
  /** Its range in a line. */
  readonly pattern: RegExp;
  readonly say: (found: RegExpExecArray) => Pick<Finding, 'message'> & { readonly note: string };
  /** YAML reads it without an error, as part of a name. */
  readonly isReadWrong?: true;
  /** The correction, if it is certain. */
  readonly replacement?: string;
}

/** A line that looks like a closing fence but is not. */
const almostFence = String.raw`(?:---[ \t]*${hard}[ \t${hard.slice(1, -1)}]*|-{4,}|[—–]{2,})[ \t]*`;

function nameOfFence(line: string): string {
  const isSpoilt = spoiltFence.test(line);
  return quote(line.trim()) + (isSpoilt ? ' and a no-break space' : '');
}

const mistakes: readonly Mistake[] = [
  {
    pattern: new RegExp(`(?<=\\n)${almostFence}(?:\\r\\n?|\\n)(?=\\s*$(?![\\s\\S]))`, 'g'),
    say: ([line]) => ({
      message: `Unexpected ${nameOfFence(line)} right above the line "---" that ends the fields`,
      note: 'delete that line, or run `npm run check -- --fix`',
    }),
    replacement: '',
  },
  {
    pattern: new RegExp(`(?<=\\n)${almostFence}(?=[\\r\\n]+(?=\\s*\\S))`, 'g'),
    say: ([line]) => ({
      message: `Unexpected ${nameOfFence(line)} in the middle of the fields, expected only fields`,
      note: 'delete that line: the line "---" further down ends the fields',
    }),
  },
  {
    pattern: new RegExp(`(?<=^[ \\t]*(?:- +)?[\\w-]+:[ \\t]*)${hard}+[ \\t]*`, 'gm'),
    say: () => ({
      message: `Unexpected no-break space after ":", expected an ordinary one`,
      note: 'write an ordinary space there, or run `npm run check -- --fix`',
    }),
    replacement: ' ',
  },
  {
    pattern: /(?<=^[ \t]*(?:- +)?\w+)：[ \t]*/gm,
    say: () => ({
      message: 'Unexpected full-width colon "：", expected ":" and a space',
      note: 'write ": " instead, or run `npm run check -- --fix`',
    }),
    replacement: ': ',
  },
  {
    // Not the colon of an address.
    pattern: /(?<=^[a-z][a-zA-Z]*):(?=[^\s:/])/gm,
    say: () => ({
      message: 'Unexpected field without a space after ":"',
      note: 'write a space there, or run `npm run check -- --fix`',
    }),
    replacement: ': ',
  },
  {
    pattern: /(?<=^[ \t]*(?:- +)?(?:url|archive):[ \t]*)\[[^\]\r\n]*\]\((https?:[^()\s]+)\)/gm,
    say: ([, address = '']) => ({
      message: 'Unexpected Markdown link, expected only the address',
      note: `write ${address}, or run \`npm run check -- --fix\``,
    }),
    replacement: '$1',
  },
  {
    pattern: /(?<=^[ \t]*(?:- +)?(?:url|archive):[ \t]*)["'](https?:[^\s"'“”‘’]+)[“”‘’](?=[ \t]*$)/gm,
    say: ([, address = '']) => ({
      message: 'Unexpected quotation mark, expected the same one as before the address',
      note: `write ${address}, or run \`npm run check -- --fix\``,
    }),
    replacement: '$1',
  },
  {
    pattern: /(?<=^(?:sources|topics|authors|figures|watch|corrections|aliases):[ \t]+)-(?=[ \t])/gm,
    say: () => ({
      message: 'Unexpected list item on the line of its field',
      note: 'write each item on its own line, after "  - "',
    }),
  },
  {
    // Below the name of a list or another item; "-5" is a number.
    pattern:
      /(?<=^(?:(?:sources|topics|authors|figures|watch|corrections|aliases):[ \t]*|[ \t]*- ?\S.*|[ \t]+\w+:.*)(?:\r\n?|\n)[ \t]*)-(?=[\p{L}"'“[{])/gmu,
    say: () => ({
      message: 'Unexpected list item without a space after "-"',
      note: 'write a space there',
    }),
  },
  {
    pattern: new RegExp(`(?<=^[ \\t]*)${hard}[ \\t${hard.slice(1, -1)}]*(?=\\S)`, 'gm'),
    say: () => ({
      message: 'Unexpected no-break space at the start of a line, expected ordinary spaces',
      note: 'indent with ordinary spaces',
    }),
    isReadWrong: true,
  },
  {
    pattern:
      /(?<=^[ \t]*(?:- +)?([\w-]+):[ \t]+\S.*(?:\r\n?|\n))(?!\.{3}(?:\s|$))[^\s:#\-—–&*!|>'"%@`?{[][^:：\r\n]*$/gm,
    say: ([, name = '']) => ({
      message: `Unexpected line without a field, below ${quote(name)}`,
      note: `if the value of ${quote(name)} continues here, indent the line by two spaces`,
    }),
  },
];

/**
 * Explains why YAML cannot read a block, or reads it differently from what was meant, where that is obvious. `offset` is
 * the block's offset in the file.
 */
export function mistakesIn(text: string, offset: number, isBroken: boolean): Finding[] {
  return mistakes
    .filter(({ isReadWrong }) => isBroken || isReadWrong === true)
    .flatMap(({ pattern, say }) =>
      // In a value of several lines it is the indent of a paragraph, as in Japanese and Chinese.
      [...text.matchAll(pattern)]
        .filter((found) => isBroken || beginsField(text, found))
        .map((found): Finding => {
          const { message, note } = say(found);
          const start = offset + found.index;
          const range = { start, end: start + Math.max(1, found[0].replace(/[\r\n]+$/, '').length) };
          return { code: 'front-matter-syntax', range, message, note: { text: note } };
        }),
    );
}

/** Reports a fence made invalid by a no-break space. */
export function findingOfFence(start: number, end: number): Finding {
  return {
    code: 'front-matter-syntax',
    range: { start, end },
    message: 'Unexpected no-break space after "---", expected the three hyphens alone',
    note: { text: 'delete what follows the hyphens, or run `npm run check -- --fix`' },
  };
}

function beginsField(text: string, { index, 0: sign }: RegExpExecArray): boolean {
  return /^(?:- |[\w-]+:(?:\s|$))/.test(text.slice(index + sign.length, index + sign.length + 100));
}

/** Fixes all mistakes in the front matter whose correction is certain; the text after it stays. */
export function fixFrontMatterMistakes(source: string): string {
  const opened = source.replace(spoiltStart, '---');
  const end = endOfFields(opened);
  if (end === undefined) return source;
  const fixed = mistakes.reduce(
    (text, { pattern, replacement }) =>
      replacement === undefined ? text : text.replace(pattern, replacement),
    opened.slice(0, end.start),
  );
  return `${fixed}---${opened.slice(end.start + end.length)}`;
}

/** The closing fence. One with a no-break space counts if no valid fence follows directly. */
function endOfFields(source: string): { readonly start: number; readonly length: number } | undefined {
  const fences = [...source.matchAll(new RegExp(`${spoiltFence.source}|^---[ \\t]*$`, 'gm'))].slice(1, 3);
  const [first, second] = fences.map(({ index, 0: fence }) => ({ start: index, length: fence.replace(/[ \t]+$/, "").length })); // prettier-ignore
  const isDoubled = first && second && source.slice(first.start + first.length, second.start).trim() === '';
  return isDoubled && first.length > 3 && second.length === 3 ? second : first;
}

/** A line of three hyphens made invalid by the characters after it. */
export const spoiltFence = new RegExp(`^---[ \\t]*${hard}[ \\t${hard.slice(1, -1)}]*(?=\\r|\\n|$)`, 'm');

/** The same for the first line of a file, with possible blanks before it. */
const spoiltStart = new RegExp(`(?<=^\\s*)${spoiltFence.source.slice(1)}`);
