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
  type Told,
} from './bench-table.ts';
import { measureRun } from './measured-run.ts';
import { benchPeers } from './peers.ts';

const root = process.cwd();

await runCommand(usage, () => readBenchOptions(process.argv.slice(2)), bench);

async function bench({ counts, wanted, peers, out, keep }: BenchOptions): Promise<number> {
  const file =
    out === undefined ? join(root, '.cache/bench/build.json') : resolve(writersFolder('bench'), out);
  const rows: BenchRow[] = [];
  const tell = (row: BenchRow): void => {
    rows.push(row);
    console.log(`  ${formatRow(row)}`);
  };
  const problems: string[] = [];
  try {
    for (const { count, extent } of counts) {
      console.log(`${count} briefs, ${extent}`);
      const folder = makeProject(root, count, extent);
      try {
        for await (const row of benchOurs(folder, count, extent, wanted)) tell(row);
        const problem = (text: string): void => {
          problems.push(text);
          console.error(`  ${text}`);
        };
        if (peers) await benchPeers({ project: folder, briefs: count, extent, keep }, tell, problem);
      } finally {
        if (keep) console.log(`  left in ${folder}`);
        else rmSync(folder, { recursive: true, force: true });
      }
    }
  } finally {
    // What was measured stands, whatever came after it.
    if (rows.length > 0) writeReport(file, rows);
  }
  return problems.length > 0 ? 1 : 0;
}

/** The builds of one site up to the last that is wanted; a first one has to be there for any to come after it. */
async function* benchOurs(
  folder: string,
  briefs: number,
  extent: Extent,
  wanted: readonly Kind[],
): AsyncIterable<BenchRow> {
  const command = [process.execPath, '--env-file=.config/astro.env', 'scripts/build.ts', '--json'] as const;
  for (const change of kinds.filter((kind) => kind === 'cold' || wanted.includes(kind))) {
    if (change in changes) changes[change as Change](folder, briefs);
    const { lastLine, ...measure } = await measureRun(command, folder);
    if (!wanted.includes(change)) continue;
    yield { tool: 'fourfold', briefs, extent, change, ...measure, told: JSON.parse(lastLine) as Told };
  }
}

function writeReport(file: string, rows: readonly BenchRow[]): void {
  const report = [formatTable(rows), formatPhases(rows), formatGrowth(rows)].filter(Boolean).join('\n\n');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
  writeFileSync(file.replace(/\.json$|$/, '.md'), `${report}\n`);
  console.log(`\n${report}\n\nWritten to ${file}`);
}
