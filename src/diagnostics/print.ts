import type { Diagnostic } from './diagnostic.ts';
import { lineStarts, positionAt } from './position.ts';

/** Text of a file by its path, for the code frames; undefined when it cannot be shown. */
export type SourceOf = (file: string) => string | undefined;

/** The whole report for people: each problem with its place, frame and note, then the count. */
export function formatHuman(diagnostics: readonly Diagnostic[], sourceOf: SourceOf): string {
  const blocks = diagnostics.map((diagnostic) => formatOne(diagnostic, sourceOf));
  return [...blocks, summarize(diagnostics)].join('\n\n');
}

function formatOne(diagnostic: Diagnostic, sourceOf: SourceOf): string {
  const { file, range, severity, code, message, note } = diagnostic;
  const source = sourceOf(file);
  const lines = [`${placeOf(file, range.start, source)}  ${severity}  ${code}`, `  ${message}`];
  if (source !== undefined) lines.push(...frame(source, range.start, range.end));
  if (note) {
    const place = note.at ? describePlace(note.at.file, note.at.range.start, file, sourceOf) : '';
    lines.push(`  note: ${note.text.replace('{place}', place)}`);
  }
  return lines.join('\n');
}

function placeOf(file: string, offset: number, source: string | undefined): string {
  if (source === undefined) return `${file}:1:1`;
  const { line, column } = positionAt(lineStarts(source), offset);
  return `${file}:${line}:${column}`;
}

function describePlace(file: string, offset: number, from: string, sourceOf: SourceOf): string {
  const source = sourceOf(file);
  if (source === undefined) return file;
  const { line, column } = positionAt(lineStarts(source), offset);
  return file === from ? `line ${line}` : `${file}:${line}:${column}`;
}

const widestLine = 100;

/** The line in question with two before it, and carets under what is meant. */
function frame(source: string, start: number, end: number): string[] {
  const starts = lineStarts(source);
  const { line, column } = positionAt(starts, start);
  const textOf = (number: number): string =>
    source.slice(starts[number - 1], starts[number] ?? source.length).replace(/[\r\n]+$/, '');
  const gutter = String(line).length;
  const rows: string[] = [];
  for (let number = Math.max(1, line - 2); number <= line; number += 1) {
    rows.push(`  ${String(number).padStart(gutter)} │ ${textOf(number).slice(0, widestLine)}`.trimEnd());
  }
  const text = textOf(line);
  const last = Math.min(end, start + text.length - column + 1);
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
  if (column <= widestLine) {
    const carets = Math.max(1, Math.min(last - start, widestLine - column + 1));
    rows.push(`  ${' '.repeat(gutter)} │ ${indent}${'^'.repeat(carets)}`);
  }
  return rows;
}

function summarize(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
}
