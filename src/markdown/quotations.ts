import type { Range } from '../diagnostics/diagnostic.ts';

/**
 * Ranges of the outermost quotations in a text, with their marks. An unclosed mark opens nothing, and apostrophes do not
 * count: `don’t`, `writers’`.
 */
export function* quotationsIn(text: string): Iterable<Range> {
  const marks = [...text.matchAll(/["“”„«»‹›「」『』‚‘’']/g)].map(({ 0: character, index }) =>
    markOf(character, index, text),
  );
  const unclosed = new Set<string>();
  for (let at = 0; at < marks.length; at += 1) {
    const mark = marks[at];
    // If one mark of a kind is unclosed, the next one is too; searching again would be quadratic.
    if (!mark?.opens || unclosed.has(mark.character)) continue;
    const end = closingOf(mark, at, marks);
    if (end === undefined) unclosed.add(mark.character);
    else {
      yield { start: mark.index, end: (marks[end]?.index ?? mark.index) + 1 };
      at = end;
    }
  }
}

interface Mark {
  readonly character: string;
  readonly index: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** It may be an apostrophe after a plural: "the writers’ plan". */
  readonly isDoubtful: boolean;
}

/** Closing marks for each opening mark. */
const closing: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '”': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  '‚': '‘’',
  '‘': '’',
  "'": "'",
};

/** Marks that are also apostrophes, depending on their surroundings. */
const single = /[‘’']/;

function markOf(character: string, index: number, text: string): Mark {
  const isSingle = single.test(character);
  const before = text.slice(Math.max(0, index - 1), index);
  const after = text.slice(index + 1, index + 4);
  // Chinese has no spaces around quotation marks.
  const letter = character === "'" ? /^[\p{L}\p{N}]/u : /^[\p{Script=Latin}\p{N}]/u;
  return {
    character,
    index,
    // The apostrophe of '90s opens nothing.
    opens: character in closing && (!isSingle || (!letter.test(before) && /^(?!\d\ds)\S/.test(after))),
    closes: !isSingle || (/\S/.test(before) && !letter.test(after)),
    isDoubtful: isSingle && /[sxz]/i.test(before) && /^ \p{L}/u.test(after),
  };
}

/** Index of the closing mark; for apostrophe-like ones, the last before the next quotation. */
function closingOf({ character }: Mark, from: number, marks: readonly Mark[]): number | undefined {
  let doubtful: number | undefined;
  for (let at = from + 1; at < marks.length; at += 1) {
    const mark = marks[at];
    if (!mark) break;
    if (doubtful !== undefined && mark.opens && mark.character === character) break;
    if (!mark.closes || !closing[character]?.includes(mark.character)) continue;
    if (!mark.isDoubtful) return at;
    doubtful = at;
  }
  return doubtful;
}
