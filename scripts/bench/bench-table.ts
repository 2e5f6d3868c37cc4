import type { PhaseTime } from '../../src/build/phase-clock.ts';
import { phases } from '../../src/build/progress.ts';
import type { Measure } from './measured-run.ts';

/** One build of a bench. */
export interface BenchRow extends Omit<Measure, 'lastLine'> {
  readonly tool: string;
  readonly briefs: number;
  readonly extent: string;
  readonly change: string;
  /** What the build tells of itself; of another tool only what lies in its output. */
  readonly told?: Told | Output;
}

/** What lies in the folder that was built; sizes in bytes. */
export interface Output {
  readonly files: number;
  readonly bytes: number;
}

/** The parts that are read here of the JSON that a build prints. */
export interface Told extends Output {
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

/** A build in one line, for whoever waits for the next. */
export function formatRow({ tool, change, cpu, seconds, peak }: BenchRow): string {
  return `${tool}, ${change}: ${cpu.toFixed(1)} s CPU, ${seconds.toFixed(1)} s, ${megabytes(peak)}`;
}

/** What a build took, and what it made anew; for the documents. */
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
      row.told ? whole.format(row.told.files) : none,
      megabytes(row.told?.bytes),
      ...(tellsAll(row)
        ? [row.told.compiled, row.told.pages.made, row.told.cards.made, row.told.indexes.made].map((made) =>
            whole.format(made),
          )
        : [none, none, none, none]),
    ]),
  );
}

/** Seconds of CPU by phase. What the search's own process takes is what is left of the whole. */
export function formatPhases(rows: readonly BenchRow[]): string {
  const told = rows.filter(tellsAll);
  if (told.length === 0) return '';
  const names = phases.filter((phase) =>
    told.some((row) => row.told.phases.some(({ name }) => name === phase)),
  );
  return table(
    ['CPU s', 'briefs', 'of', ...names, 'other processes'],
    told.map((row) => [
      row.change,
      whole.format(row.briefs),
      row.extent,
      ...names.map((name) => short(row.told.phases.find((phase) => phase.name === name)?.cpu ?? 0)),
      short(Math.max(0, row.cpu - row.told.cpu)),
    ]),
  );
}

/**
 * How a cold build grows from one size to the next: what a further brief costs, which a fixed start does not blur, and
 * the memory of the main process.
 */
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

function tellsAll(row: BenchRow): row is BenchRow & { readonly told: Told } {
  return row.told !== undefined && 'phases' in row.told;
}

/** Stands where there is no figure. */
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
