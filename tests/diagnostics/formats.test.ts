import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AjvDraft04 from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';
import { codes, type Code } from '../../src/diagnostics/codes.ts';
import { diagnosticOf } from '../../src/diagnostics/diagnostic.ts';
import { formatGithub } from '../../src/diagnostics/github.ts';
import { formatJson } from '../../src/diagnostics/json.ts';
import { formatSarif } from '../../src/diagnostics/sarif.ts';

const file = 'briefs/a b.md';
const source = 'first\r\nsecond 😀 here\nthird';
const sourceOf = (path: string) => (path === file ? source : undefined);
const place = (text: string) => ({ start: source.indexOf(text), end: source.indexOf(text) + text.length });

const diagnostics = [
  diagnosticOf(file, {
    code: 'section-order',
    range: place('here'),
    message: 'Unexpected 100%, expected\nless',
    note: { text: 'it is at {place}; fix it', at: { file, range: place('third') } },
  }),
  diagnosticOf('briefs/gone.md', {
    code: 'title-length',
    range: { start: 7, end: 9 },
    message: 'Long: a, b',
  }),
];

describe('the report', () => {
  it('for GitHub is one workflow command for each problem, with special characters escaped', () => {
    expect(formatGithub(diagnostics, sourceOf)).toBe(
      [
        '::error file=briefs/a b.md,line=2,endLine=2,col=11,endColumn=15,title=section-order::Unexpected 100%25, expected%0Aless%0Ait is at line 3; fix it',
        '::warning file=briefs/gone.md,line=1,endLine=1,col=1,endColumn=1,title=title-length::Long: a, b',
        '',
      ].join('\n'),
    );
  });

  it('for GitHub sends no control characters to the log, whose colours and commands they would change', () => {
    const hostile = diagnosticOf('briefs/a\u001b[31m\n.md', { code: 'title-length', range: { start: 0, end: 1 }, message: 'Long\u001b[0m\u202e' }); // prettier-ignore
    const report = formatGithub([hostile], sourceOf).trimEnd();
    expect(report).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(report).toContain('briefs/a␛[31m␊.md');
  });

  it('for programs has every place in lines, columns and offsets, and the second place', () => {
    expect(JSON.parse(formatJson(diagnostics, sourceOf))).toMatchObject({
      errors: 1,
      warnings: 1,
      problems: [
        {
          code: 'section-order',
          severity: 'error',
          file,
          start: { line: 2, column: 11 },
          end: { line: 2, column: 15 },
          range: place('here'),
          note: 'it is at line 3; fix it',
          related: { file, start: { line: 3, column: 1 } },
        },
        { code: 'title-length', severity: 'warning', start: { line: 1, column: 1 } },
      ],
    });
  });

  it('for code scanning is valid SARIF 2.1.0, for every code and without problems', () => {
    const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
    const schema = JSON.parse(
      readFileSync(new URL('schemas/sarif-2.1.0-rtm.5.json', `file://${path}`), 'utf8'),
    ) as object;
    const validate = new AjvDraft04({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
      schema,
    );
    const all = (Object.keys(codes) as Code[]).map((code) =>
      diagnosticOf(file, { code, range: place('second'), message: 'M', note: { text: 'N' } }),
    );
    for (const some of [[], all, diagnostics]) {
      expect(validate(JSON.parse(formatSarif(some, sourceOf))), JSON.stringify(validate.errors)).toBe(true);
    }
    expect(validate({ version: '2.1.0' })).toBe(false);
  });

  it('for code scanning names a file as an address and a place as editors count it', () => {
    const log = JSON.parse(formatSarif(diagnostics, sourceOf)) as {
      runs: { results: { locations: unknown[]; relatedLocations: unknown[] }[] }[];
    };
    expect(log.runs[0]?.results[0]?.locations[0]).toEqual({
      physicalLocation: {
        artifactLocation: { uri: 'briefs/a%20b.md' },
        region: { startLine: 2, startColumn: 11, endLine: 2, endColumn: 15 },
      },
    });
    expect(log.runs[0]?.results[0]?.relatedLocations).toHaveLength(1);
  });
});
