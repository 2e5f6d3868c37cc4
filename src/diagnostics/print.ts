import type { Severity } from './codes.ts';
import type { Diagnostic, Range } from './diagnostic.ts';
import { locate, noteText, sourceReader, type SourceText, type SourceOf } from './locate.ts';
import { positionAt } from './position.ts';
import { visible } from './visible.ts';

/** Styles a part of the report for a terminal; the plain report returns the text unchanged. */
export type Paint = (part: Severity | 'place' | 'code' | 'gutter', text: string) => string;

/** Problems with the same code in one file that are printed in full. */
const maxSameCode = 20;

/**
 * The report for people: each problem with its location, code frame and note, then the totals. Repetitions are shortened.
 */
export function formatHuman(
  diagnostics: readonly Diagnostic[],
  sourceOf: SourceOf,
  paint: Paint = (_part, text) => text,
): string {
  const read = sourceReader(sourceOf);
  const { shown, left } = firstOf(diagnostics);
  const blocks = shown.map((diagnostic) => {
    const { file, range, severity, code, message } = diagnostic;
    const { start } = locate(read, file, range);
    const source = read(file);
    const note = noteText(read, diagnostic);
    return [
      `${paint('place', `${visible(file)}:${start.line}:${start.column}`)}  ${paint(severity, severity)}  ${paint('code', code)}`,
      `  ${visible(message)}`,
      // An empty range means the whole file.
      ...(source && range.end > range.start
        ? frame(
            source,
            range,
            (text) => paint('gutter', text),
            (text) => paint(severity, text),
          )
        : []),
      ...(note === undefined ? [] : [`  note: ${visible(note)}`]),
    ].join('\n');
  });
  const more = left.map(
    ({ file, code, count }) => `${paint('place', visible(file))}  ${count} more of ${paint('code', code)}`,
  );
  return [...blocks, ...more, summarize(diagnostics)].join('\n\n');
}

function firstOf(diagnostics: readonly Diagnostic[]) {
  const groups = Map.groupBy(diagnostics, ({ file, code }) => `${file}\n${code}`);
  const rests = [...groups.values()].map((alike) => alike.slice(maxSameCode));
  const hidden = new Set(rests.flat());
  return {
    shown: diagnostics.filter((diagnostic) => !hidden.has(diagnostic)),
    left: rests.flatMap(([first, ...others]) =>
      first ? [{ file: first.file, code: first.code, count: others.length + 1 }] : [],
    ),
  };
}

const widestLine = 100;
const minContext = 40;

/** The line with the problem, two lines before it, and carets below the range. */
function frame(
  { text, starts }: SourceText,
  { start, end }: Range,
  gutterPaint: (text: string) => string,
  caretPaint: (text: string) => string,
): string[] {
  const { line, column } = positionAt(starts, start);
  const textOf = (number: number): string => {
    const begin = starts[number - 1] ?? 0;
    let last = starts[number] ?? text.length;
    // Searches backwards, because a line may be the whole file and be printed for each problem.
    while (last > begin && /[\r\n]/.test(text.charAt(last - 1))) last -= 1;
    return text.slice(begin, last);
  };
  const gutter = String(line).length;
  const row = (label: number | '', content: string): string =>
    `  ${gutterPaint(`${String(label).padStart(gutter)} │`)} ${content}`.trimEnd();
  const meant = textOf(line);
  const before = column - 1;
  const length = Math.max(1, Math.min(end - start, meant.length - before));
  // Shows only part of a long line.
  const from = before + Math.min(length, minContext) > widestLine ? before - minContext : 0;
  const shown = Math.min(length, from + widestLine - before);
  const rows: string[] = [];
  for (let number = Math.max(1, line - 2); number < line; number += 1) {
    rows.push(row(number, cut(textOf(number), 0)));
  }
  const indent = columns(meant.slice(from, before), ' ');
  rows.push(row(line, cut(meant, from)));
  rows.push(row('', indent + caretPaint(columns(meant.slice(before, before + shown), '^') || '^')));
  return rows;
}

function cut(text: string, from: number): string {
  const to = from + widestLine;
  const start = from > 0 ? '…' : '';
  const end = text.length > to ? '…' : '';
  return visible(start + text.slice(from + start.length, to - end.length) + end);
}

/** One character per terminal column that a text occupies (Unicode Standard Annex #11); tabs stay tabs. */
function columns(text: string, sign: ' ' | '^'): string {
  let filled = '';
  for (const character of visible(text)) {
    if (character === '\t' && sign === ' ') filled += character;
    else if (wide.test(character)) filled += sign + sign;
    else if (!/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) filled += sign;
  }
  return filled;
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

function summarize(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
}
