import { lineStarts } from '../diagnostics/position.ts';

/** A line of a text: its offset, and its content without trailing blanks. */
export interface MarkdownLine {
  readonly start: number;
  /** Offset of the next line. */
  readonly end: number;
  readonly text: string;
}

/**
 * The lines of a text. Blanks are only spaces and tabs (CommonMark 0.31, 2.1); a no-break space starts a paragraph like a
 * letter.
 */
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
