import { codes, type Code, type Severity } from './codes.ts';

/** A problem at a range of offsets; lines and columns are computed for printing. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** Path relative to the project root, with forward slashes. */
  readonly file: string;
  readonly range: Range;
  /** "Unexpected X, expected Y". */
  readonly message: string;
  readonly note?: Note;
  /** Set for an address that could run code or lead elsewhere than it says: an error also in a draft. */
  readonly isUnsafe?: true;
  /** Set for a draft, which does not stop the build. */
  readonly isOfDraft?: true;
}

/** UTF-16 offsets into the file's text; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** How to fix it. `{place}` in the text stands for a second position. */
export interface Note {
  readonly text: string;
  readonly at?: { readonly file: string; readonly range: Range };
}

/** A problem reported by a rule; the caller adds file and severity. */
export interface Finding {
  readonly code: Code;
  readonly range: Range;
  readonly message: string;
  readonly note?: Note;
  readonly isUnsafe?: true;
}

export function diagnosticOf(file: string, finding: Finding): Diagnostic {
  return { ...finding, file, severity: codes[finding.code] };
}

/** Whether a site cannot be built. Problems of drafts do not stop it. */
export function stopsBuild(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity, isOfDraft }) => severity === 'error' && isOfDraft !== true);
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** Sorts errors before warnings, each in their order, for previews of a report. */
export function errorsFirst(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const { error = [], warning = [] } = Object.groupBy(diagnostics, ({ severity }) => severity);
  return [...error, ...warning];
}

/** Sorts by file, position and code; the same on every machine. */
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
