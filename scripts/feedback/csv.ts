import type { FileProblem } from './file-problem.ts';

/** A line of a table, with the place in the text where it begins. */
export interface CsvRow {
  readonly offset: number;
  readonly cells: readonly string[];
}

/**
 * Comma-separated values (RFC 4180) with any separator of one sign: quoted cells may hold it, line ends and doubled
 * quotation marks. Lines end in CRLF, LF or CR; empty ones are passed over.
 */
export function readCsv(text: string, separator: string): readonly CsvRow[] | FileProblem {
  const rows: CsvRow[] = [];
  let at = 0;
  while (at < text.length) {
    const offset = at;
    const cells: string[] = [];
    for (;;) {
      const cell = text[at] === '"' ? readQuoted(text, at, separator) : readPlain(text, at, separator);
      if ('message' in cell) return cell;
      cells.push(cell.value);
      at = cell.end;
      if (text[at] !== separator) break;
      at += 1;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (cells.length > 1 || cells[0] !== '') rows.push({ offset, cells });
  }
  return rows;
}

interface Cell {
  readonly value: string;
  /** Where the separator, the line's end or the text's stands. */
  readonly end: number;
}

function readPlain(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length && !isEnd(text[end], separator)) end += 1;
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number, separator: string): Cell | FileProblem {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) {
    return {
      offset: start,
      message: 'Unexpected end of the file in a quoted cell, expected a quotation mark that closes it',
      mend: 'The file may have been cut off: export it again.',
    };
  }
  const end = close + 1;
  if (end < text.length && !isEnd(text[end], separator)) {
    return {
      offset: end,
      message: `Unexpected ${JSON.stringify(text[end])} after a quoted cell, expected ${JSON.stringify(separator)} or the end of the line`,
      mend: 'A quotation mark inside a quoted cell is written twice: "".',
    };
  }
  return { value: text.slice(start + 1, close).replaceAll('""', '"'), end };
}

function isEnd(sign: string | undefined, separator: string): boolean {
  return sign === separator || sign === '\r' || sign === '\n';
}
