import { visible } from '../../src/diagnostics/visible.ts';
import { lineStarts, positionAt } from '../../src/diagnostics/position.ts';

/** Why a file of answers cannot be read. */
export interface FileProblem {
  /** UTF-16 units from the beginning of the text. */
  readonly offset: number;
  /** "Unexpected X, expected Y". */
  readonly message: string;
  readonly advice: string;
}

/** As `check` reports: the place, what is wrong and how to fix it. */
export function formatFileProblem(
  file: string,
  text: string,
  { offset, message, advice }: FileProblem,
): string {
  const { line, column } = positionAt(lineStarts(text), offset);
  return `${visible(file)}:${line}:${column}  error\n  ${visible(message)}\n  note: ${visible(advice)}`;
}
