import type { Finding } from '../../diagnostics/diagnostic.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import { visibleSource } from '../../markdown/visible-source.ts';
import type { Rule } from './rule.ts';

/** Rows that Markdown does not take for a table: without a line of hyphens, drawn with other signs, or pasted with tabs. */
export const tableForm: Rule = function* ({ draft }) {
  for (const node of nodesOf(draft.tree, 'paragraph')) {
    const text = visibleSource(node, draft.source);
    if (/[|\t┌├└│║]|\+-/.test(text)) yield* tablesIn(text, rangeOf(node).start);
  }
};

interface Line {
  readonly start: number;
  readonly text: string;
}

function* tablesIn(text: string, offset: number): Iterable<Finding> {
  const lines = Array.from(text.matchAll(/[^\r\n]+/g), ({ 0: line, index }): Line => {
    const words = line.replace(/^[> \t]+/, '');
    return { start: offset + index + line.length - words.length, text: words.trimEnd() };
  });
  for (let at = 0; at < lines.length;) {
    const kind = kinds.find(({ isRow, begins = isRow }) => begins(lines[at]?.text ?? ''));
    let next = at + 1;
    while (next < lines.length && kind?.isRow(lines[next]?.text ?? '')) next += 1;
    const rows = kind ? lines.slice(at, next) : [];
    const [first, last] = [rows[0], rows.at(-1)];
    if (first && last && kind?.isTable(rows.map((row) => row.text))) {
      yield {
        code: 'table-form',
        range: { start: first.start, end: last.start + last.text.length },
        message: `Unexpected rows ${kind.what}, expected a table as Markdown writes it: readers see them in one paragraph`,
        note: {
          text: 'write each row as "| one | two |", and below the first one, without a blank line, "| --- | --- |" with as many columns',
        },
      };
    }
    at = next;
  }
}

interface Kind {
  readonly what: string;
  /** What the first row has to be, where that is less than any row. */
  readonly begins?: (line: string) => boolean;
  readonly isRow: (line: string) => boolean;
  readonly isTable: (rows: readonly string[]) => boolean;
}

const strokes = (line: string): number => line.split('|').length - 1;
const tabs = (line: string): number => line.trim().split(/\t+/).length - 1;
const areAlike = (rows: readonly string[], count: (line: string) => number): boolean =>
  rows.every((row) => count(row) === count(rows[0] ?? ''));

/** Of prose, a line may hold a stroke or begin with one; that several in a row do is no chance. */
const kinds: readonly Kind[] = [
  {
    what: 'below a line of hyphens that has no header above it',
    begins: (line) => /^\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?[ \t]*)?$/.test(line),
    isRow: (line) => line.includes('|'),
    isTable: (rows) => rows.length > 1,
  },
  {
    what: 'between lines of a grid',
    begins: (line) => /^(?:\+(?:[-=:]+\+)+|[┌├└╔╠╚][─━═┬┼┴╦╬╩┐┤┘╗╣╝]+)$/.test(line),
    isRow: (line) => /^[+|│║┌├└╔╠╚].*[+|│║┐┤┘╗╣╝]$/.test(line),
    isTable: (rows) => rows.length > 1,
  },
  {
    what: 'between strokes without a line of hyphens that fits them',
    isRow: (line) => line.startsWith('|') && line.endsWith('|') && strokes(line) > 1,
    isTable: (rows) => rows.length > 1 || (/^\|\s.*\s\|$|^\|[\s|:—–_=-]+\|$/.test(rows[0] ?? '') && strokes(rows[0] ?? '') > 2), // prettier-ignore
  },
  {
    what: 'with tabs between their cells',
    // Word processors put one behind the sign of an item.
    isRow: (line) => tabs(line) > 0 && !/^(?:[^\p{L}\p{N}\s]|\d+[.)]|\p{L}[.)])\t/u.test(line),
    isTable: (rows) => rows.length > 1 && areAlike(rows, tabs),
  },
  {
    what: 'with strokes between their cells, without a line of hyphens that fits them',
    isRow: (line) => /\S \| \S/.test(line),
    isTable: (rows) =>
      rows.length > 1 &&
      areAlike(rows, strokes) &&
      (strokes(rows[0] ?? '') > 1 || rows.every((row) => row.length <= 60 && !/[.!?]$/.test(row))),
  },
];
