import { expect, test } from 'vitest';
import {
  formatGrowth,
  formatPhases,
  formatTable,
  type BenchRow,
} from '../../../scripts/bench/bench-table.ts';

const row = (briefs: number, cpu: number, peakOfMain: number): BenchRow => ({
  tool: 'fourfold',
  briefs,
  extent: 'pages',
  change: 'cold',
  cpu,
  seconds: cpu / 2,
  peak: 2 * peakOfMain,
  peakOfMain,
  told: {
    files: 3 * briefs,
    bytes: 5e6,
    cpu: cpu - 1,
    compiled: briefs,
    pages: { all: briefs, made: briefs },
    cards: { all: 0, made: 0 },
    indexes: { all: 0, made: 0 },
    phases: [{ name: 'pages', seconds: 1, cpu: 123.4 }],
  },
});

test('a row tells what a build took and made', () => {
  expect(formatTable([row(1000, 12.34, 250e6)]).split('\n')[2]).toBe(
    '| cold | 1,000 | pages | 12.3 | 6.2 | 500 MB | 3,000 | 5 MB | 1,000 | 0 |',
  );
});

test('what the phases do not have is that of other processes', () => {
  expect(formatPhases([row(1000, 12.34, 250e6)]).split('\n')[2]).toBe('| cold | 1,000 | pages | 123 | 1.0 |');
});

test('growth is that of what one brief more costs', () => {
  expect(formatGrowth([row(100, 3, 100e6), row(1000, 12, 200e6), row(10_000, 111, 300e6)])).toBe(
    'pages: a brief costs 10.0 ms CPU from 100 to 1,000, 11.0 ms to 10,000: 1.10 times; main process 1.50 times the memory',
  );
});
