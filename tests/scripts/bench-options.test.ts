import { describe, expect, test } from 'vitest';
import { kinds, readBenchOptions, type BenchOptions } from '../../scripts/bench/bench-options.ts';

describe('the options of the bench', () => {
  test('are all builds of 100 and 1,000 briefs with everything, if none is given', () => {
    expect(read()).toEqual({
      help: false,
      counts: [
        { count: 100, extent: 'all' },
        { count: 1000, extent: 'all' },
      ],
      wanted: kinds,
      peers: false,
      out: undefined,
      keep: false,
    });
  });

  test('sort sizes and remove duplicates, so that growth can be measured', () => {
    expect(read('--count', '1000, 100,1000').counts.map(({ count }) => count)).toEqual([100, 1000]);
  });

  test('put builds in the order in which one can follow the other', () => {
    expect(read('--changes', 'added, nothing,cold').wanted).toEqual(['cold', 'nothing', 'added']);
  });

  test('build only pages of 100,000 briefs', () => {
    expect(read('--all', '--link-cards').counts).toEqual([
      { count: 100, extent: 'link-cards' },
      { count: 1000, extent: 'link-cards' },
      { count: 10_000, extent: 'link-cards' },
      { count: 100_000, extent: 'pages' },
    ]);
  });

  test('draw as many cards as the others do, where others are measured', () => {
    expect(read('--peers', '--count', '5').counts).toEqual([{ count: 5, extent: 'link-cards' }]);
    expect(read('--peers', '--count', '5', '--pages-only').counts).toEqual([{ count: 5, extent: 'pages' }]);
  });

  test.each([
    [['--count', ''], 'Expected --count with whole numbers up to 9,999,999, such as 100,1000, not "".'],
    [
      ['--count', '10,-1'],
      'Expected --count with whole numbers up to 9,999,999, such as 100,1000, not "-1".',
    ],
    [['--count', '1e9'], 'Expected --count with whole numbers up to 9,999,999, such as 100,1000, not "1e9".'],
    [['--count', '5', '--all'], 'Expected --count or --all, not both.'],
    [['--pages-only', '--link-cards'], 'Expected --pages-only or --link-cards, not both.'],
    [['--changes', 'texts'], `Expected --changes of ${kinds.join(', ')}, not "texts".`],
    [['--out', ''], 'Expected --out with the name of a file.'],
  ])('%j are rejected with the reason', (given, reason) => {
    expect(readBenchOptions(given)).toBe(reason);
  });
});

function read(...given: string[]): BenchOptions {
  const options = readBenchOptions(given);
  if (typeof options === 'string') throw new Error(options);
  return options;
}
