import type { Diagnostic } from './diagnostic.ts';
import { lineStarts, positionAt, type Position } from './position.ts';

/** Text of a file by its path, for the code frames; undefined when it cannot be shown. */
export type SourceOf = (file: string) => string | undefined;

/** The whole report for people: each problem with its place, frame and note, then the count. */
export function formatHuman(diagnostics: readonly Diagnostic[], sourceOf: SourceOf): string {
  const sources = new Map<string, Source | undefined>();
  const read = (file: string): Source | undefined => {
    if (!sources.has(file)) sources.set(file, readSource(sourceOf(file)));
    return sources.get(file);
  };
  const blocks = diagnostics.map((diagnostic) => formatOne(diagnostic, read));
  return [...blocks, summarize(diagnostics)].join('\n\n');
}

/** A file's text with its lines found once, however many problems it has. */
interface Source {
  readonly text: string;
  readonly starts: readonly number[];
}

type ReadSource = (file: string) => Source | undefined;

function readSource(text: string | undefined): Source | undefined {
  return text === undefined ? undefined : { text, starts: lineStarts(text) };
}

function formatOne({ file, range, severity, code, message, note }: Diagnostic, read: ReadSource): string {
  const source = read(file);
  const { line, column } = placeIn(source, range.start);
  const lines = [
    `${visible(file)}:${line}:${column}  ${severity}  ${code}`,
    `  ${visible(message)}`,
    // An empty range means the file as such.
    ...(source && range.end > range.start ? frame(source, range.start, range.end) : []),
  ];
  if (note) {
    const place = note.at ? describePlace(note.at.file, note.at.range.start, file, read) : '';
    lines.push(`  note: ${visible(note.text.replace('{place}', () => place))}`);
  }
  return lines.join('\n');
}

function describePlace(file: string, offset: number, from: string, read: ReadSource): string {
  const source = read(file);
  if (!source) return file;
  const { line, column } = placeIn(source, offset);
  return file === from ? `line ${line}` : `${file}:${line}:${column}`;
}

function placeIn(source: Source | undefined, offset: number): Position {
  return source ? positionAt(source.starts, offset) : { line: 1, column: 1 };
}

const widestLine = 100;
const leastContext = 40;

/** The line in question with two before it, and carets under what is meant. */
function frame({ text, starts }: Source, start: number, end: number): string[] {
  const { line, column } = positionAt(starts, start);
  const textOf = (number: number): string =>
    text.slice(starts[number - 1], starts[number] ?? text.length).replace(/[\r\n]+$/, '');
  const gutter = String(line).length;
  const row = (label: number | '', content: string): string =>
    `  ${String(label).padStart(gutter)} │ ${content}`.trimEnd();
  const meant = textOf(line);
  const before = column - 1;
  const length = Math.max(1, Math.min(end - start, meant.length - before));
  // A paragraph is often one long line: show the part of it that is meant.
  const from = before + Math.min(length, leastContext) > widestLine ? before - leastContext : 0;
  const shown = Math.min(length, from + widestLine - before);
  const rows: string[] = [];
  for (let number = Math.max(1, line - 2); number < line; number += 1) {
    rows.push(row(number, cut(textOf(number), 0)));
  }
  const indent = columns(meant.slice(from, before), ' ');
  rows.push(row(line, cut(meant, from)));
  rows.push(row('', indent + (columns(meant.slice(before, before + shown), '^') || '^')));
  return rows;
}

function cut(text: string, from: number): string {
  const to = from + widestLine;
  const start = from > 0 ? '…' : '';
  const end = text.length > to ? '…' : '';
  return visible(start + text.slice(from + start.length, to - end.length) + end);
}

/** A sign for each column that a text takes in a terminal (Unicode Standard Annex #11); tabs stay tabs. */
function columns(text: string, sign: ' ' | '^'): string {
  let filled = '';
  for (const character of text) {
    if (character === '\t' && sign === ' ') filled += character;
    else if (wide.test(character)) filled += sign + sign;
    else if (!/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) filled += sign;
  }
  return filled;
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

/** A brief is not trusted, and a terminal obeys: control characters and changes of direction are shown, not sent. */
function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000a-\u001f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '\ufffd');
}

function summarize(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
}
