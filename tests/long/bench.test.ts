import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import type { BenchRow } from '../../scripts/bench/bench-table.ts';
import { userEnvironment } from '../site/project.ts';

const here = fileURLToPath(new URL('../..', import.meta.url));
const own = mkdtempSync(join(tmpdir(), 'fourfold-bench-test-'));

afterAll(() => {
  rmSync(own, { recursive: true, force: true });
});

test('the benchmark builds generated briefs, reports what was rebuilt, and leaves only its figures', async () => {
  const [file, scratch] = [join(own, 'figures.json'), join(own, 'tmp')];
  mkdirSync(scratch);
  // Changes are requested without the cold build that they need.
  const given = ['--count', '12', '--link-cards', '--changes', 'text,nothing', '--out', file];
  const { stdout } = await promisify(execFile)(
    join(here, 'node_modules/.bin/node'),
    ['scripts/bench/build.ts', ...given],
    { cwd: here, env: userEnvironment({ TMPDIR: scratch }) },
  );
  expect(readdirSync(scratch).filter((name) => name.startsWith('fourfold-'))).toEqual([]);
  const rows = JSON.parse(readFileSync(file, 'utf8')) as BenchRow[];
  expect(rows).toMatchObject([
    {
      ...{ tool: 'fourfold', briefs: 12, extent: 'link-cards', change: 'nothing' },
      result: { compiled: 0, pages: { made: 0 }, cards: { made: 0 }, indexes: { made: 0 } },
    },
    { change: 'text', result: { compiled: 1, cards: { made: 0 }, indexes: { made: 0 } } },
  ]);
  for (const { cpu, seconds } of rows) {
    expect(cpu).toBeGreaterThan(0.1);
    expect(seconds).toBeGreaterThan(0.1);
  }
  const report = readFileSync(join(own, 'figures.md'), 'utf8');
  expect(report).toContain('| nothing | 12 | link-cards |');
  expect(stdout).toContain(report.trim());
});

test.each([
  ['scripts/bench/cards.ts', ['--count', '3'], '3 briefs, link card each'],
  ['scripts/bench/feeds.ts', ['--count', '10'], '10 briefs of 300 topics'],
])('%s tells what its part costs', async (script, given, said) => {
  const { stdout } = await promisify(execFile)(join(here, 'node_modules/.bin/node'), [script, ...given], {
    cwd: here,
    env: userEnvironment(),
  });
  expect(stdout).toContain(said);
});
