import type { Diagnostic, Range } from './diagnostic.ts';
import { lineStarts, positionAt, type Position } from './position.ts';

/** Text of a file by path; undefined if it cannot be shown. */
export type SourceOf = (file: string) => string | undefined;

/** A range as line and column, both from 1; the end is exclusive. */
export interface Location {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** A file's text with its line starts, computed once. */
export interface SourceText {
  readonly text: string;
  readonly starts: readonly number[];
}

/** Files by path, each read once. */
export type ReadSource = (file: string) => SourceText | undefined;

export function sourceReader(sourceOf: SourceOf): ReadSource {
  const sources = new Map<string, SourceText | undefined>();
  return (file) => {
    if (!sources.has(file)) {
      const text = sourceOf(file);
      sources.set(file, text === undefined ? undefined : { text, starts: lineStarts(text) });
    }
    return sources.get(file);
  };
}

/** The location of a range; for an unreadable file, its start. */
export function locate(read: ReadSource, file: string, range: Range): Location {
  const source = read(file);
  const at = (offset: number): Position =>
    source ? positionAt(source.starts, offset) : { line: 1, column: 1 };
  return { file, start: at(range.start), end: at(range.end) };
}

/** The note of a diagnostic with its second position filled in. */
export function noteText(
  read: ReadSource,
  { file, note }: Pick<Diagnostic, 'file' | 'note'>,
): string | undefined {
  if (!note?.at) return note?.text;
  const { at, text } = note;
  const { start } = locate(read, at.file, at.range);
  const known = read(at.file) !== undefined;
  const elsewhere = known ? `${at.file}:${start.line}:${start.column}` : at.file;
  return text.replace('{place}', () => (known && at.file === file ? `line ${start.line}` : elsewhere));
}
