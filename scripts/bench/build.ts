import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, writersFolder } from '../command.ts';
import { changes, makeProject, type Change, type Extent } from './bench-project.ts';
import { formatGrowth, formatPhases, formatTable, type BenchRow, type Told } from './bench-table.ts';
import { measureRun } from './measured-run.ts';
import { benchPeers } from './peers.ts';

const usage = `Usage: npm run bench -- [options]

Builds made-up briefs in a temporary folder with a cache of its own, and measures what that takes: cold, with nothing
changed, and after changes. CPU counts all threads and processes; wall and memory depend on what else the machine does.

  --count 100,1000     how many briefs (100 and 1,000)
  --all                100, 1,000, 10,000, and 100,000 of which only pages are built
  --pages-only         no cards and no search
  --link-cards         one card for each brief and no search: what other tools are compared with
  --changes cold,…     which builds, in this order: cold, nothing, text, title, added, template (all)
  --peers              other tools at the same work, installed in a temporary folder: Astro with its own loader and
                       astro-og-canvas, and hugo where it is installed
  --out <file>         where to write the figures as JSON, and beside it as Markdown (.cache/bench/build.json)
  --keep               leave the folders, and say where they are

Exit code: 0 measured, 1 a build failed, 2 wrong usage.`;

const root = process.cwd();
const start = writersFolder('bench');
const kinds = ['cold', 'nothing', ...(Object.keys(changes) as Change[])] as const;
type Kind = (typeof kinds)[number];

interface Arguments {
  readonly help: boolean;
  readonly counts: readonly { readonly count: number; readonly extent: Extent }[];
  readonly wanted: readonly Kind[];
  readonly peers: boolean;
  readonly out: string;
  readonly keep: boolean;
}

await runCommand(usage, readArguments, bench);

function readArguments(): Arguments | string {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      count: { type: 'string', default: '100,1000' },
      all: { type: 'boolean', default: false },
      'pages-only': { type: 'boolean', default: false },
      'link-cards': { type: 'boolean', default: false },
      changes: { type: 'string', default: kinds.join(',') },
      peers: { type: 'boolean', default: false },
      out: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  });
  const extent: Extent = values['pages-only'] ? 'pages' : values['link-cards'] ? 'link-cards' : 'all';
  const numbers = (values.all ? '100,1000,10000,100000' : values.count).split(',').map(Number);
  if (!numbers.every((number) => Number.isInteger(number) && number > 0)) {
    return `Expected --count with whole numbers such as 100,1000, not "${values.count}".`;
  }
  const wanted = values.changes.split(',');
  const unknown = wanted.find((kind) => !(kinds as readonly string[]).includes(kind));
  if (unknown !== undefined) return `Expected --changes of ${kinds.join(', ')}, not "${unknown}".`;
  return {
    help: values.help,
    counts: numbers.map((count) => ({ count, extent: count >= 100_000 ? 'pages' : extent })),
    wanted: wanted as Kind[],
    peers: values.peers,
    out: values.out === undefined ? join(root, '.cache/bench/build.json') : resolve(start, values.out),
    keep: values.keep,
  };
}

async function bench({ counts, wanted, peers, out, keep }: Arguments): Promise<number> {
  const rows: BenchRow[] = [];
  for (const { count, extent } of counts) {
    console.log(`${count} briefs, ${extent}`);
    const folder = makeProject(root, count, extent);
    try {
      for (const kind of wanted) {
        if (kind in changes) changes[kind as Change](folder, count);
        rows.push(tell(await build(folder, count, extent, kind)));
      }
      if (peers) for await (const row of benchPeers(folder, count, extent)) rows.push(tell(row));
    } finally {
      if (keep) console.log(`  left in ${folder}`);
      else rmSync(folder, { recursive: true, force: true });
    }
  }
  const report = [formatTable(rows), formatPhases(rows), formatGrowth(rows)].filter(Boolean).join('\n\n');
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(rows, null, 2)}\n`);
  writeFileSync(out.replace(/\.json$|$/, '.md'), `${report}\n`);
  console.log(`\n${report}\n\nWritten to ${out}`);
  return 0;
}

async function build(folder: string, briefs: number, extent: Extent, change: Kind): Promise<BenchRow> {
  const command = ['node', '--env-file=.config/astro.env', 'scripts/build.ts', '--json'] as const;
  const { lastLine, ...measure } = await measureRun(command, folder);
  return { tool: 'fourfold', briefs, extent, change, ...measure, told: JSON.parse(lastLine) as Told };
}

function tell(row: BenchRow): BenchRow {
  const { tool, change, cpu, seconds, peak } = row;
  console.log(
    `  ${tool}, ${change}: ${cpu.toFixed(1)} s CPU, ${seconds.toFixed(1)} s, ${(peak / 1e6).toFixed(0)} MB`,
  );
  return row;
}
