import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importDocument } from '../../../scripts/import/import-document.ts';
import { formatReport } from '../../../scripts/import/report.ts';
import { check } from '../../../src/check/check.ts';
import { parse } from '../../../src/markdown/parse.ts';
import type { Code } from '../../../src/diagnostics/codes.ts';
import { publicationSample } from '../../brief-sample.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/import', import.meta.url));

/** Problems that an import fixes by itself. */
const fixed = new Set<Code>([
  'front-matter-missing',
  'front-matter-syntax',
  'heading-level',
  'link-address',
  'nesting-depth',
  'raw-html',
  'section-heading',
  'section-missing',
  'section-order',
  'section-preamble',
  'section-repeated',
  'section-unknown',
]);

/** `UPDATE_FIXTURES=1 npm test` rewrites the outcomes; read the diff before you commit it. */
describe.each(readdirSync(fixtures))('the document %s', (name) => {
  const folder = join(fixtures, name);
  const input = readdirSync(folder).find((file) => !['brief.md', 'report.txt'].includes(file)) ?? '';

  test('becomes this brief, and the report says how', async () => {
    const publication = publicationSample();
    const result = await importDocument(readFileSync(join(folder, input)), input, {
      publication,
      topics: [],
    });
    if (!('markdown' in result)) throw new Error('problem' in result ? result.problem : 'several briefs');
    const { slug, markdown, report } = result;
    const draft = parse(`briefs/${slug}.md`, markdown, publication);
    expectFile(join(folder, 'brief.md'), markdown);
    expectFile(join(folder, 'report.txt'), `${formatReport(report, input, `briefs/${slug}.md`)}\n`);
    expect(draft.outline.map(({ section, exact }) => [section, exact])).toEqual(
      [0, 1, 2, 3].map((at) => [at, true]),
    );
    const codes = check(draft, publication).diagnostics.map(({ code }) => code);
    expect(codes.filter((code) => fixed.has(code))).toEqual([]);
  });
});

function expectFile(path: string, text: string): void {
  if (process.env['UPDATE_FIXTURES']) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
