import type { Diagnostic } from './diagnostic.ts';
import { locate, noteText, sourceReader, type Location, type SourceOf } from './locate.ts';
import { visibleJson } from './visible.ts';

/** The report for programs: every problem with lines, columns and UTF-16 offsets. */
export function formatJson(diagnostics: readonly Diagnostic[], sourceOf: SourceOf): string {
  const problems = problemsForPrograms(diagnostics, sourceOf);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return `${visibleJson({ errors, warnings: diagnostics.length - errors, problems }, 2)}\n`;
}

/** Every problem with its place, as data. */
export function problemsForPrograms(diagnostics: readonly Diagnostic[], sourceOf: SourceOf): JsonProblem[] {
  const read = sourceReader(sourceOf);
  return diagnostics.map((diagnostic): JsonProblem => {
    const { code, severity, file, range, message, note } = diagnostic;
    const text = noteText(read, diagnostic);
    return {
      code,
      severity,
      ...locate(read, file, range),
      range,
      message,
      ...(text !== undefined && { note: text }),
      ...(note?.at && { related: locate(read, note.at.file, note.at.range) }),
    };
  });
}

export interface JsonProblem extends Pick<Diagnostic, 'code' | 'severity' | 'range' | 'message'>, Location {
  readonly note?: string;
  readonly related?: Location;
}
