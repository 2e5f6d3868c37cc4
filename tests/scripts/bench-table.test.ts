import { describe, expect, test } from 'vitest';
import {
  formatGrowth,
  formatPhases,
  formatRow,
  formatTable,
  type BenchRow,
  type BuildResult,
} from '../../scripts/bench/bench-table.ts';

const result: BuildResult = {
  files: 722,
  bytes: 12_400_000,
  cpu: 12.5,
  compiled: 100,
  pages: { all: 599, made: 599 },
  cards: { all: 100, made: 99 },
  indexes: { all: 20, made: 5 },
  phases: [
    { name: 'load', seconds: 0.1, cpu: 0.06 },
    { name: 'pages', seconds: 2, cpu: 3 },
  ],
};

function row(given: Partial<BenchRow> = {}): BenchRow {
  const figures = { cpu: 13.31, seconds: 9, peak: 1_500e6, peakOfMain: 700e6 };
  return { tool: 'fourfold', briefs: 1000, extent: 'all', change: 'cold', ...figures, ...given };
}

describe('the table of a bench', () => {
  test('has the time of each build, and what it rebuilt', () => {
    expect(cells(formatTable([row({ result })])).at(-1)).toEqual([
      'cold',
      '1,000',
      'all',
      '13.3',
      '9.0',
      '1,500 MB',
      '700 MB',
      '722',
      '12 MB',
      '100',
      '599',
      '99',
      '5',
    ]);
  });

  test('names another tool, of which only the output is known', () => {
    const other = row({ tool: 'Hugo', result: { files: 3, bytes: 2e6 } });
    expect(
      cells(formatTable([other]))
        .at(-1)
        ?.slice(0, 1),
    ).toEqual(['Hugo: cold']);
    expect(
      cells(formatTable([other]))
        .at(-1)
        ?.slice(-6),
    ).toEqual(['3', '2 MB', '–', '–', '–', '–']);
  });

  test('has equally many cells in each row, and a dash for a missing figure', () => {
    const { peak: _, peakOfMain: __, ...short } = row({ change: 'nothing' });
    const lines = cells(formatTable([row({ result }), short]));
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
    expect(lines.at(-1)?.slice(5)).toEqual(Array(8).fill('–'));
    expect(formatRow(short)).toBe('fourfold, nothing: 13.3 s CPU, 9.0 s, –');
  });
});

describe('the phases of a bench', () => {
  test('are in the order in which a build goes, whichever the first row has, and 0 where a build had none', () => {
    const short = row({
      change: 'nothing',
      cpu: 0.1,
      result: { ...result, cpu: 0.1, phases: result.phases.slice(1) },
    });
    expect(cells(formatPhases([short, row({ result })]))).toEqual([
      ['CPU s', 'briefs', 'of', 'load', 'pages', 'other processes'],
      expect.anything(),
      ['nothing', '1,000', 'all', '0.0', '3.0', '0.0'],
      ['cold', '1,000', 'all', '0.1', '3.0', '0.8'],
    ]);
  });

  test('are missing if no build has reported them', () => {
    expect(formatPhases([row({ result: { files: 1, bytes: 1 } })])).toBe('');
  });
});

describe('growth', () => {
  const sizes = [
    row({ briefs: 100, cpu: 10, peakOfMain: 200e6 }),
    row({ briefs: 1000, cpu: 19, peakOfMain: 300e6 }),
    row({ briefs: 10_000, cpu: 118, peakOfMain: 450e6 }),
  ];

  test('is reported between sizes: CPU, time per further brief compared with the step before, memory', () => {
    expect(formatGrowth(sizes).split('\n')).toEqual([
      '- fourfold, all, 100 to 1,000: 1.9 times the CPU; 10.0 ms for each further brief; 1.50 times the memory of the main process',
      '- fourfold, all, 1,000 to 10,000: 6.2 times the CPU; 11.0 ms for each further brief (1.10 times that of the step before); 1.50 times the memory of the main process',
    ]);
  });

  test('is of cold builds, and of the same tool at the same work', () => {
    const others = [
      row({ briefs: 10, change: 'text' }),
      row({ briefs: 10, extent: 'pages' }),
      row({ briefs: 10, tool: 'Hugo' }),
    ];
    expect(formatGrowth([...others, ...sizes])).toBe(formatGrowth(sizes));
  });

  test('omits memory that could not be measured', () => {
    const unseen = sizes.map(({ peakOfMain: _, ...rest }) => rest);
    expect(formatGrowth(unseen)).not.toContain('memory');
  });
});

/** The cells of a Markdown table, line by line. */
function cells(table: string): string[][] {
  return table.split('\n').map((line) => line.slice(2, -2).split(' | '));
}
