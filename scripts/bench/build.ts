import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runCommand, writersFolder } from '../command.ts';
import { kinds, readBenchOptions, usage, type BenchOptions, type Kind } from './bench-options.ts';
import { changes, makeProject, type Change, type Extent } from './bench-project.ts';
import {
  formatGrowth,
  formatPhases,
  formatRow,
  formatTable,
  type BenchRow,
  type BuildResult,
} from './bench-table.ts';
import { measureRun } from './measured-run.ts';
import { benchPeers } from './peers.ts';

const root = process.cwd();

await runCommand(usage, () => readBenchOptions(process.argv.slice(2)), bench);

async function bench({ counts, wanted, peers, out, keep }: BenchOptions): Promise<number> {
  const file =
    out === undefined ? join(root, '.cache/bench/build.json') : resolve(writersFolder('bench'), out);
  const rows: BenchRow[] = [];
  const print = (row: BenchRow): void => {
    rows.push(row);
    console.log(`  ${formatRow(row)}`);
  };
  const problems: string[] = [];
  try {
    for (const { count, extent } of counts) {
      console.log(`${count} briefs, ${extent}`);
      const folder = makeProject(root, count, extent);
      try {
        for await (const row of benchOurs(folder, count, extent, wanted)) print(row);
        const problem = (text: string): void => {
          problems.push(text);
          console.error(`  ${text}`);
        };
        if (peers) await benchPeers({ project: folder, briefs: count, extent, keep }, print, problem);
      } finally {
        if (keep) console.log(`  left in ${folder}`);
        else rmSync(folder, { recursive: true, force: true });
      }
    }
  } finally {
    // Keeps the measurements even if a later one fails.
    if (rows.length > 0) writeReport(file, rows);
  }
  return problems.length > 0 ? 1 : 0;
}

/** Builds one site repeatedly, up to the last build requested; the first one is always needed. */
async function* benchOurs(
  folder: string,
  briefs: number,
  extent: Extent,
  wanted: readonly Kind[],
): AsyncIterable<BenchRow> {
  // As npm runs it.
  const options = ['--import=./scripts/node-version.mjs', '--env-file=.config/astro.env'];
  const command = [process.execPath, ...options, 'scripts/build.ts', '--json'] as const;
  for (const change of kinds.filter((kind) => kind === 'cold' || wanted.includes(kind))) {
    if (change in changes) changes[change as Change](folder, briefs);
    const { lastLine, ...measure } = await measureRun(command, folder);
    if (!wanted.includes(change)) continue;
    yield {
      tool: 'fourfold',
      briefs,
      extent,
      change,
      ...measure,
      result: JSON.parse(lastLine) as BuildResult,
    };
  }
}

function writeReport(file: string, rows: readonly BenchRow[]): void {
  const report = [formatTable(rows), formatPhases(rows), formatGrowth(rows)].filter(Boolean).join('\n\n');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
  writeFileSync(file.replace(/\.json$|$/, '.md'), `${report}\n`);
  console.log(`\n${report}\n\nWritten to ${file}`);
}
