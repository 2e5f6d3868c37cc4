import type { Range } from '../diagnostics/diagnostic.ts';

/**
 * What stands between quotation marks in a text, with the marks, the outermost alone. A mark that nothing closes opens
 * nothing, and an apostrophe is none: `don’t`, `writers’`.
 */
export function* quotationsIn(text: string): Iterable<Range> {
  const marks = [...text.matchAll(/["“”„«»‹›「」『』‚‘’']/g)].map(({ 0: sign, index }) =>
    markOf(sign, index, text),
  );
  const unclosed = new Set<string>();
  for (let at = 0; at < marks.length; at += 1) {
    const mark = marks[at];
    // Where nothing closed one mark, nothing closes the next of its kind: to look again would take forever.
    if (!mark?.opens || unclosed.has(mark.sign)) continue;
    const end = closingOf(mark, at, marks);
    if (end === undefined) unclosed.add(mark.sign);
    else {
      yield { start: mark.index, end: (marks[end]?.index ?? mark.index) + 1 };
      at = end;
    }
  }
}

interface Mark {
  readonly sign: string;
  readonly index: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** It may as well be the apostrophe after a plural: "the writers’ plan". */
  readonly isDoubtful: boolean;
}

/** What may end a quotation that begins with a sign. */
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

/** Signs that are an apostrophe, too: what stands around them tells which of the two they are. */
const single = /[‘’']/;

function markOf(sign: string, index: number, text: string): Mark {
  const isSingle = single.test(sign);
  const before = text.slice(Math.max(0, index - 1), index);
  const after = text.slice(index + 1, index + 4);
  // Chinese writes no space around its marks.
  const letter = sign === "'" ? /^[\p{L}\p{N}]/u : /^[\p{Script=Latin}\p{N}]/u;
  return {
    sign,
    index,
    // The apostrophe of '90s opens nothing.
    opens: sign in closing && (!isSingle || (!letter.test(before) && /^(?!\d\ds)\S/.test(after))),
    closes: !isSingle || (/\S/.test(before) && !letter.test(after)),
    isDoubtful: isSingle && /[sxz]/i.test(before) && /^ \p{L}/u.test(after),
  };
}

/** Place of the mark that closes another one: of doubtful ones the last before the next quotation begins. */
function closingOf({ sign }: Mark, from: number, marks: readonly Mark[]): number | undefined {
  let doubtful: number | undefined;
  for (let at = from + 1; at < marks.length; at += 1) {
    const mark = marks[at];
    if (!mark) break;
    if (doubtful !== undefined && mark.opens && mark.sign === sign) break;
    if (!mark.closes || !closing[sign]?.includes(mark.sign)) continue;
    if (!mark.isDoubtful) return at;
    doubtful = at;
  }
  return doubtful;
}
