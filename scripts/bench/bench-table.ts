import type { PhaseTime } from '../../src/press/phase-clock.ts';
import type { Measure } from './measured-run.ts';

/** One build of a bench. */
export interface BenchRow extends Omit<Measure, 'lastLine'> {
  readonly tool: string;
  readonly briefs: number;
  readonly extent: string;
  readonly change: string;
  /** What the build tells of itself, if it does. */
  readonly told?: Told;
}

/** The parts that are read here of the JSON that a build prints. */
export interface Told {
  readonly files: number;
  readonly bytes: number;
  readonly cpu: number;
  readonly compiled: number;
  readonly pages: { readonly all: number; readonly made: number };
  readonly cards: { readonly all: number; readonly made: number };
  readonly indexes: { readonly all: number; readonly made: number };
  readonly phases: readonly PhaseTime[];
}

/** What a build took, and what it made anew; for the README. */
export function formatTable(rows: readonly BenchRow[]): string {
  return table(
    ['', 'briefs', 'of', 'CPU s', 'wall s', 'memory', 'files', 'size', 'pages made', 'cards made'],
    rows.map(({ tool, briefs, extent, change, cpu, seconds, peak, told }) => [
      tool === 'fourfold' ? change : `${tool}: ${change}`,
      whole.format(briefs),
      extent,
      short(cpu),
      short(seconds),
      `${whole.format(peak / 1e6)} MB`,
      told ? whole.format(told.files) : '',
      told ? `${whole.format(told.bytes / 1e6)} MB` : '',
      told ? whole.format(told.pages.made) : '',
      told ? whole.format(told.cards.made) : '',
    ]),
  );
}

/** Seconds of CPU by phase. What the search's own process takes is what is left of the whole. */
export function formatPhases(rows: readonly BenchRow[]): string {
  const told = rows.filter((row) => row.told);
  const names = [...new Set(told.flatMap((row) => row.told?.phases.map(({ name }) => name) ?? []))];
  return table(
    ['CPU s', 'briefs', 'of', ...names, 'other processes'],
    told.map((row) => [
      row.change,
      whole.format(row.briefs),
      row.extent,
      ...names.map((name) => short(row.told?.phases.find((phase) => phase.name === name)?.cpu ?? 0)),
      short(Math.max(0, row.cpu - (row.told?.cpu ?? 0))),
    ]),
  );
}

/** How a cold build grows with the number of briefs: what one more costs, and the memory of the main process. */
export function formatGrowth(rows: readonly BenchRow[]): string {
  const cold = rows.filter(({ tool, change }) => tool === 'fourfold' && change === 'cold');
  return [...Map.groupBy(cold, ({ extent }) => extent)]
    .flatMap(([extent, of]) =>
      of.slice(2).flatMap((large, at) => {
        const [least, small] = [of[at], of[at + 1]];
        if (!least || !small) return [];
        const [before, after] = [marginal(least, small), marginal(small, large)];
        return `${extent}: a brief costs ${ms(before)} ms CPU from ${whole.format(least.briefs)} to ${whole.format(small.briefs)}, ${ms(after)} ms to ${whole.format(large.briefs)}: ${(after / before).toFixed(2)} times; main process ${(large.peakOfMain / small.peakOfMain).toFixed(2)} times the memory`;
      }),
    )
    .join('\n');
}

function marginal(small: BenchRow, large: BenchRow): number {
  return (large.cpu - small.cpu) / (large.briefs - small.briefs);
}

function ms(seconds: number): string {
  return (seconds * 1000).toFixed(1);
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

function short(seconds: number): string {
  return seconds >= 100 ? whole.format(seconds) : seconds.toFixed(1);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
