import type { PhaseTime } from '../../src/build/phase-clock.ts';
import { phases } from '../../src/build/progress.ts';
import type { Measure } from './measured-run.ts';

/** One build of a benchmark. */
export interface BenchRow extends Omit<Measure, 'lastLine'> {
  readonly tool: string;
  readonly briefs: number;
  readonly extent: string;
  readonly change: string;
  /** The result that the build prints; for other tools, only its output. */
  readonly result?: BuildResult | Output;
}

/** The output folder; size in bytes. */
export interface Output {
  readonly files: number;
  readonly bytes: number;
}

/** The JSON that a build prints, as far as it is used here. */
export interface BuildResult extends Output {
  readonly cpu: number;
  readonly compiled: number;
  readonly pages: Made;
  readonly cards: Made;
  readonly indexes: Made;
  readonly phases: readonly PhaseTime[];
}

interface Made {
  readonly all: number;
  readonly made: number;
}

/** A build on one line, printed when it ends. */
export function formatRow({ tool, change, cpu, seconds, peak }: BenchRow): string {
  return `${tool}, ${change}: ${cpu.toFixed(1)} s CPU, ${seconds.toFixed(1)} s, ${megabytes(peak)}`;
}

/** A table of durations and amounts, for the documentation. */
export function formatTable(rows: readonly BenchRow[]): string {
  return table(
    [
      ...['', 'briefs', 'of', 'CPU s', 'wall s', 'memory', 'main process', 'files', 'size'],
      ...['compiled', 'pages made', 'cards made', 'indexes made'],
    ],
    rows.map((row) => [
      row.tool === 'fourfold' ? row.change : `${row.tool}: ${row.change}`,
      whole.format(row.briefs),
      row.extent,
      short(row.cpu),
      short(row.seconds),
      megabytes(row.peak),
      megabytes(row.peakOfMain),
      row.result ? whole.format(row.result.files) : none,
      megabytes(row.result?.bytes),
      ...(hasResult(row)
        ? [row.result.compiled, row.result.pages.made, row.result.cards.made, row.result.indexes.made].map(
            (made) => whole.format(made),
          )
        : [none, none, none, none]),
    ]),
  );
}

/** Seconds of CPU by phase. The rest of the total is the search process. */
export function formatPhases(rows: readonly BenchRow[]): string {
  const result = rows.filter(hasResult);
  if (result.length === 0) return '';
  const names = phases.filter((phase) =>
    result.some((row) => row.result.phases.some(({ name }) => name === phase)),
  );
  return table(
    ['CPU s', 'briefs', 'of', ...names, 'other processes'],
    result.map((row) => [
      row.change,
      whole.format(row.briefs),
      row.extent,
      ...names.map((name) => short(row.result.phases.find((phase) => phase.name === name)?.cpu ?? 0)),
      short(Math.max(0, row.cpu - row.result.cpu)),
    ]),
  );
}

/** How a cold build grows with the number of briefs: the time of each further brief, and the memory of the main process. */
export function formatGrowth(rows: readonly BenchRow[]): string {
  const cold = rows.filter(({ change }) => change === 'cold');
  return [...Map.groupBy(cold, ({ tool, extent }) => `${tool}, ${extent}`)]
    .flatMap(([what, sizes]) =>
      sizes.slice(1).map((large, at) => {
        const [least, small] = [sizes[at - 1], sizes[at] as BenchRow];
        const cost = marginal(small, large);
        return [
          `- ${what}, ${whole.format(small.briefs)} to ${whole.format(large.briefs)}: ${(large.cpu / small.cpu).toFixed(1)} times the CPU`,
          `${(cost * 1000).toFixed(1)} ms for each further brief${least ? ` (${(cost / marginal(least, small)).toFixed(2)} times that of the step before)` : ''}`,
          ...(small.peakOfMain && large.peakOfMain
            ? [`${(large.peakOfMain / small.peakOfMain).toFixed(2)} times the memory of the main process`]
            : []),
        ].join('; ');
      }),
    )
    .join('\n');
}

function marginal(small: BenchRow, large: BenchRow): number {
  return (large.cpu - small.cpu) / (large.briefs - small.briefs);
}

function hasResult(row: BenchRow): row is BenchRow & { readonly result: BuildResult } {
  return row.result !== undefined && 'phases' in row.result;
}

/** Shown if there is no figure. */
const none = '–';
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

function short(seconds: number): string {
  return seconds >= 100 ? whole.format(seconds) : seconds.toFixed(1);
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? none : `${whole.format(bytes / 1e6)} MB`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
