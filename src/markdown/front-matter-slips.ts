import type { Finding } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';

/** Spaces that look like ordinary ones and are letters to YAML, and signs that nothing is drawn for. */
const hard = String.raw`[\u00a0\u1680\u2000-\u200b\u202f\u2060\u3000\ufeff]`;

/** A line of fields that a writer reads otherwise than YAML does. */
interface Slip {
  /** Where it is, in a line. */
  readonly pattern: RegExp;
  readonly say: (found: RegExpExecArray) => Pick<Finding, 'message'> & { readonly note: string };
  /** YAML reads it without an error, as part of a name. */
  readonly isReadWrong?: true;
  /** What is certain to be meant. */
  readonly replacement?: string;
}

const slips: readonly Slip[] = [
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
      message: 'Unexpected wide colon "：", expected ":" and a space',
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
      message: 'Unexpected link of Markdown, expected the address alone',
      note: `write ${address}, or run \`npm run check -- --fix\``,
    }),
    replacement: '$1',
  },
  {
    pattern: /(?<=^[ \t]*(?:- +)?(?:url|archive):[ \t]*)["'](https?:[^\s"'“”‘’]+)[“”‘’](?=[ \t]*$)/gm,
    say: ([, address = '']) => ({
      message: 'Unexpected quotation mark, expected one like that before the address',
      note: `write ${address}, or run \`npm run check -- --fix\``,
    }),
    replacement: '$1',
  },
  {
    pattern: /(?<=^(?:sources|topics|authors|figures|watch|corrections|aliases):[ \t]+)-(?=[ \t])/gm,
    say: () => ({
      message: 'Unexpected item of a list on the line of its field',
      note: 'begin each item on a line of its own with "  - "',
    }),
  },
  {
    // Below the name of a list or another item; "-5" is a number.
    pattern:
      /(?<=^(?:(?:sources|topics|authors|figures|watch|corrections|aliases):[ \t]*|[ \t]*- ?\S.*|[ \t]+\w+:.*)(?:\r\n?|\n)[ \t]*)-(?=[\p{L}"'“[{])/gmu,
    say: () => ({
      message: 'Unexpected item of a list without a space after "-"',
      note: 'write a space there',
    }),
  },
  {
    pattern: new RegExp(`(?<=^[ \\t]*)${hard}[ \\t${hard.slice(1, -1)}]*(?=\\S)`, 'gm'),
    say: () => ({
      message: 'Unexpected no-break space at the beginning of a line, expected ordinary ones',
      note: 'indent with ordinary spaces',
    }),
    isReadWrong: true,
  },
  {
    pattern:
      /(?<=^[ \t]*(?:- +)?([\w-]+):[ \t]+\S.*(?:\r\n?|\n))(?!\.{3}(?:\s|$))[^\s:#\-&*!|>'"%@`?{[][^:：\r\n]*$/gm,
    say: ([, name = '']) => ({
      message: `Unexpected line without a field, below ${quote(name)}`,
      note: `if the value of ${quote(name)} goes on here, begin the line with two spaces`,
    }),
  },
];

/**
 * Why a block of fields cannot be read as YAML, or is read otherwise than it looks, where that is plain; `offset` is where the
 * block begins in the file.
 */
export function slipsIn(text: string, offset: number, isBroken: boolean): Finding[] {
  return slips
    .filter(({ isReadWrong }) => isBroken || isReadWrong === true)
    .flatMap(({ pattern, say }) =>
      // In a text of several lines it is a paragraph's indent, as Japanese and Chinese have it.
      [...text.matchAll(pattern)]
        .filter((found) => isBroken || beginsField(text, found))
        .map((found): Finding => {
          const { message, note } = say(found);
          const start = offset + found.index;
          const range = { start, end: start + Math.max(1, found[0].length) };
          return { code: 'front-matter-syntax', range, message, note: { text: note } };
        }),
    );
}

function beginsField(text: string, { index, 0: sign }: RegExpExecArray): boolean {
  return /^(?:- |[\w-]+:(?:\s|$))/.test(text.slice(index + sign.length, index + sign.length + 100));
}

/** A brief with all slips in its front matter fixed that are certain; what follows the fields stays as it is. */
export function fixSlips(source: string): string {
  const fences = source.replace(new RegExp(spoiltFence, 'gm'), '---');
  const end = /^---[ \t]*$/m.exec(fences.slice(3))?.index;
  if (end === undefined) return source;
  const block = fences.slice(0, end + 3);
  const fixed = slips.reduce(
    (text, { pattern, replacement }) =>
      replacement === undefined ? text : text.replace(pattern, replacement),
    block,
  );
  return fixed + fences.slice(end + 3);
}

/** A line of three hyphens that is none because of what follows them. */
export const spoiltFence = new RegExp(`^---[ \\t]*${hard}[ \\t${hard.slice(1, -1)}]*(?=\\r|\\n|$)`, 'm');
