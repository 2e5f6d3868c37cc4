import { codes, type Code } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';
import { locate, noteText, sourceReader, type Location, type SourceOf } from './locate.ts';
import { visibleJson } from './visible.ts';

/** The report as SARIF 2.1.0 (OASIS, 27 March 2020), for code scanning. Columns count UTF-16 code units. */
export function formatSarif(diagnostics: readonly Diagnostic[], sourceOf: SourceOf): string {
  const read = sourceReader(sourceOf);
  const names = Object.keys(codes) as Code[];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'fourfold',
            rules: names.map((id) => ({ id, defaultConfiguration: { level: codes[id] } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => {
          const { code, severity, file, range, message, note } = diagnostic;
          const text = noteText(read, diagnostic);
          return {
            ruleId: code,
            ruleIndex: names.indexOf(code),
            level: severity,
            message: { text: text === undefined ? message : `${message} (${text})` },
            locations: [physical(locate(read, file, range))],
            ...(note?.at && { relatedLocations: [physical(locate(read, note.at.file, note.at.range))] }),
          };
        }),
      },
    ],
  };
  return `${visibleJson(log, 2)}\n`;
}

function physical({ file, start, end }: Location) {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
      },
    },
  };
}
