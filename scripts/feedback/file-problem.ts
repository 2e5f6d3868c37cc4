import { visible } from '../../src/diagnostics/visible.ts';
import { lineStarts, positionAt } from '../../src/diagnostics/position.ts';

/** Why a file of answers cannot be read. */
export interface FileProblem {
  /** UTF-16 offset. */
  readonly offset: number;
  /** "Unexpected X, expected Y". */
  readonly message: string;
  readonly advice: string;
}

/** Formats a problem like `check`: place, error and advice. */
export function formatFileProblem(
  file: string,
  text: string,
  { offset, message, advice }: FileProblem,
): string {
  const { line, column } = positionAt(lineStarts(text), offset);
  return `${visible(file)}:${line}:${column}  error\n  ${visible(message)}\n  note: ${visible(advice)}`;
}
