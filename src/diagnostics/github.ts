import type { Diagnostic } from './diagnostic.ts';
import { locate, noteText, sourceReader, type SourceOf } from './locate.ts';
import { visible } from './visible.ts';

/**
 * Workflow commands that GitHub Actions shows as annotations, one line for each problem (GitHub Docs, "Workflow commands
 * for GitHub Actions", setting an error message).
 */
export function formatGithub(diagnostics: readonly Diagnostic[], sourceOf: SourceOf): string {
  const read = sourceReader(sourceOf);
  return diagnostics
    .map((diagnostic) => {
      const { file, range, severity, code, message } = diagnostic;
      const { start, end } = locate(read, file, range);
      const properties = {
        file: visible(file),
        line: String(start.line),
        endLine: String(end.line),
        col: String(start.column),
        // GitHub uses columns only within one line.
        ...(end.line === start.line && { endColumn: String(end.column) }),
        title: code,
      };
      const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
      const note = noteText(read, diagnostic);
      const lines = [message, ...(note === undefined ? [] : [note])].flatMap((said) => said.split('\n'));
      const text = lines.map(visible).join('\n');
      return `::${severity} ${list.join(',')}::${escapeData(text)}\n`;
    })
    .join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
