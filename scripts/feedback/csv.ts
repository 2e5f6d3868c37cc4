import Papa from 'papaparse';
import type { FileProblem } from './file-problem.ts';

/** A row of a table with its offset in the text. */
export interface CsvRow {
  readonly offset: number;
  readonly cells: readonly string[];
}

/** Parses comma-separated values (RFC 4180) with any one-character separator; skips empty lines. */
export function readCsv(text: string, separator: string): readonly CsvRow[] | FileProblem {
  const rows: CsvRow[] = [];
  let problem: FileProblem | undefined;
  let offset = 0;
  Papa.parse<readonly string[]>(text, {
    delimiter: separator,
    step: ({ data, errors: [error], meta }, parser) => {
      if (error) {
        problem = problemOf(error);
        parser.abort();
      } else if (data.length > 1 || (data[0] ?? '').trim() !== '') rows.push({ offset, cells: data });
      offset = meta.cursor;
    },
  });
  return problem ?? rows;
}

/** Points at the opening quotation mark of the cell; Papa Parse gives the position after it. */
function problemOf({ code, index = 1 }: Papa.ParseError): FileProblem {
  return code === 'MissingQuotes'
    ? {
        offset: index - 1,
        message: 'Unexpected end of the file in a quoted cell, expected a quotation mark that closes it',
        advice: 'The file may have been cut off: export it again.',
      }
    : {
        offset: index - 1,
        message: 'Unexpected text after a quoted cell, expected the separator or the end of the line',
        advice: 'A quotation mark inside a quoted cell is written twice: "".',
      };
}
