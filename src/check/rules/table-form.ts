import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { Draft } from '../../markdown/draft.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import { visibleSource } from '../../markdown/visible-source.ts';
import type { Rule } from './rule.ts';

/**
 * Rows that Markdown does not recognise as a table: without a delimiter row, drawn with other characters, in the syntax
 * of other programs, or pasted with tabs.
 */
export const tableForm: Rule = function* ({ draft }) {
  for (const node of nodesOf(draft.tree, 'paragraph')) {
    const text = visibleSource(node, draft.source);
    if (/[|\t┌├└│║｜┃∣︱]|\+-|==|\S {2,}\S/.test(text)) yield* tablesIn(text, rangeOf(node).start);
  }
  for (const node of nodesOf(draft.tree, 'table')) {
    const [line = ''] = /^\{\|.*/.exec(draft.source.slice(rangeOf(node).start)) ?? [];
    if (line) yield findingOf('of MediaWiki', rangeOf(node).start, line.trimEnd());
  }
  yield* columnsIn(draft);
};

/** Markdown reads a line of hyphens with gaps as a thematic break; Pandoc reads columns below it. */
function* columnsIn({ tree, source }: Draft): Iterable<Finding> {
  for (const node of nodesOf(tree, 'thematicBreak')) {
    const { start, end } = rangeOf(node);
    const line = source.slice(start, end).trimEnd();
    const isFollowed = /^[ \t]*(?:\r\n|\r|\n)[> \t]*[^> \t\r\n]/.test(source.slice(start + line.length));
    if (isFollowed && /^-{2,}(?:[ \t]+-{2,})+$/.test(line))
      yield findingOf('below a line of hyphens with gaps', start, line);
  }
}

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
      const { length } = last.text;
      yield findingOf(kind.what, first.start, text.slice(first.start - offset, last.start - offset + length));
    }
    at = next;
  }
}

function findingOf(what: string, start: number, rows: string): Finding {
  return {
    code: 'table-form',
    range: { start, end: start + rows.length },
    message: `Unexpected rows ${what}, expected a Markdown table: readers see no columns`,
    note: {
      text: 'write each row as "| one | two |", and below the first one, without a blank line, "| --- | --- |" with as many columns',
    },
  };
}

interface Kind {
  readonly what: string;
  /** The required start of the first row. */
  readonly begins?: (line: string) => boolean;
  readonly isRow: (line: string) => boolean;
  readonly isTable: (rows: readonly string[]) => boolean;
}

const bars = (line: string): number => line.split('|').length - 1;
const otherStrokes = (line: string): number => line.split(/[｜│┃∣︱]/).length - 1;
const tabs = (line: string): number => line.trim().split(/\t+/).length - 1;
const areAlike = (rows: readonly string[], count: (line: string) => number): boolean =>
  rows.every((row) => count(row) === count(rows[0] ?? ''));

/** The columns at which words start after each gap, if all lines agree. */
function areAligned(rows: readonly string[]): boolean {
  const gaps = rows.map((row) => Array.from(row.matchAll(/ {2,}(?=\S)/g), ({ 0: gap, index }) => index + gap.length).join()); // prettier-ignore
  return gaps[0] !== '' && gaps.every((places) => places === gaps[0]);
}

/** Prose may contain or start with a bar; several such lines in a row are a table. */
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
    what: 'between lines of equals signs',
    begins: (line) => /^\|={3,}$|^={2,}(?: +={2,})+$/.test(line),
    isRow: (line) => line !== '',
    isTable: (rows) => rows.length > 1,
  },
  {
    what: 'of MediaWiki',
    begins: (line) => line.startsWith('{|'),
    isRow: (line) => /^(?:[|!]|\{\|)/.test(line),
    isTable: (rows) => rows.length > 1,
  },
  {
    what: 'between bars that are not "|"',
    isRow: (line) => otherStrokes(line) > 1,
    isTable: (rows) => rows.length > 1 && areAlike(rows, otherStrokes),
  },
  {
    what: 'between bars without a matching line of hyphens',
    isRow: (line) => line.startsWith('|') && line.endsWith('|') && bars(line) > 1,
    isTable: (rows) => rows.length > 1 || (/^\|\s.*\s\|$|^\|[\s|:—–_=-]+\|$/.test(rows[0] ?? '') && bars(rows[0] ?? '') > 2), // prettier-ignore
  },
  {
    what: 'with tabs between their cells',
    // Word processors put a tab after a list marker.
    isRow: (line) => tabs(line) > 0 && !/^(?:[^\p{L}\p{N}\s]|\d+[.)]|\p{L}[.)])\t/u.test(line),
    isTable: (rows) => rows.length > 1 && areAlike(rows, tabs),
  },
  {
    what: 'with bars between their cells, without a matching line of hyphens',
    isRow: (line) => /\S \| \S/.test(line),
    isTable: (rows) =>
      rows.length > 1 &&
      areAlike(rows, bars) &&
      (bars(rows[0] ?? '') > 1 || rows.every((row) => row.length <= 60 && !/[.!?]$/.test(row))),
  },
  {
    what: 'with spaces between their cells',
    isRow: (line) => /[^\s.!?:;] {2,}\S/.test(line),
    isTable: (rows) => rows.length > 1 && areAligned(rows),
  },
];
