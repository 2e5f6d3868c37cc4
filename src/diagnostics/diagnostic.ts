import { codes, type Code, type Severity } from './codes.ts';

/** One problem at one place. Offsets only: line and column are computed when it is printed. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** Path relative to the project root, with forward slashes. */
  readonly file: string;
  readonly range: Range;
  /** "Unexpected X, expected Y". */
  readonly message: string;
  readonly note?: Note;
  /** It stands in a draft: the draft alone waits for it. */
  readonly isOfDraft?: true;
}

/** UTF-16 offsets into the file's text; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** How to fix it, or the second place where two disagree: `{place}` in the text stands for that place. */
export interface Note {
  readonly text: string;
  readonly at?: { readonly file: string; readonly range: Range };
}

/** What a rule says; the caller adds the file and the severity. */
export interface Finding {
  readonly code: Code;
  readonly range: Range;
  readonly message: string;
  readonly note?: Note;
}

export function diagnosticOf(file: string, finding: Finding): Diagnostic {
  return { ...finding, file, severity: codes[finding.code] };
}

/** Whether a site may not be built: a draft is no part of it, whatever is wrong with one. */
export function stopsBuild(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity, isOfDraft }) => severity === 'error' && isOfDraft !== true);
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** For where only the beginning is seen: what stands in the way first, each kind in the order it was in. */
export function errorsFirst(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const { error = [], warning = [] } = Object.groupBy(diagnostics, ({ severity }) => severity);
  return [...error, ...warning];
}

/** By file, then place, then code: the order in which a writer reads them, the same on every machine. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.range.start - b.range.start ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
