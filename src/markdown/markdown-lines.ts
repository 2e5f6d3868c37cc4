import { lineStarts } from '../diagnostics/position.ts';

/** A line of a text: where it begins, and what stands on it, without the blanks at its end. */
export interface MarkdownLine {
  readonly start: number;
  /** Where the next one begins. */
  readonly end: number;
  readonly text: string;
}

/** The lines of a text. Blanks are spaces and tabs alone (CommonMark 0.31, 2.1): a no-break space begins a paragraph as a letter does. */
export function* linesOf(source: string): Generator<MarkdownLine> {
  const starts = lineStarts(source);
  for (const [number, start] of starts.entries()) {
    const end = starts[number + 1] ?? source.length;
    let last = end;
    while (last > start && blanks.includes(source.charAt(last - 1))) last -= 1;
    yield { start, end, text: source.slice(start, last) };
  }
}

const blanks = ' \t\r\n';
