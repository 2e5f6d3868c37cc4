import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { codes, type Code } from '../../src/diagnostics/codes.ts';
import { formatReport } from '../../src/press/report.ts';
import { openNewsroom, type Newsroom } from '../press/newsroom.ts';

const fixtures = fileURLToPath(new URL('../fixtures/diagnostics/', import.meta.url));
const folders = readdirSync(fixtures).sort();

/** What is better made than kept in the repository. */
const additions: Partial<Record<Code, (newsroom: Newsroom) => void>> = {
  'file-link': ({ root }) => {
    symlinkSync('target.md', join(root, 'briefs/link.md'));
  },
  'file-size': ({ write }) => {
    write('briefs/huge.md', 'The bill was small. '.repeat(100_000));
    write('briefs/just-too-large.md', ' '.repeat(1_000_001));
  },
};

describe('a code', () => {
  it.each(Object.keys(codes))('%s has a fixture', (code) => {
    expect(folders).toContain(code);
  });

  // `UPDATE_FIXTURES=1` writes the reports anew: read each as a writer would before you keep it.
  it.concurrent.each(folders)('%s is reported as its fixture says, and nothing else is', async (code) => {
    expect(Object.keys(codes)).toContain(code);
    using newsroom = openNewsroom();
    cpSync(join(fixtures, code, 'briefs'), join(newsroom.root, 'briefs'), { recursive: true });
    additions[code as Code]?.(newsroom);
    const edition = await newsroom.load();
    const report = `${await formatReport(newsroom.root, edition)}\n`;
    const path = join(fixtures, code, 'report.txt');
    if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(path, report);
    expect([...new Set(edition.diagnostics.map((diagnostic) => diagnostic.code))]).toEqual([code]);
    expect(report).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
  });
});
